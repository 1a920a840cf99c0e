"""argmine search."""

# ruff: noqa: PLC0415
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import (
    Corpus,
    Encoder,
    Format,
    OutputFormat,
    Since,
    Stance,
    console,
    effective,
    remark,
    write_records,
)

if TYPE_CHECKING:
    from argmine.view.answers.search import Found

Question = Annotated[
    str,
    typer.Argument(
        help='In your own words. "Words in quotation marks" must stand together; art:OST.II and cites:A/RES/62/101 '
        "among them limit the search."
    ),
]
Provision = Annotated[list[str], typer.Option("--provision", "-p", help='Only claims on it: OST:II, "Art. II OST".')]
Holder = Annotated[list[str], typer.Option(help="Held by: a name, in part or with a slip.")]
HolderType = Annotated[list[str], typer.Option(help="author, state, organ, court, scholar, group, instrument.")]
Kind = Annotated[list[str], typer.Option(help="interpretive, normative, evaluative; none: only what is no claim.")]
Genre = Annotated[list[str], typer.Option(help="Of the document: paper, brief, record, judgment ...")]
Language = Annotated[list[str], typer.Option(help="Of the document: en, fr ...")]
Region = Annotated[list[str], typer.Option(help="body, note.")]
InDocument = Annotated[list[str], typer.Option("--document", help="Its id, or how that begins.")]
Years = Annotated[str | None, typer.Option(help="Of the document: 1998, 1998-2010, 1998-, -2010.")]
ClaimsOnly = Annotated[bool, typer.Option("--claims-only", help="No sentences in which nothing is claimed.")]
Like = Annotated[list[str], typer.Option(help="The id of a sentence: find more of its kind.")]
Unlike = Annotated[list[str], typer.Option(help="The id of a sentence: fewer of its kind.")]
Rerank = Annotated[bool, typer.Option(help="Whether the best are compared with the question word by word.")]
Far = Annotated[bool, typer.Option("--far", help="Show the least unlike sentences even where none is near.")]
_MOST = 1000
Limit = Annotated[
    int, typer.Option("--limit", "-n", min=0, max=_MOST, help=f"How many sentences; 0 shows all, up to {_MOST:,}.")
]


def search(  # noqa: PLR0913, PLR0917 (an option is an argument)
    question: Question = "", provision: Provision = [], holder: Holder = [], holder_type: HolderType = [],  # noqa: B006 (typer makes its own)
    kind: Kind = [], stance: Stance = [], genre: Genre = [], language: Language = [], region: Region = [],  # noqa: B006
    document: InDocument = [], years: Years = None, since: Since = None, claims_only: ClaimsOnly = False,  # noqa: B006
    like: Like = [], unlike: Unlike = [], rerank: Rerank = True, far: Far = False, limit: Limit = 10,  # noqa: B006
    form: OutputFormat = Format.TABLE, corpus: Corpus = None, encoder: Encoder = None,
) -> None:  # fmt: skip
    """Find sentences by meaning and by words. Options that can be given several times mean any of their values.

    A filter on what only claims have (provision, holder, kind, stance) leaves all other sentences out.

    Examples: argmine search "may States appropriate extracted resources?" --provision OST:II ·
    argmine search '"common heritage" art:MOON.11' --holder-type state --years 1979- ·
    argmine search --like 3fa9c1d2e4b7-1042-1180
    """
    from argmine.store import Filters
    from argmine.view.answers.question import parse_provision, parse_question, parse_years
    from argmine.view.answers.search import Examples
    from argmine.view.answers.search import search as find

    first, last = parse_years(years) if years else (None, None)
    chosen = Filters(
        tuple(map(parse_provision, provision)), tuple(holder), tuple(kind), tuple(stance), tuple(region),
        tuple(holder_type), tuple(genre), tuple(language), _later(first, since), last, tuple(document),
        claims_only=claims_only,
    )  # fmt: skip
    words, filters = parse_question(question, chosen)
    examples = Examples(tuple(like), tuple(unlike))
    found = find(effective(corpus, encoder), words, filters, limit or _MOST, examples, rerank, once=True, floor=not far)
    _remark(found)
    _show(found, form)


def _later(one: int | None, other: int | None) -> int | None:
    """The later of two years, of which either may be missing: both conditions hold."""
    return max((year for year in (one, other) if year is not None), default=None)


def _remark(found: Found) -> None:
    for typed, names in found.read_as:
        remark(f"Nobody is named {typed!r}; taken for {', '.join(names)}.")
    if found.far:
        remark("Nothing near: no sentence comes close to the question. --far shows the least unlike ones.")
    elif not found.hits:
        remark("Nothing found.")
    if not found.current:
        remark("Documents have been written that the index does not know yet: `argmine index` brings it up to date.")


def _show(found: Found, form: Format) -> None:
    hits = found.hits
    if form is Format.TABLE:
        from argmine.view.shown.listed import show_hits

        show_hits(hits, console())
        return
    if form is Format.MD:
        from argmine.view.shown.markdown import hits_as_markdown

        print(hits_as_markdown(hits), end="")
        return
    from argmine.view.exports.records import hit_record

    write_records((hit_record(hit) for hit in hits), form)
