"""Answers as Markdown (CommonMark): quotations as block quotes, each with its source line and a link to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from argmine.store import ClaimRow, PassageRow
from argmine.types import Document, Span
from argmine.view.answers.authorities import named
from argmine.view.answers.groups import Group, lag
from argmine.view.answers.hits import Hit
from argmine.view.answers.trace import Trace, unshown
from argmine.view.shown.facts import claim_facts, passage_facts
from argmine.view.sourced import document_name, holder_name, link, linked, place, reported

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def table_as_markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; lines within a cell stay lines."""
    lines = (headings, ["---"] * len(headings), *([_plain(cell).replace("\n", "<br>") for cell in row] for row in rows))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sentence_as_markdown(passage: PassageRow, document: Document) -> str:
    """One sentence as a quotation with its source, and all that is known of it as a table."""
    facts = claim_facts(passage, document) if isinstance(passage, ClaimRow) else passage_facts(passage)
    lines = [*_quoted(_plain(passage.text)), ">", f"> — {_source(passage)}", ""]
    return "\n".join([*lines, table_as_markdown(("", "what is known"), facts.items())])


def hits_as_markdown(hits: Iterable[Hit]) -> str:
    """A numbered list of quotations, the words that match in bold."""
    return "\n".join(line for number, hit in enumerate(hits, start=1) for line in _hit(number, hit))


def trace_as_markdown(trace: Trace, limit: int, most: int = 0) -> str:
    """The provision, its own words or its gist, and `limit` quotations of each of the `most` strongest groups."""
    words = trace.own_words.text if trace.own_words else trace.gist
    lines = [f"# {trace.provision} {_plain(trace.heading or '')}".rstrip(), "", _plain(trace.title), ""]
    lines += [*_quoted(_plain(words)), ""] if words else []
    lines += [_plain(behind), ""] if (behind := lag(trace.uncompared)) else []
    shown = trace.strongest(most)
    for group in shown.groups:
        lines += [f"## {_plain(group.title)}", "", *_told(group), ""]
        for claim, *others in group.quotations[:limit]:
            also = [f"> — also in {_source(other)}" for other in others]
            lines += [*_quoted(_plain(claim.text)), ">", f"> — {_source(claim)}", *also, ""]
    if left := unshown(trace, shown):
        lines += [_plain(left), ""]
    if trace.authorities:
        works = (f"- {_plain(named(work))} ({claims})" for work, claims in trace.authorities)
        lines += ["## Authorities relied on", "", *works, ""]
    return "\n".join(lines)


def _told(group: Group) -> Iterator[str]:
    """How many claims; of a reading, who holds it and its id."""
    yield _plain(f"{group.summary}. Held by {group.held()}." if group.reading else f"{group.summary}.")
    if group.reading:
        yield f"`{group.reading}`"


def _hit(number: int, hit: Hit) -> Iterator[str]:
    yield f"{number}. {_marked(hit.passage.text, hit.marks)}"
    yield f"   — {_source(hit.passage)}"
    yield from (f"   — also in {_source(other)}" for other in hit.also_in)
    yield ""


def _source(passage: PassageRow) -> str:
    """Holder, title and page with a link, provisions, id; a passage has no holder."""
    title = document_name(passage)
    dated = f"{title} ({passage.date[:4]})" if passage.date else title
    address, words = link(passage), _plain(", ".join(filter(None, [dated, place(passage)])))
    where = f"[{words}](<{address}>)" if address else words
    if not isinstance(passage, ClaimRow):
        return f"{where} · no claim · `{passage.id}`"
    about = "".join(f" · {linked(each)}" for each in passage.links)
    by = f" ({_plain(who)})" if (who := reported(passage)) else ""
    return f"**{_plain(holder_name(passage))}**{by}, {where}{about} · `{passage.id}`"


def _marked(text: str, marks: Iterable[Span]) -> str:
    parts, at = [], 0
    for mark in marks:
        parts += [_plain(text[at : mark.start]), f"**{_plain(mark.of(text))}**"]
        at = mark.end
    return "".join([*parts, _plain(text[at:])])


def _quoted(text: str) -> list[str]:
    return [f"> {line}".rstrip() for line in text.splitlines()]


def _plain(text: str) -> str:
    """Text that no reader takes for marks of Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
