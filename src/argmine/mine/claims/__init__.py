"""Claims: the sentences that argue, their kind and stance."""
