"""Claims and the sentences that are none, as searches, traces and exports read them; what a user put right of them."""
