"""Read-only answers: search, trace, show, export; and how they look in a terminal."""
