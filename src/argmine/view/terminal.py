"""How answers look in a terminal: quotations first, then who says it, where, and how we know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from argmine.store import Authority, ClaimRow, PassageRow, ProvisionText
from argmine.types import Document
from argmine.view.search import Hit
from argmine.view.trace import Trace, holder_name, link, place

_STYLES = {"permits": "green", "limits": "yellow", "prohibits": "red", "requires": "magenta", "open": "cyan"}
_MOST_HOLDERS = 12


def show_hits(hits: Sequence[Hit], console: Console) -> None:
    """Each hit: the quotation, then its source line, then its id and how it was found."""
    for number, hit in enumerate(hits, start=1):
        console.print(Text.assemble((f"{number:>3}  ", "dim"), "“", _marked(hit), "”"), soft_wrap=False)
        console.print(Padding(_source_line(hit.passage), (0, 0, 0, 5)))
        for other in hit.also_in:
            console.print(Padding(Text(f"also in {_title(other)}, {place(other)} · {other.id}", "dim"), (0, 0, 0, 5)))
        console.print(Padding(Text(f"{hit.passage.id} · {_parts(hit)}", "dim"), (0, 0, 1, 5)))


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
        console.rule(Text(group.heading, _STYLES.get(group.stance or "", "")), align="left")
        for claim in group.claims[:limit]:
            _quotation(claim, console)
        if len(group.claims) > limit:
            console.print(Text(f"… and {len(group.claims) - limit} more (--limit 0 shows all)\n", "dim"))


def show_passage(passage: PassageRow, document: Document, console: Console) -> None:
    """One sentence that is no claim, in its context."""
    console.print(Panel(_in_context(passage, document), title=_title(passage), title_align="left"))
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
    console.print(Padding(_source_line(claim), (0, 0, 0, 4)))
    console.print(Padding(Text(claim.id, "dim"), (0, 0, 1, 4)))


def _source_line(passage: PassageRow) -> Text:
    """— holder, title (date), page · provisions · stance; of a passage, which nobody claims, where it stands."""
    line = Text("— ")
    named = isinstance(passage, ClaimRow) and holder_name(passage) == (passage.title or passage.source)
    where = ", ".join(filter(None, [_title(passage), place(passage)]))
    if isinstance(passage, ClaimRow) and not named:  # else its document, without an author, speaks for itself
        line.append(_holder(passage)).append(", ")
    line.append(where, f"link {link(passage)}")
    if passage.region == "note":
        line.append(", in a note")
    return line.append(_about(passage)) if isinstance(passage, ClaimRow) else line.append(" · no claim", "dim")


def _holder(claim: ClaimRow) -> Text:
    name = Text(holder_name(claim), "bold")
    if claim.attribution == "own":
        return name
    return Text.assemble(name, f" ({claim.attribution} by {' and '.join(claim.authors) or 'the document'})")


def _about(claim: ClaimRow) -> Text:
    line = Text()
    if claim.links:
        line.append(" · " + ", ".join(_link_name(link.provision, link.method) for link in claim.links), "blue")
    if claim.stance:
        line.append(f" · {claim.stance}", _STYLES.get(claim.stance, ""))
    return line


def _title(claim: PassageRow) -> str:
    title = claim.title or claim.source
    return f"{title} ({claim.date[:4]})" if claim.date else title


def _marked(hit: Hit) -> Text:
    text = Text(hit.passage.text)
    for mark in hit.marks:
        text.stylize("bold underline", mark.start, mark.end)
    return text


def _parts(hit: Hit) -> str:
    """The score and what it is made of."""
    if hit.by_meaning is None and hit.by_words is None:
        return f"confidence {hit.score:.2f}"
    meaning = f"#{hit.by_meaning} ({hit.cosine:.2f})" if hit.by_meaning else "–"
    words = f"#{hit.by_words} ({hit.bm25:.1f})" if hit.by_words else "–"
    close = f" · word by word {hit.closeness:.2f}" if hit.closeness is not None else ""
    return f"score {hit.score:.4f}{close} · by meaning {meaning} · by words {words}"


def _link_name(provision: object, method: str) -> str:
    return str(provision) if method == "explicit" else f"{provision} ({method})"


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
