"""Caches of the database: vectors, words, attributes of few values, lists of row ids; built and published together."""
