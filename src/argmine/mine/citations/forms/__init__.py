"""Forms: readers of one kind of authority each, and the order in which they are asked."""
