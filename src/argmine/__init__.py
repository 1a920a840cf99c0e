"""Who argues which interpretation of which treaty article, where exactly, and on whose authority?

    document = argmine.read(Path("paper.pdf"))            a file as one text, with its notes and pages
    analysis = argmine.analyse(document)                  its claims, their holders, the provisions they are about
    argmine.search(settings, "who may own what it digs?") claims of an ingested corpus, by meaning and by words
    argmine.trace(settings, argmine.parse_provision("OST:II"))   who reads it how

A corpus is filled by `argmine ingest` or by `argmine.intake`. The verbs are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Settings": "argmine.settings",
    "analyse": "argmine.pipeline",
    "load_settings": "argmine.settings",
    "parse_provision": "argmine.view.question",
    "read": "argmine.extract",
    "search": "argmine.view.search",
    "trace": "argmine.view.trace",
}
__all__ = ["Settings", "analyse", "load_settings", "parse_provision", "read", "search", "trace"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'argmine' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
