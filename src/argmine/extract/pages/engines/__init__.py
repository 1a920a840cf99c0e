"""Who reads a page: characters with place and style by pdfium, pdfplumber or text recognition, and its picture."""
