"""Which instrument is meant: titles, short names, descriptions, several under one word, names of strange ones."""
