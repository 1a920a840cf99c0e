"""argmine search."""

# ruff: noqa: PLC0415
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import Corpus, Encoder, Format, OutputFormat, console, effective, remark, write_records

if TYPE_CHECKING:
    from argmine.view.search import Hit

Several = list[str]


def search(  # noqa: PLR0913, PLR0917 (an option is an argument)
    question: Annotated[
        str,
        typer.Argument(
            help='In your own words. "Words in quotation marks" must stand together; art:OST.II and '
            "cites:A/RES/62/101 among them limit the search."
        ),
    ] = "",
    provision: Annotated[
        Several, typer.Option("--provision", "-p", help='Only claims on it: OST:II, "Art. II OST".')
    ] = [],  # noqa: B006 (typer makes its own)
    holder: Annotated[Several, typer.Option(help="Held by: a name, in part or with a slip.")] = [],  # noqa: B006
    holder_type: Annotated[Several, typer.Option(help="author, state, organ, court, scholar, group, instrument.")] = [],  # noqa: B006
    kind: Annotated[Several, typer.Option(help="interpretive, normative, evaluative.")] = [],  # noqa: B006
    stance: Annotated[Several, typer.Option(help="permits, prohibits, requires, limits, open, none.")] = [],  # noqa: B006
    genre: Annotated[Several, typer.Option(help="Of the document: paper, brief, record, judgment ...")] = [],  # noqa: B006
    language: Annotated[Several, typer.Option(help="Of the document: en, fr ...")] = [],  # noqa: B006
    region: Annotated[Several, typer.Option(help="body, note.")] = [],  # noqa: B006
    document: Annotated[Several, typer.Option(help="Its id, or how that begins.")] = [],  # noqa: B006
    years: Annotated[str | None, typer.Option(help="Of the document: 1998, 1998-2010, 1998-, -2010.")] = None,
    like: Annotated[Several, typer.Option(help="The id of a claim: find more of its kind.")] = [],  # noqa: B006
    unlike: Annotated[Several, typer.Option(help="The id of a claim: fewer of its kind.")] = [],  # noqa: B006
    rerank: Annotated[
        bool | None,
        typer.Option(help="Compare the best word by word; left out: up to 20,000 claims.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="How many claims.")] = 10,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
    encoder: Encoder = None,
) -> None:
    """Find claims by meaning and by words. Options that can be given several times mean any of their values.

    Examples: argmine search "may States appropriate extracted resources?" --provision OST:II ·
    argmine search '"common heritage" art:MOON.11' --holder-type state --years 1979- ·
    argmine search --like 3fa9c1d2e4b7-1042-1180
    """
    from argmine.store import Filters
    from argmine.view.question import parse_provision, parse_question, parse_years
    from argmine.view.search import Examples
    from argmine.view.search import search as find

    since, until = parse_years(years) if years else (None, None)
    chosen = Filters(
        provisions=tuple(map(parse_provision, provision)), holders=tuple(holder), kinds=tuple(kind),
        stances=tuple(stance), regions=tuple(region), holder_types=tuple(holder_type), genres=tuple(genre),
        languages=tuple(language), since=since, until=until, documents=tuple(document),
    )  # fmt: skip
    words, filters = parse_question(question, chosen)
    found = find(effective(corpus, encoder), words, filters, limit, Examples(tuple(like), tuple(unlike)), rerank)
    for typed, names in found.read_as:
        remark(f"Nobody is named {typed!r}; taken for {', '.join(names)}.")
    if not found.current:
        remark("Documents have been written that the index does not know yet: `argmine index` brings it up to date.")
    _show(found.hits, form)


def _show(hits: tuple[Hit, ...], form: Format) -> None:
    if form is Format.TABLE:
        from argmine.view.terminal import show_hits

        show_hits(hits, console())
        if not hits:
            remark("No claim found.")
        return
    if form is Format.MD:
        from argmine.view.markdown import hits_as_markdown

        print(hits_as_markdown(hits), end="")
        return
    from argmine.view.export import hit_record

    write_records((hit_record(hit) for hit in hits), form)
