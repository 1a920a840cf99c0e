"""What stands in the margins: running heads, page numbers, line numbers, stamps."""
