"""Citations: each authority that a note or a sentence names, parsed into its fields."""
