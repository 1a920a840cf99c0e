"""What a document consists of: articles, speeches, and texts of several authors in one file."""
