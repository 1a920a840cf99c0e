"""From lines to blocks: paragraphs over breaks, headings, lists, quotations, tables."""
