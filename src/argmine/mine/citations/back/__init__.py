"""Back: short forms and names that point to an authority cited elsewhere."""
