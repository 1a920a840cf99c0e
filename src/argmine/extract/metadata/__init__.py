"""What is known of a document: said by itself, by its masthead, or by a manifest beside it."""
