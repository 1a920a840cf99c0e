"""How answers look in a terminal: quotations first, then who says it, where, and how we know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from argmine.store import ClaimRow, PassageRow, ProvisionText
from argmine.types import Document
from argmine.view.answers.authorities import named
from argmine.view.answers.groups import Group, counted, lag, years
from argmine.view.answers.trace import Trace, unshown
from argmine.view.shown.facts import claim_facts, passage_facts
from argmine.view.shown.listed import STYLES, WIDE, source_line, title_of
from argmine.view.sourced import document_name, place

_MOST_HOLDERS, _MOST_WORKS, _MOST_NAMES, _MOST_AGAINST = 8, 5, 4, 4


def show_trace(trace: Trace, console: Console, limit: int, most: int = 0) -> None:
    """The provision, its holders, its `most` strongest readings (0: all) with `limit` quotations of each, the
    authorities on which they rest."""
    console.print(Text(f"{trace.provision}  {trace.heading or ''}".rstrip(), "bold"))
    console.print(Text(trace.title, "dim"))
    console.print(_own_words(trace))
    if not trace.claims:
        console.print("No claim in the corpus is linked to it.")
        return
    console.print(_overview(trace))
    if behind := lag(trace.uncompared):
        console.print(Text(f"{behind}\n", "yellow"))
    shown = trace.strongest(most)
    numbers = {group.reading: number for number, group in enumerate(trace.readings, start=1)}
    wide = console.width >= WIDE
    for groups in shown.abreast if wide else ((group,) for group in shown.groups):
        table = Table.grid(*([""] * len(groups)), padding=(0, 3, 0, 0), expand=True)
        for column in table.columns:
            column.ratio = 1
        table.add_row(*(_group(group, numbers, limit) for group in groups))
        console.print(table)
    if left := unshown(trace, shown):
        console.print(Text(f"{left}\n", "dim"))
    _show_works(trace, console)


def _group(group: Group, numbers: Mapping[str | None, int], limit: int) -> RenderableType:
    """A group under its heading: of a reading its holders, its id and what excludes it; quotations, how many more."""
    number = f"{numbers[group.reading]}. " if group.reading else ""
    parts: list[RenderableType] = [Text(f"── {number}{group.title}", f"bold {STYLES.get(group.stance or '', '')}")]
    who = (Text(group.held(_MOST_NAMES)), Text(str(group.reading), "dim")) if group.reading else ()
    told = [Text(group.summary), *who]
    against = [str(number) for number in sorted(numbers[other] for other in group.opposed if other in numbers)]
    if against:
        more = f" and {len(against) - _MOST_AGAINST} more" if len(against) > _MOST_AGAINST else ""
        told.append(Text(f"against it: {', '.join(against[:_MOST_AGAINST])}{more}", "red"))
    parts += [Padding(line, (0, 0, 0, 3)) for line in told]
    for same in group.quotations[:limit]:
        parts += _quotation(*same)
    more_quoted = len(group.quotations) - limit
    if more_quoted > 0:
        parts.append(Padding(Text(f"… and {more_quoted} more (--limit 0 shows all)", "dim"), (0, 0, 0, 2)))
    return Lines(*parts, Text())


def _show_works(trace: Trace, console: Console) -> None:
    """The authorities relied on most."""
    works = trace.authorities
    if not works:
        return
    console.rule(Text("Authorities relied on"), align="left")
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    for work, claims in works[:_MOST_WORKS]:
        table.add_row(str(claims), Text(named(work)))
    console.print(Padding(table, (0, 0, 0, 2)))
    if (more := len(works) - _MOST_WORKS) > 0:
        console.print(Padding(Text(f"… and {more} more (argmine authorities {trace.provision})", "dim"), (0, 0, 0, 2)))


def show_passage(passage: PassageRow, document: Document, console: Console) -> None:
    """One sentence that is no claim, in its context."""
    console.print(Panel(_in_context(passage, document), title=title_of(passage), title_align="left"))
    _show_facts(passage_facts(passage), console)


def show_claim(claim: ClaimRow, document: Document, console: Console) -> None:
    """One claim with all that is known of it, in its context."""
    console.print(Panel(_in_context(claim, document), title=document_name(claim), title_align="left"))
    _show_facts(claim_facts(claim, document), console)


def _show_facts(facts: Mapping[str, str], console: Console) -> None:
    table = Table.grid(padding=(0, 2))
    for name, value in facts.items():
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


def _quotation(claim: ClaimRow, *others: ClaimRow) -> Iterator[RenderableType]:
    yield Padding(Text(f"“{claim.text}”"), (0, 0, 0, 2))
    yield Padding(source_line(claim), (0, 0, 0, 4))
    for other in others:
        yield Padding(Text(f"also in {title_of(other)}, {place(other)} · {other.id}", "dim"), (0, 0, 0, 4))
    yield Padding(Text(claim.id, "dim"), (0, 0, 0, 4))


def _own_words(trace: Trace) -> Panel | Text:
    words: ProvisionText | None = trace.own_words
    if words is not None:
        return Panel(Text(words.text), title=f"its own words, from {words.source}", title_align="left")
    return Text(f"In short: {trace.gist}\n" if trace.gist else "")


def _overview(trace: Trace) -> Text:
    """How many claims, where, since when; who holds them, by type."""
    claims, documents = trace.claims, len({claim.document_id for claim in trace.claims})
    spanned = years(claims)
    dates = f", {'–'.join(dict.fromkeys(spanned))}" if spanned else ""
    lines = [f"{counted(len(claims), 'claim')} in {counted(documents, 'document')}{dates}, held by"]
    for kind, several in trace.holders_by_type.items():
        names = "; ".join(f"{name} ({count})" for name, count in several[:_MOST_HOLDERS])
        more = f" and {len(several) - _MOST_HOLDERS} more" if len(several) > _MOST_HOLDERS else ""
        lines.append(f"  {kind}: {names}{more}")
    return Text("\n".join(lines) + "\n")


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
