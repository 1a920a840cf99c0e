"""What a claim is about: the provisions that it mentions, and those of its passage that its words sound like."""
