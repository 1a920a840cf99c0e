"""Paragraphs of sources without printed pages, sorted into body, notes and furniture."""
