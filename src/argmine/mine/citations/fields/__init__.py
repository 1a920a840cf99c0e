"""Fields: what every reader of a form asks of its text: authors, issuers, imprints, dates."""
