"""Which provision is meant: articles with their instrument, what they point back to, phrases that denote one."""
