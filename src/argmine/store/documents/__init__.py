"""Documents and their analyses in rows: written whole, read back equal, described, told from their copies."""
