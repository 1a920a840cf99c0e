"""Web pages: the text that a reader came for to the body, menus, notices and advertising to the furniture.

trafilatura decides what the main content is; the words are read from the page itself, so that nothing is lost and each
footnote keeps the place of its marker. Pages that a converter made from print (page breaks, no menus) are read whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from argmine.extract.draft import Draft
from argmine.extract.markup.elements import make_readable, parse
from argmine.extract.markup.printed import printed_paragraphs
from argmine.extract.markup.shown import Shown, paragraphs_of, shown_in
from argmine.extract.markup.webmeta import page_info
from argmine.extract.paragraphs.furniture import mark_furniture
from argmine.extract.paragraphs.headings import division_levels, find_headings
from argmine.extract.paragraphs.passages import Paragraph, ends_sentence, plain
from argmine.extract.paragraphs.streams import sort_streams
from argmine.extract.words.letters import letters_of

_PROSE = 200  # characters: a paragraph this long beside the main content belongs to it
_ENDS = 50  # letters: how much of a long paragraph's start and end is looked for
_WHOLE = 20  # letters: a shorter text has to be a line of the main content, not a part of one
_MOST = 0.5


def read_html(text: str, name: str) -> Draft:
    """The body, notes and furniture of a web page; `info` holds what its head says of it.

    Raises:
        Damaged: nothing in it, or nested too deep.
    """
    tree = parse(text, name)
    info = page_info(tree)
    shown = list(shown_in(make_readable(tree)))
    if any(one.page for one in shown):
        paragraphs = mark_furniture(printed_paragraphs(shown))
    else:
        paragraphs = mark_furniture(_sorted_out(shown, text))
    if sum(one.kind == "heading" for one in paragraphs) < 2:
        paragraphs = find_headings(paragraphs)
    return sort_streams(division_levels(paragraphs), info)


def _sorted_out(shown: Sequence[Shown], text: str) -> list[Paragraph]:
    """The paragraphs of a page, those outside the main content marked as furniture."""
    import trafilatura  # noqa: PLC0415 - takes half a second, for web pages only

    main = trafilatura.extract(text, favor_recall=True, include_comments=False, include_tables=True) or ""
    pairs = [(one, paragraph) for one in shown for paragraph in paragraphs_of(one)]
    lines = {letters_of(line) for line in main.splitlines()}
    whole = "".join(letters_of(line) for line in main.splitlines())
    kept = [not one.fenced and _is_in(paragraph, lines, whole) for one, paragraph in pairs]
    if not any(one.fenced for one in shown) and _share(pairs, kept) < _MOST:
        kept = [True] * len(pairs)
    _keep_neighbours(pairs, kept)
    return [replace(paragraph, furniture=not keep) for (_, paragraph), keep in zip(pairs, kept, strict=True)]


def _is_in(paragraph: Paragraph, lines: set[str], whole: str) -> bool:
    """Whether the main content has the paragraph, or both its ends (a link or a table may have been cut out of it)."""
    letters = letters_of(plain(paragraph.text))
    if len(letters) < _WHOLE:
        return letters in lines
    return letters in whole or (letters[:_ENDS] in whole and letters[-_ENDS:] in whole)


def _share(pairs: Sequence[tuple[Shown, Paragraph]], kept: Sequence[bool]) -> float:
    lengths = [len(paragraph.text) for _, paragraph in pairs]
    return sum(length for length, keep in zip(lengths, kept, strict=True) if keep) / max(1, sum(lengths))


def _keep_neighbours(pairs: Sequence[tuple[Shown, Paragraph]], kept: list[bool]) -> None:
    """Keep notes, prose in the same element as main content, lists and tables within it, and the headings above it."""
    holders = {id(one.holder) for (one, _), keep in zip(pairs, kept, strict=True) if keep}
    for index, (one, paragraph) in enumerate(pairs):
        prose = len(paragraph.text) >= _PROSE and ends_sentence(paragraph.text)
        beside = prose and not one.fenced and id(one.holder) in holders
        kept[index] = kept[index] or one.note or beside
    inside = range(kept.index(True), len(kept) - kept[::-1].index(True)) if any(kept) else range(0)
    for index in reversed(range(len(pairs))):
        one, paragraph = pairs[index]
        if paragraph.kind in ("list_item", "quotation", "table") and index in inside:
            kept[index] = kept[index] or not one.fenced
        elif paragraph.kind == "heading" and index + 1 < len(pairs):
            kept[index] = kept[index] or (not one.fenced and kept[index + 1])
