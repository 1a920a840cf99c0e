"""What comparing the corpus found: interpretations, positions, oppositions, and those who hold them."""
