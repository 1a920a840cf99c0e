"""Who holds a claim: the author, a State, an organ, a court, a scholar; and one entity under all its names."""
