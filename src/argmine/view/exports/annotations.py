"""Claims as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), one collection on one page.

A claim is found again in its source by three selectors: its words with those around it, its place in the text that
argmine read, and the page of the file (RFC 8118).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TextIO

from argmine.store import ClaimRow, Database
from argmine.view.sourced import holder_name, link

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 40
"""Characters before and behind a quotation: enough to tell it from the same words elsewhere."""


def write_annotations(database: Database, claims: Iterable[ClaimRow], out: TextIO) -> None:
    """Write all claims as the items of one AnnotationPage; those of one document must follow each other."""
    out.write(f'{{"@context": "{CONTEXT}", "id": "urn:argmine:claims", "type": "AnnotationPage", "items": [')
    for number, annotation in enumerate(_annotations(database, claims)):
        out.write((",\n" if number else "\n") + json.dumps(annotation, ensure_ascii=False))
    out.write("\n]}\n")


def _annotations(database: Database, claims: Iterable[ClaimRow]) -> Iterator[dict[str, Any]]:
    for document_id, own in groupby(claims, lambda claim: claim.document_id):
        document = database.document(document_id)
        for claim in own:
            yield annotation(claim, document.text, document.source.media_type)


def annotation(claim: ClaimRow, text: str, media_type: str) -> dict[str, Any]:
    """One claim as an Annotation; `text` is the document's."""
    source, _, page = (link(claim) or claim.source).partition("#")
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector", "exact": claim.text,
            "prefix": text[max(claim.start - _AROUND, 0) : claim.start],
            "suffix": text[claim.end : claim.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
    ]  # fmt: skip
    if page:
        selectors.append({"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc8118", "value": page})
    return {
        "id": f"urn:argmine:claim:{claim.id}", "type": "Annotation", "motivation": ["classifying", "tagging"],
        "body": [_body("classifying", claim.kind), *(_body("tagging", tag) for tag in _tags(claim))],
        "target": {"source": {"id": source, "type": "Text", "format": media_type}, "selector": selectors},
    }  # fmt: skip


def _tags(claim: ClaimRow) -> Iterator[str]:
    yield from (str(each.provision) for each in claim.links)
    if claim.stance:
        yield f"stance: {claim.stance}"
    yield f"holder: {holder_name(claim)}"


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
