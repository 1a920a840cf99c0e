"""What a person asks: search, trace, holder, compare, gaps, authorities; and what they type, understood."""
