"""Marked-up sources: web pages, electronic books, articles in JATS and TEI."""
