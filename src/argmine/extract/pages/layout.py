"""From pages of characters to a draft: furniture set aside, columns cut, notes taken out, paragraphs built."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from argmine.extract.draft import Anchor, Draft, DraftBlock, DraftNote, Piece
from argmine.extract.pages.blocks.flow import Leading, paragraphs_of
from argmine.extract.pages.blocks.kinds import Styles, introduces, name_block
from argmine.extract.pages.engines.glyphs import Sheet
from argmine.extract.pages.engines.sideways import written
from argmine.extract.pages.lines.columns import find_gutters, lines_of
from argmine.extract.pages.lines.dropcaps import unfold_drop_caps
from argmine.extract.pages.lines.measure import to_measure
from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.lines.runs import Run, runs_of
from argmine.extract.pages.margins.edges import PageRuns
from argmine.extract.pages.margins.furniture import set_aside
from argmine.extract.pages.notes.anchors import FoundNote, Marker, is_exponent, markers_of, tie
from argmine.extract.pages.notes.endnotes import take_endnotes
from argmine.extract.pages.notes.misread import tie_misread
from argmine.extract.pages.notes.numbering import Numbering, find_numbering
from argmine.extract.pages.notes.reader import NoteReader, PageLines
from argmine.extract.pages.notes.recognised import filled, steady, unweighted
from argmine.extract.pages.notes.sequence import number_in_sequence
from argmine.extract.quality import PageSigns, grade_document, grade_page, unknown_words
from argmine.extract.words.hyphens import Vocabulary, joined
from argmine.extract.words.languages import find_language
from argmine.extract.words.lexicon import words_of
from argmine.types import Page

_Columns = list[list[PrintedLine]]

_BLEED = 10.0  # points beyond the page's edge in which text still counts
_HOLE = 3.0  # ems of white inside a line: two columns, or the cells of a table
_LARGEST = 14400.0  # points: the largest page of PDF 1.7 (annex C)


def lay_out(sheets: Iterable[Sheet], info: dict[str, str]) -> Draft:
    """Sort the characters of all pages into body, notes and furniture."""
    pages = [_page_runs(sheet) for sheet in sheets]
    set_aside(pages)
    printed = _with_columns(_print_lines(pages), to_measure)
    if scanned := 2 * sum(page.scanned for page in pages) > len(pages):
        printed = _with_columns(printed, unweighted)
    size = body_size(line for page in printed for column in page.columns for line in column)
    numbering = find_numbering(line for page in printed for column in page.columns for line in column)
    reader = NoteReader(size, numbering)
    bodies = [column for page in printed for column in _body_columns(page, reader)]
    columns, endnotes = take_endnotes(bodies, numbering)
    found = [*reader.found, *endnotes]
    body = [line for column in columns for line in column]
    vocabulary = Vocabulary(line.text for line in (*body, *(line for note in found for line in note.lines)))
    _tie_notes(found, reader.found if scanned else None, body, numbering)
    groups = paragraphs_of(columns, Leading(columns), size)
    blocks, anchors = _blocks(groups, body, found, vocabulary, Styles(groups, size))
    notes = [_note(note, anchors, vocabulary) for note in found]
    return Draft(
        blocks=tuple(blocks),
        notes=tuple(notes),
        furniture=tuple(piece for page in pages for piece in page.furniture),
        pages=tuple(Page(page.number, page.label, round(page.width, 2), round(page.height, 2)) for page in pages),
        info=info,
        quality=grade_document([grade_page(signs) for signs in _signs(printed, found, body, numbering)]),
    )


def _tie_notes(
    notes: list[FoundNote], recognised: list[FoundNote] | None, body: list[PrintedLine], numbering: Numbering
) -> None:
    """Tie notes to their markers; those of pages that are pictures, `recognised`, may have lost number or marker."""
    if recognised is not None:
        number_in_sequence(recognised)
    tie(notes, body, numbering, recognised=recognised is not None)
    if recognised is not None:
        tie_misread(recognised, body)
        number_in_sequence(recognised)


def _body_columns(page: PageLines, reader: NoteReader) -> list[list[PrintedLine]]:
    columns = reader.split(page)
    return [filled(steady(column)) for column in columns] if page.scanned else columns


def _signs(
    pages: list[PageLines], notes: list[FoundNote], body: list[PrintedLine], numbering: Numbering
) -> Iterator[PageSigns]:
    """What each page tells of its reading."""
    tied = {note.anchor for note in notes}
    called = (marker for marker in markers_of(body, numbering) if numbering.value(marker.number) is not None)
    markers = (marker for marker in called if marker not in tied)
    strays = Counter(marker.page for marker in markers if not is_exponent(marker, body))
    count = Counter(note.page for note in notes)
    unmarked = Counter(note.page for note in notes if note.anchor is None)
    known = words_of(find_language("\n".join(line.text for line in body)))
    for page in pages:
        lines = [line for column in page.columns for line in column]
        wide = sum(line.gap > _HOLE * line.size for line in lines) / max(1, len(lines))
        text, at = "\n".join(line.text for line in lines), page.number
        unknown = unknown_words(text, known) if known else 0.0
        yield PageSigns(at, text, page.scanned, wide, count[at], unmarked[at], strays[at], unknown)


def body_size(lines: Iterable[PrintedLine]) -> float:
    """The type size of the body: the largest that a fifth of the letters have (notes may be the greater part)."""
    count: Counter[float] = Counter()
    for line in lines:
        count[round(2 * line.size) / 2] += len(line.text)
    return max((size for size, letters in count.items() if letters >= 0.2 * count.total()), default=10.0)


def _page_runs(sheet: Sheet) -> PageRuns:
    """The page's runs; what stands sideways, or off the paper (printers' notes, damaged files), is furniture."""
    runs = runs_of(sheet.glyphs)
    seen = unfold_drop_caps([run for run in runs if _is_on_paper(run, sheet)])
    page = PageRuns(sheet.number, sheet.width, sheet.height, seen, sheet.rules, scanned=sheet.scanned)
    page.furniture.extend(Piece(text, sheet.number, box) for text, box in written(sheet.sideways) if text.strip())
    edge = (0.0, 0.0, 0.0, 0.0)
    page.furniture.extend(Piece(run.text, sheet.number, edge) for run in runs if not _is_on_paper(run, sheet))
    return page


def _is_on_paper(run: Run, sheet: Sheet) -> bool:
    within = -_BLEED <= run.x0 <= run.x1 <= min(sheet.width, _LARGEST) + _BLEED
    return within and -_BLEED <= run.base <= min(sheet.height, _LARGEST) + _BLEED and 0 < run.size < _LARGEST


def _print_lines(pages: list[PageRuns]) -> list[PageLines]:
    printed: list[PageLines] = []
    gutters = find_gutters(page.runs for page in pages)
    first = 0
    for page in pages:
        columns = lines_of(page.runs, page.number, first, gutters)
        first += len(columns)
        printed.append(PageLines(page.number, columns, page.rules, page.scanned))
    return printed


def _with_columns(pages: list[PageLines], change: Callable[[_Columns], _Columns]) -> list[PageLines]:
    """The pages, their columns changed as those of one document."""
    columns = iter(change([column for page in pages for column in page.columns]))
    return [replace(page, columns=list(itertools.islice(columns, len(page.columns)))) for page in pages]


def _blocks(
    groups: list[list[PrintedLine]],
    body: list[PrintedLine],
    notes: list[FoundNote],
    vocabulary: Vocabulary,
    styles: Styles,
) -> tuple[list[DraftBlock], dict[Marker, Anchor]]:
    by_line: dict[int, list[Marker]] = {}
    for note in notes:
        if note.anchor is not None:
            by_line.setdefault(id(body[note.anchor.line]), []).append(note.anchor)
    blocks: list[DraftBlock] = []
    anchors: dict[Marker, Anchor] = {}
    for group in groups:
        lines = [_without(line.text, by_line.get(id(line), [])) for line in group]
        pieces = _pieces(group, [text for text, _ in lines], vocabulary)
        starts = itertools.accumulate((len(piece.text) for piece in pieces), initial=0)
        for start, (_, offsets) in zip(starts, lines, strict=False):  # the last is where the block ends
            anchors.update((marker, Anchor(len(blocks), start + offset)) for marker, offset in offsets)
        text = "".join(piece.text for piece in pieces)
        kind, level, label = name_block(group, text, styles, led=bool(blocks) and introduces(blocks[-1].text))
        blocks.append(DraftBlock(kind, tuple(pieces), level, label))
    return blocks, anchors


def _without(text: str, markers: list[Marker]) -> tuple[str, list[tuple[Marker, int]]]:
    """A line's words without its note markers, and the place of each."""
    places: list[tuple[Marker, int]] = []
    kept, done = "", 0
    for marker in sorted(markers, key=lambda marker: marker.start):
        kept += text[done : marker.start]
        done = max(done, marker.end)
        rest = text[done:].lstrip()
        if kept.endswith(" ") and (not rest or rest[0] in ".,;:!?)]”’" or text[done : done + 1] == " "):
            kept = kept.rstrip()
        places.append((marker, len(kept)))
    return kept + text[done:], places


def _pieces(lines: list[PrintedLine], texts: list[str], vocabulary: Vocabulary) -> list[Piece]:
    """What each line gives to the running text."""
    return [Piece(text, line.page, line.box) for line, text in zip(lines, joined(texts, vocabulary), strict=True)]


def _note(note: FoundNote, anchors: dict[Marker, Anchor], vocabulary: Vocabulary) -> DraftNote:
    lines = [line for line in note.lines if line.text] or note.lines[:1]
    pieces = _pieces(lines, [line.text for line in lines], vocabulary)
    return DraftNote(note.number, tuple(pieces), anchors[note.anchor] if note.anchor else None)
