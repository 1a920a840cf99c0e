"""argmine config."""

# ruff: noqa: PLC0415
from __future__ import annotations

from argmine.commands.options import Corpus, Encoder, effective


def config(corpus: Corpus = None, encoder: Encoder = None) -> None:
    """Print the effective settings as they could stand in argmine.toml: of that file, the environment and the options.

    Example: argmine config --corpus elsewhere > new.toml (not > argmine.toml: a shell empties a file before it is read)
    """
    import json
    from dataclasses import asdict

    settings = asdict(effective(corpus, encoder))
    print("[argmine]")
    for name, value in settings.items():
        print(f"{name} = {json.dumps(value, ensure_ascii=False)}")  # a text of JSON is one of TOML too
