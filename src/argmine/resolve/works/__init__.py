"""Which work is cited: what a short form means, which citations are of one work."""
