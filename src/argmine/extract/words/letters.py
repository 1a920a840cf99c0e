"""What is left of a text when it is compared with another that is set otherwise: its letters, its digits."""

from __future__ import annotations


def letters_of(text: str) -> str:
    """The letters, small ones, without all that stands between them."""
    return "".join(filter(str.isalpha, text.casefold()))


def signs_of(text: str) -> str:
    """The letters, small ones, and the digits."""
    return "".join(filter(str.isalnum, text.casefold()))
