"""How answers look: in a terminal, as Markdown, as a page with charts."""
