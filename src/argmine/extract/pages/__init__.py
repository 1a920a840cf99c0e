"""Printed pages: from characters with their places to paragraphs, notes and furniture."""
