"""Who argues which interpretation of which treaty article, where exactly, and on whose authority?

    document = argmine.read(Path("paper.pdf"))            a file as one text, with its notes and pages
    analysis = argmine.analyse(document)                  its claims, their holders, the provisions they are about
    argmine.search(settings, "who may own what it digs?") claims of an ingested corpus, by meaning and by words
    argmine.trace(settings, argmine.parse_provision("OST:II"))   who reads it how

A corpus is filled by `argmine ingest` or by `argmine.intake`. The verbs are loaded when they are first used.
"""

from __future__ import annotations

from argmine.on_demand import loader

__all__ = ["Settings", "analyse", "load_settings", "parse_provision", "read", "search", "trace"]
__getattr__ = loader(
    "argmine",
    {
        "extract": "read",
        "pipeline": "analyse",
        "settings": "Settings load_settings",
        "view.answers.question": "parse_provision",
        "view.answers.search": "search",
        "view.answers.trace": "trace",
    },
)
