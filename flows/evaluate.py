"""The flow "evaluate": what was found, beside gold that people annotated.

python -m argmine.flows.evaluate GOLD_notes.jsonl [DOCUMENT]    or    prefect deploy flows/evaluate.py:evaluate
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from prefect import flow

from argmine.evaluation.notes import score_file


@flow(name="evaluate", persist_result=False)
def evaluate(gold: str, document: str | None = None) -> dict[str, Any]:
    """Score one gold file as a run of the flow; see `argmine.evaluation.notes.score_notes`."""
    scores = score_file(Path(gold), Path(document) if document else None)
    return {**scores.summary(), "misses": scores.misses}


def _report(paths: Sequence[str]) -> Iterator[str]:
    scores = score_file(Path(paths[0]), Path(paths[1]) if len(paths) > 1 else None)
    yield json.dumps(scores.summary(), ensure_ascii=False, indent=1)
    yield from scores.misses


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in _report(sys.argv[1:]))
