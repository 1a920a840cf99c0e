"""Notes of printed pages: where each begins, how they count, and the markers that call them."""
