"""`argmine eval`: gold beside what argmine finds."""

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415
from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmine.commands.options import Corpus, Format, OutputFormat, console, effective, write_records

if TYPE_CHECKING:
    from argmine.evaluation.running import Evaluated
    from argmine.evaluation.summaries import Summary
    from argmine.evaluation.table import Sheet


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Annotated sentences, notes with works, or interpretations.")
    ],
    document: Annotated[
        list[Path] | None,
        typer.Option("--document", "-d", metavar="PATH", help="The document, or a folder that holds it by its name."),
    ] = None,
    partial: Annotated[bool, typer.Option(help="The gold covers only stretches of the document.")] = False,
    baselines: Annotated[bool, typer.Option("--baselines", help="Score three simple systems beside it.")] = False,
    changes: Annotated[bool, typer.Option(help="List the sentences gained and lost since the run before.")] = True,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """Score claims, stances, holders, links and citations against what people annotated.

    Gold is JSON lines, or an export of doccano (.jsonl) or INCEpTION (.xmi, .zip).

    Examples: argmine eval tests/golden/brackwater-2024.jsonl -d corpus/raw · argmine eval gold.jsonl -d paper.pdf
    """
    from argmine.evaluation.summaries import has_sentences, summarise

    sentences = [path for path in gold if has_sentences(path)]
    scored = [_scored(path, document or [], partial, baselines) for path in sentences]
    others, encoder = [path for path in gold if path not in sentences], effective(corpus).encoder
    summaries = [summarise(path, document or [], encoder) for path in others]
    if form in (Format.JSONL, Format.CSV):
        write_records(_records(scored, summaries), form)
    else:
        _print(scored, summaries, effective(corpus).folder, form, changes=changes)
    from argmine.evaluation.runs import keep_run

    keep_run(effective(corpus).folder, [each.score for each in scored])


def _scored(gold: Path, documents: Sequence[Path], partial: bool, compared: bool) -> Evaluated:
    from argmine.evaluation.running import document_of, evaluate_claims

    return evaluate_claims(gold, document_of(gold, documents), partial=partial, compared=compared)


def _records(scored: Sequence[Evaluated], summaries: Sequence[Summary]) -> Iterator[dict[str, Any]]:
    from argmine.evaluation.table import score_records, summary_records

    yield from (record for each in scored for record in score_records(each))
    yield from (record for title, figures in summaries for record in summary_records(title, figures))


def _print(
    scored: Sequence[Evaluated], summaries: Sequence[Summary], folder: Path, form: Format, *, changes: bool
) -> None:
    from argmine.evaluation.runs import changes as changed
    from argmine.evaluation.runs import read_run
    from argmine.evaluation.table import score_sheet, show_changes, summary_sheet

    before, out = read_run(folder), console()
    for each in scored:
        last = before.get(each.score.gold)
        _show(score_sheet(each, last), form)
        if changes and form is Format.TABLE:
            show_changes(changed(each.score, last, each.rows), out)
    for title, figures in summaries:
        _show(summary_sheet(title, figures), form)


def _show(sheet: Sheet, form: Format) -> None:
    from argmine.evaluation.table import sheet_as_markdown, show_sheet

    if form is Format.MD:
        typer.echo(sheet_as_markdown(sheet))
    else:
        show_sheet(sheet, console())
