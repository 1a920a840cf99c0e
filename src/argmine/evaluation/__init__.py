"""Gold beside what was found: scores of each stage."""
