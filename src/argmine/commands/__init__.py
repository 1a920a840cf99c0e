"""The commands, each in the module of its kin. `argmine.cli` offers them, and loads one when it is run.

Each imports what it needs when it runs: a search must not wait for what reads documents.
"""

HOMES = {
    "ingest": "ingest ingest", "text": "reading text", "view": "reading view", "search": "search search",
    "trace": "trace trace", "holder": "positions holder", "compare": "positions compare", "gaps": "positions gaps",
    "correct": "correct correct", "corrections": "corrections corrections",
    "drop": "drop drop", "cites": "works cites", "authorities": "works authorities", "works": "works works",
    "report": "trace report", "show": "show show", "status": "show status", "duplicates": "duplicates duplicates",
    "export": "export export", "index": "ingest index", "instruments": "show instruments", "config": "config config",
    "eval": "evaluate evaluate",
}  # fmt: skip
"""What is typed, in the order of the help → the module here, and its function."""
