"""A document and its analysis, out of rows again: what is read equals what was written."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Sequence
from typing import Any

from argmine.errors import QueryError
from argmine.store.claims import structure
from argmine.store.connection import Connection
from argmine.store.documents.described import METADATA, metadata_of, read_quality
from argmine.store.rows import ProvisionText, link, listed, reported
from argmine.store.works import CITATION, citation_of
from argmine.types import (
    Analysis,
    Antecedent,
    Article,
    Block,
    Claim,
    Document,
    Holder,
    Line,
    Link,
    Note,
    Page,
    Provision,
    Sentence,
    Source,
    Span,
    Speech,
    Unresolved,
    Wording,
)


def read_document(sql: Connection, document_id: str) -> Document:
    """The document as it was written; its source is the first by name where copies share it."""
    row, sha256, media_type, size, path, text, furniture, lines, *metadata = _found(
        sql.row(
            f"""SELECT row_id, sha256, media_type, size,
                       (SELECT min(path) FROM sources WHERE document_id = documents.id), text, furniture, lines,
                       {METADATA}
                FROM documents JOIN texts ON texts.document = documents.row_id WHERE id = ?""",  # noqa: S608 (names)
            (document_id,),
        ),
        document_id,
    )
    return Document(
        id=document_id,
        source=Source(os.fsdecode(path), sha256, media_type, size),
        metadata=metadata_of(*metadata),
        text=text,
        furniture=tuple(Span(*span) for span in json.loads(furniture)),
        lines=tuple(_line(*line) for line in json.loads(zlib.decompress(lines))),
        quality=read_quality(sql, row),
        **_read_layout(sql, row),
    )


def _line(start: int, stop: int, page: int, *box: float) -> Line:
    return Line(Span(start, stop), page, (box[0], box[1], box[2], box[3]))


def _read_layout(sql: Connection, row: int) -> dict[str, Any]:
    pages = sql.rows("SELECT number, label, width, height FROM pages WHERE document = ? ORDER BY number", (row,))
    blocks = _ordered(sql, "SELECT kind, start, stop, level, label FROM blocks", row)
    notes = _ordered(sql, "SELECT number, start, stop, anchor FROM notes", row)
    speeches = _ordered(sql, "SELECT start, stop, speaker, affiliation FROM speeches", row)
    articles = _ordered(sql, "SELECT number, heading, start, stop FROM articles", row)
    return {
        "pages": tuple(Page(*page) for page in pages),
        "blocks": tuple(Block(kind, Span(a, b), level, label) for kind, a, b, level, label in blocks),
        "notes": tuple(Note(number, Span(a, b), anchor) for number, a, b, anchor in notes),
        "speeches": tuple(Speech(Span(a, b), speaker, affiliation) for a, b, speaker, affiliation in speeches),
        "articles": tuple(Article(number, heading, Span(a, b)) for number, heading, a, b in articles),
    }


def read_analysis(sql: Connection, document_id: str) -> Analysis:
    """The analysis as it was written."""
    row, recipe, instrument = _found(
        sql.row("SELECT row_id, recipe, instrument FROM documents WHERE id = ?", (document_id,)), document_id
    )
    sentences = _ordered(sql, "SELECT start, stop, region, block FROM sentences", row)
    unresolved = _ordered(sql, "SELECT start, stop, reason FROM unresolved", row)
    return Analysis(
        document_id=document_id,
        recipe=recipe,
        sentences=tuple(Sentence(Span(a, b), region, block) for a, b, region, block in sentences),
        claims=_read_claims(sql, row),
        links=_read_links(sql, row),
        unresolved=tuple(Unresolved(Span(a, b), reason) for a, b, reason in unresolved),
        instrument=instrument,
        relations=structure.read(sql, row),
        **_read_citations(sql, row),
    )


def _read_claims(sql: Connection, row: int) -> tuple[Claim, ...]:
    rows = sql.rows(
        """SELECT id, start, stop, region, kind, stance, holder, holder_type, holder_id, attribution, confidence, rules,
                  reporter, (SELECT id FROM claims AS sentences WHERE sentences.row_id = claims.part_of),
                  modality, strength, polarity, decided_by
           FROM claims WHERE document = ? ORDER BY row_id""",
        (row,),
    )
    return tuple(_claim(columns) for columns in rows)


def _claim(columns: Sequence[Any]) -> Claim:
    claim, start, stop, region, kind, stance, *holder, attribution, confidence, rules, reporter, part_of = columns[:-4]
    *wording, decided_by = columns[-4:]
    return Claim(
        claim,
        Span(start, stop),
        region,
        kind,
        stance,
        Holder(*holder),
        attribution,
        confidence,
        listed(rules),
        reported(reporter),
        part_of,
        Wording(*wording),
        decided_by,
    )


def _read_links(sql: Connection, row: int) -> tuple[Link, ...]:
    rows = sql.rows(
        """SELECT claims.id, instrument, path, method, score, evidence_start, evidence_stop, relation
           FROM links JOIN claims ON claims.row_id = links.claim WHERE links.document = ? ORDER BY position""",
        (row,),
    )
    return tuple(link(columns) for columns in rows)


def _read_citations(sql: Connection, row: int) -> dict[str, Any]:
    rows = sql.rows(
        f"SELECT row_id, start, stop, {CITATION} FROM citations WHERE document = ? ORDER BY row_id",  # noqa: S608 (names)
        (row,),
    )
    index = {citation: position for position, (citation, *_) in enumerate(rows)}
    supports = sql.rows(
        """SELECT claims.id, citation FROM claim_citations JOIN claims ON claims.row_id = claim
           WHERE claim_citations.document = ? ORDER BY position""",
        (row,),
    )
    return {
        "citations": tuple(citation_of(start, stop, columns) for _, start, stop, *columns in rows),
        "antecedents": tuple(
            Antecedent(index[citation], None if target is None else index[target], reason)
            for citation, target, reason in _ordered(sql, "SELECT citation, target, reason FROM antecedents", row)
        ),
        "supports": tuple((claim, index[citation]) for claim, citation in supports),
    }


def _ordered(sql: Connection, select: str, row: int) -> list[Any]:
    return sql.rows(f"{select} WHERE document = ? ORDER BY position", (row,))


def _found(row: Any, document_id: str) -> Any:
    if row is None:
        raise QueryError(f"There is no document {document_id}.", "`argmine status` lists the documents.")
    return row


def read_provision(sql: Connection, provision: Provision) -> ProvisionText | None:
    """The article of a provision; of several ingested texts of the instrument, the first by the name of its file."""
    found = sql.row(
        """SELECT documents.id, position, (SELECT min(path) FROM sources WHERE document_id = documents.id) AS path
           FROM documents JOIN articles ON articles.document = documents.row_id
           WHERE instrument = ? AND number = ? ORDER BY path, position LIMIT 1""",
        (provision.instrument, *provision.path[:1]) if provision.path else (None, None),
    )
    if found is None:
        return None
    document = read_document(sql, found[0])
    article = document.articles[found[1]]
    return ProvisionText(
        provision=Provision(provision.instrument, provision.path[:1]),
        heading=article.heading,
        text=article.span.of(document.text),
        document_id=document.id,
        title=document.metadata.title,
        source=document.source.path,
        page=document.page_at(article.span.start),
    )
