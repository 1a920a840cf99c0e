"""Gold: sentences that people annotated, as the evaluation sees them, whatever tool they were annotated with.

    JSON lines   a body sentence a line: `text`, `claim` (true, false, or null where the annotators disagree), `kind`,
                 `stance`, `holder`, `holders_allowed`, `attribution`, `provisions` (owed), `provisions_allowed`
                 (also right), `explicit`
    doccano      its JSON lines: `text` and `label`, a list of [start, end, kind]
    INCEpTION    UIMA CAS XMI, alone or with its type system in a zip archive; read by `evaluation.inception`

Of doccano and INCEpTION, the sentences that nobody marked are no claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from argmine.errors import SourceError
from argmine.mine.components import plain_document
from argmine.mine.sentences import find_sentences
from argmine.types import AttributionKind, ClaimKind, Span, Stance

_FORMS = "Write one annotated sentence a line as JSON, or name an export of doccano (.jsonl) or INCEpTION (.xmi, .zip)."


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence as read by people; `claim` is None where they disagree, and then it is not scored.

    `holders` are all right answers, the owed one first; `provisions` are owed, `allowed` right but not owed, and
    `explicit` those of the owed that the sentence itself names.
    """

    text: str
    claim: bool | None
    kind: ClaimKind | None = None
    stance: Stance | None = None
    holders: tuple[str, ...] = ()
    attribution: AttributionKind | None = None
    provisions: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    explicit: tuple[str, ...] = ()


Marked = tuple[int, int, str]
"""A stretch of text and its label, as annotation tools export it."""


def load_gold(path: Path) -> tuple[GoldSentence, ...]:
    """The annotated sentences of a file.

    Raises:
        SourceError: the file is not there, or is none of the forms that are known.
    """
    if path.suffix.lower() in (".xmi", ".zip"):
        from argmine.evaluation.inception import marked_texts  # noqa: PLC0415  only those who need it install cassis

        return tuple(sentence for text, marks in marked_texts(path) for sentence in from_marks(text, marks))
    sentences: list[GoldSentence] = []
    for number, row in enumerate(_rows(path), start=1):
        try:
            sentences += _from_row(row)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise SourceError(f"{path} line {number} is no annotation: {error}", _FORMS) from error
    return tuple(sentences)


def is_notes(path: Path) -> bool:
    """Whether a gold file annotates notes (by their number `n`) rather than sentences."""
    if path.suffix.lower() != ".jsonl":
        return False
    first = next(iter(_rows(path)), {})
    return "n" in first


def from_marks(text: str, marks: Sequence[Marked]) -> Iterator[GoldSentence]:
    """The sentences of a text, those that touch a mark with its label as the kind, the others as no claims."""
    kinds = get_args(ClaimKind)
    claims = sorted((start, end, label.lower()) for start, end, label in marks if label.lower() in kinds)
    for start, end, label in claims:
        yield GoldSentence(" ".join(text[start:end].split()), True, cast(ClaimKind, label))
    document = plain_document(text)
    for sentence in find_sentences(document):
        if not any(Span(start, end).overlaps(sentence.span) for start, end, _ in claims):
            yield GoldSentence(" ".join(sentence.span.of(text).split()), False)


def _rows(path: Path) -> list[Mapping[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read: {error}", _FORMS) from error
    try:
        rows = [json.loads(line) for line in lines if line.strip()]
    except json.JSONDecodeError as error:
        raise SourceError(f"{path} is not JSON lines: {error}", _FORMS) from error
    if not all(isinstance(row, dict) for row in rows):
        raise SourceError(f"{path} holds lines that are no JSON objects", _FORMS)
    return rows


def _from_row(row: Mapping[str, Any]) -> Iterator[GoldSentence]:
    if "claim" not in row:
        marks = row["label"] if "label" in row else row["labels"]
        yield from from_marks(row["text"], [(int(start), int(end), str(label)) for start, end, label in marks])
        return
    holder = row.get("holder")
    yield GoldSentence(
        text=row["text"],
        claim=row["claim"],
        kind=_one_of(row.get("kind"), ClaimKind),
        stance=_one_of(row.get("stance"), Stance),
        holders=tuple(filter(None, [holder, *row.get("holders_allowed", ())])),
        attribution=_one_of(row.get("attribution"), AttributionKind),
        provisions=tuple(row.get("provisions", ())),
        allowed=tuple(row.get("provisions_allowed", ())),
        explicit=tuple(row.get("explicit", ())),
    )


def _one_of(value: str | None, allowed: Any) -> Any:
    return value if value in get_args(allowed) else None
