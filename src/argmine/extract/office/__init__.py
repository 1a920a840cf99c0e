"""Word-processor files: DOCX and ODT, with the notes, lists and styles as the program prints them."""
