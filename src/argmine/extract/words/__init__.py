"""Words, whatever they were read from: their language, how common they are, where lines break them, and numerals."""
