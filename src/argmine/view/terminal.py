"""How answers look in a terminal: quotations first, then who says it, where, and how we know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from argmine.store import Authority, ClaimRow, PassageRow, ProvisionText
from argmine.types import Document
from argmine.view.listed import STYLES, source_line, title_of
from argmine.view.sourced import holder_name, place
from argmine.view.trace import Trace

_MOST_HOLDERS = 12


def show_trace(trace: Trace, console: Console, limit: int) -> None:
    """The provision, its holders, and its readings by stance, `limit` quotations of each."""
    console.print(Text(f"{trace.provision}  {trace.heading or ''}".rstrip(), "bold"))
    console.print(Text(trace.title, "dim"))
    console.print(_own_words(trace))
    if not trace.claims:
        console.print("No claim in the corpus is linked to it.")
        return
    console.print(_overview(trace))
    for group in trace.groups:
        console.rule(Text(group.heading, STYLES.get(group.stance or "", "")), align="left")
        for claim in group.claims[:limit]:
            _quotation(claim, console)
        if len(group.claims) > limit:
            console.print(Text(f"… and {len(group.claims) - limit} more (--limit 0 shows all)\n", "dim"))


def show_passage(passage: PassageRow, document: Document, console: Console) -> None:
    """One sentence that is no claim, in its context."""
    console.print(Panel(_in_context(passage, document), title=title_of(passage), title_align="left"))
    where = " · ".join(filter(None, [place(passage), " › ".join(passage.section), passage.region]))
    table = Table.grid(padding=(0, 2))
    for name, value in (("id", passage.id), ("found", "no claim"), ("place", where), ("source", passage.source)):
        table.add_row(Text(name, "dim"), Text(value))
    console.print(table)


def show_claim(claim: ClaimRow, document: Document, console: Console) -> None:
    """One claim with all that is known of it, in its context."""
    console.print(Panel(_in_context(claim, document), title=claim.title or claim.source, title_align="left"))
    table = Table.grid(padding=(0, 2))
    rows = {
        "id": claim.id, "holder": f"{holder_name(claim)} ({claim.holder.type}, {claim.attribution})",
        "kind": claim.kind, "stance": claim.stance or "none",
        "provisions": "\n".join(_evidence(claim, document)) or "none",
        "place": " · ".join(filter(None, [place(claim), " › ".join(claim.section), claim.region])),
        "source": claim.source, "date": claim.date or "undated", "authorities": _authorities(claim.citations) or "none",
        "clauses": "\n".join(_clause(each) for each in claim.clauses) or "none",
        "structure": "\n".join(_relations(claim)) or "none",
        "confidence": f"{claim.confidence:.2f}", "rules": ", ".join(claim.rules),
    }  # fmt: skip
    for name, value in rows.items():
        table.add_row(Text(name, "dim"), Text(value))
    console.print(table)


def show_counts(counts: Mapping[str, int | str], console: Console) -> None:
    """Names and numbers in two columns."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for name, number in counts.items():
        table.add_row(Text(name, "dim"), f"{number:,}" if isinstance(number, int) else number)
    console.print(table)


def _quotation(claim: ClaimRow, console: Console) -> None:
    console.print(Padding(Text(f"“{claim.text}”"), (0, 0, 0, 2)))
    console.print(Padding(source_line(claim), (0, 0, 0, 4)))
    console.print(Padding(Text(claim.id, "dim"), (0, 0, 1, 4)))


def _own_words(trace: Trace) -> Panel | Text:
    words: ProvisionText | None = trace.own_words
    if words is not None:
        return Panel(Text(words.text), title=f"its own words, from {words.source}", title_align="left")
    return Text(f"In short: {trace.gist}\n" if trace.gist else "")


def _overview(trace: Trace) -> Text:
    names = [f"{name} ({kind}, {count})" for name, kind, count in trace.holders]
    more = f" and {len(names) - _MOST_HOLDERS} more" if len(names) > _MOST_HOLDERS else ""
    documents = len({claim.document_id for claim in trace.claims})
    start = f"{_counted(len(trace.claims), 'claim')} in {_counted(documents, 'document')}, held by "
    return Text(start + "; ".join(names[:_MOST_HOLDERS]) + more + "\n")


def _in_context(claim: PassageRow, document: Document) -> Text:
    """The paragraph around the claim, the claim itself in bold."""
    start, end = claim.start, claim.end
    index = document.block_at(start)
    if index is not None:
        span = document.blocks[index].span
        start, end = span.start, span.end
    text = Text(document.text[start : claim.start])
    text.append(claim.text, "bold")
    return text.append(document.text[claim.end : end])


def _evidence(claim: ClaimRow, document: Document) -> list[str]:
    return [
        f"{link.provision}  {link.method}, {link.score:.2f}: “{link.evidence.of(document.text)}”"
        for link in claim.links
    ]


def _clause(claim: ClaimRow) -> str:
    parts = (claim.kind, claim.stance, holder_name(claim), claim.id)
    return f"“{claim.text}” · {' · '.join(filter(None, parts))}"


_ROLES = {
    ("support", True): "supports", ("support", False): "is supported by",
    ("attack", True): "attacks", ("attack", False): "is attacked by",
    ("concession", True): "is held against", ("concession", False): "is conceded by",
}  # fmt: skip


def _relations(claim: ClaimRow) -> list[str]:
    """One line for each relation: what the claim does, the marker, the other side."""
    lines = []
    for each in claim.relations:
        acts = each.source.claim == claim.id
        other = each.target if acts else each.source
        lines.append(
            f"{_ROLES[each.kind, acts]} (“{each.marker}”) “{other.text}”" + (f" · {other.claim}" if other.claim else "")
        )
    return lines


def _authorities(citations: Iterable[Authority]) -> str:
    return "\n".join(f"{f'note {each.note}: ' if each.note else ''}{each.text}" for each in citations)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
