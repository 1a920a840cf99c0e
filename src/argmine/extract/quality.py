"""Whether a text's letters are letters."""


def check_letters(text: str, name: str) -> None:
    """Raise Garbled for nonsense."""
