"""Paragraphs into the three streams: notes taken out of mid-text, broken sentences made whole, markers lifted out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from argmine.extract.draft import Anchor, Draft, DraftBlock, DraftNote, Piece, plain_block
from argmine.extract.paragraphs.footnotes import FoundNote, find_notes, note_list_headings
from argmine.extract.paragraphs.markers import CERTAIN, find_markers
from argmine.extract.paragraphs.passages import CLOSE, OPEN, TIED, TIED_END, UNFINISHED, Paragraph, ends_sentence, plain
from argmine.extract.paragraphs.wrapping import join
from argmine.extract.words.hyphens import Vocabulary

_TIED = re.compile(rf"{TIED}(\d*){TIED_END}")
_RUN = re.compile(rf"(?:{TIED}\d*{TIED_END})+")
_BETWEEN = re.compile(rf"(?<={TIED_END})[,;]?\s?(?={TIED})")
_MARKED = re.compile(rf"{OPEN}([^{CLOSE}]*){CLOSE}")
_OPENING = "“\"‘'«("
_LINE = 40  # characters: a shorter text without a full stop is a line of its own, no broken paragraph
_LONG = 120  # characters: a longer one, broken off before a note, goes on behind it even with a capital


def sort_streams(paragraphs: Sequence[Paragraph], info: Mapping[str, str] | None = None) -> Draft:
    """Body, notes and furniture from paragraphs in the order of the source.

    Note paragraphs go to the notes, each tied to the place of its marker; a paragraph that they, page numbers or blank
    lines interrupt is joined again; markers leave the text. A marker without a note goes to the furniture.
    """
    notes = find_notes(paragraphs)
    headings = note_list_headings(paragraphs, notes)
    marked, loose = _tie(paragraphs, notes)
    blocks: list[DraftBlock] = []
    anchors: dict[int, Anchor] = {}
    for paragraph in _rejoined(marked, headings.union(*(note.paragraphs for note in notes))):
        text, places = lift(paragraph.text)
        anchors |= {note: Anchor(len(blocks), offset) for note, offset in places}
        blocks.append(plain_block(text, paragraph.kind, paragraph.level, paragraph.label))
    furniture = [one.text for index, one in enumerate(paragraphs) if one.furniture or index in headings]
    return Draft(
        blocks=tuple(blocks),
        notes=tuple(_draft_note(note, paragraphs, anchors.get(index)) for index, note in enumerate(notes)),
        furniture=tuple(Piece(_MARKED.sub(r"\1", text)) for text in (*furniture, *loose) if text),
        info=dict(info or {}),
    )


def _draft_note(note: FoundNote, paragraphs: Sequence[Paragraph], anchor: Anchor | None) -> DraftNote:
    first, *others = note.paragraphs
    texts = [paragraphs[first].text[note.start :], *(paragraphs[index].text for index in others)]
    return DraftNote(note.number, (Piece(_MARKED.sub(r"\1", " ".join(texts))),), anchor)


def _tie(paragraphs: Sequence[Paragraph], notes: Sequence[FoundNote]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs with each marker replaced by the index of its note, and the numbers of markers without one."""
    inside = {index for note in notes for index in note.paragraphs}
    edits: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    tied = set()
    for index, note in enumerate(notes):
        if note.marker:
            tied.add((note.marker.paragraph, note.marker.start))
            edits[note.marker.paragraph].append((note.marker.start, note.marker.end, f"{TIED}{index}{TIED_END}"))
    loose = []
    for marker in find_markers(paragraphs):
        place = (marker.paragraph, marker.start)
        if marker.weight == CERTAIN and place not in tied and marker.paragraph not in inside:
            edits[marker.paragraph].append((marker.start, marker.end, TIED + TIED_END))
            loose.append(marker.number)
    marked = list(paragraphs)
    for at, changes in edits.items():
        marked[at] = replace(marked[at], text=_edited(marked[at].text, changes))
    return marked, loose


def _edited(text: str, changes: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, new in sorted(changes):
        parts += (text[last:start], new)
        last = end
    return "".join((*parts, text[last:]))


def lift(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its markers, and where each note's marker stood; spaces stay as a reader would set them."""
    text = _BETWEEN.sub("", text)
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length, last = 0, 0
    for run in _RUN.finditer(text):
        part, after = text[last : run.start()], text[run.end() : run.end() + 1]
        last = run.end()
        if not after or after in ' .,;:!?)]”’"»':
            part = part.rstrip()
        places += [(int(note), length + len(part)) for note in _TIED.findall(run[0]) if note]
        if part and not part[-1].isspace() and part[-1] not in "(“‘-–—/" and after.isalnum():
            part += " "
        parts.append(part)
        length += len(part)
    return "".join((*parts, text[last:])), places


def _rejoined(paragraphs: Sequence[Paragraph], out: AbstractSet[int]) -> Iterator[Paragraph]:
    """The body's paragraphs; those that something interrupts are whole again."""
    words = Vocabulary(one.text for one in paragraphs)
    held: list[Paragraph] = []
    interrupted = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.furniture or index in out:
            interrupted = True
            continue
        if not plain(paragraph.text).strip():
            continue
        if held and not _continues(held, paragraph, interrupted):
            yield _whole(held, words)
            held = []
        held.append(paragraph)
        interrupted = False
    if held:
        yield _whole(held, words)


def _whole(parts: Sequence[Paragraph], words: Vocabulary) -> Paragraph:
    """The parts of a paragraph as one; a number at the start of a long text is that of a paragraph, not of an item."""
    first = parts[0]
    if len(parts) == 1:
        return first
    text = join([part.text for part in parts], words)
    numbered = first.label is not None and first.label.isdigit()
    return replace(first, text=text, kind="paragraph", level=0) if numbered else replace(first, text=text)


def _continues(above: Sequence[Paragraph], below: Paragraph, interrupted: bool) -> bool:
    """Whether `below` goes on with the sentence in which the parts of a paragraph above end."""
    kind = above[0].kind
    if kind not in ("paragraph", "list_item", "quotation") or below.kind != "paragraph" or below.label:
        return False
    text, first = plain(above[-1].text).rstrip(), plain(below.text[:_LONG]).lstrip()[:1]
    if ends_sentence(text) or (len(text) < _LINE and len(above) == 1 and not interrupted):
        return False
    if first.islower() or UNFINISHED.search(text[-_LINE:]):
        return True
    if first in _OPENING:
        return text[-1].isalpha()
    return interrupted and kind == "paragraph" and len(text) > _LONG and text[-1].isalpha()
