"""Answers as Markdown (CommonMark): quotations as block quotes, each with its source line and a link to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmine.store import ClaimRow, PassageRow
from argmine.types import Span
from argmine.view.authorities import named
from argmine.view.search import Hit
from argmine.view.sourced import holder_name, link, place
from argmine.view.trace import Trace

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def hits_as_markdown(hits: Iterable[Hit]) -> str:
    """A numbered list of quotations, the words that match in bold."""
    return "\n".join(line for number, hit in enumerate(hits, start=1) for line in _hit(number, hit))


def trace_as_markdown(trace: Trace, limit: int) -> str:
    """The provision, its own words or its gist, and `limit` quotations of each group."""
    words = trace.own_words.text if trace.own_words else trace.gist
    lines = [f"# {trace.provision} {_plain(trace.heading or '')}".rstrip(), "", _plain(trace.title), ""]
    lines += [*_quoted(_plain(words)), ""] if words else []
    for group in trace.groups:
        lines += [f"## {_plain(group.heading)}", ""]
        for claim, *others in group.quotations[:limit]:
            also = [f"> — also in {_source(other)}" for other in others]
            lines += [*_quoted(_plain(claim.text)), ">", f"> — {_source(claim)}", *also, ""]
    if trace.authorities:
        works = (f"- {_plain(named(work))} ({claims})" for work, claims in trace.authorities)
        lines += ["## Authorities relied on", "", *works, ""]
    return "\n".join(lines)


def _hit(number: int, hit: Hit) -> Iterator[str]:
    yield f"{number}. {_marked(hit.passage.text, hit.marks)}"
    yield f"   — {_source(hit.passage)}"
    yield from (f"   — also in {_source(other)}" for other in hit.also_in)
    yield ""


def _source(passage: PassageRow) -> str:
    """Holder, title and page with a link, provisions, id; a passage has no holder."""
    title = passage.title or passage.source
    dated = f"{title} ({passage.date[:4]})" if passage.date else title
    address, words = link(passage), _plain(", ".join(filter(None, [dated, place(passage)])))
    where = f"[{words}](<{address}>)" if address else words
    if not isinstance(passage, ClaimRow):
        return f"{where} · no claim · `{passage.id}`"
    about = "".join(f" · {each.provision}" for each in passage.links)
    return f"**{_plain(holder_name(passage))}**, {where}{about} · `{passage.id}`"


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
