# Short names for the commands of CONTRIBUTING.md.

test:
    .venv/bin/python -m pytest

check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

samples:
    .venv/bin/python corpus/typeset.py
