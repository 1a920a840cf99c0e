"""Marks: what can be nothing else wherever it stands: a place in a series, a symbol, a pinpoint."""
