"""Files of text: plain, and Markdown."""
