"""Sentences of legal prose.

Full stops stand in `Art.`, `U.N.T.S.`, `v.`, initials and ellipses; sentences end inside quotation marks. A heading is
one sentence, a list item begins one, and no sentence crosses a block or a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.knowledge.lexicon import abbreviations
from argmine.types import Block, Document, Sentence, Span

_STOP = re.compile(r"([.?!…])([\"”’»)\]]{0,3})(\s+)(?=[\"“‘«(\[]{0,2}[A-Z0-9À-ÖØ-Þ§]|\([a-z]{1,3}\)\s)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘«]*\Z")
_INITIAL = re.compile(r"[A-Z]|[A-Zl](?:\.[A-Z])+|[A-Z]\.-[A-Z]")  # a scan shows I. as l.
_SPEAKER = re.compile(r"[^:]{3,160}:\s+")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])\)?")
_UNIT_BEFORE = re.compile(
    r"\b(?:article|art\.|section|principle|part|chapter|annex|class|category|phase)\s+\Z", re.IGNORECASE
)
_VOLUME = re.compile(r"\b\d{1,4}\s\Z")
_PAGE = re.compile(r"(?:[A-Z][\w.]{0,9}\.\s?){0,3}(?:\d{1,5}\b|§)")
# Words that open a sentence far more often than they follow an abbreviation or an initial.
_OPENERS = frozenset(
    "The This That These Those It In Its However Although While When Where Whether Yet But And Such If For As At On "
    "There They He She We I Thus Therefore Moreover Furthermore Nevertheless Nonetheless Indeed Since Under".split()
)


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the body, block by block, then of the notes, in the order of the text."""
    return (*_body(document), *_notes(document))


def _body(document: Document) -> Iterator[Sentence]:
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            yield Sentence(block.span, "body", index)
            continue
        for span in split(document.text, _own_words(document, block)):
            yield Sentence(span, "body", index)


def _own_words(document: Document, block: Block) -> Span:
    """The block without what is printed before its words: "12. The Committee …", "Ms. Lund (Norway): I thank …"."""
    label = _SPEAKER if _opens_speech(document, block) else _number(block.label)
    printed = label.match(document.text, block.span.start, block.span.end)
    return Span(printed.end(), block.span.end) if printed else block.span


def _opens_speech(document: Document, block: Block) -> bool:
    speech = document.speech_at(block.span.start)
    return speech is not None and speech.span.start == block.span.start


def _number(label: str | None) -> re.Pattern[str]:
    return re.compile(rf"[(\[]?{re.escape(label)}[.)\]]{{0,2}}\s+" if label else r"(?!)")


def _notes(document: Document) -> Iterator[Sentence]:
    for note in document.notes:
        for span in split(document.text, note.span):
            yield Sentence(span, "note")


def split(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one stretch of text, without the white space around them."""
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        if stop.group(1) == "." and not _ends(text, start, stop):
            continue
        yield from _trimmed(text, start, stop.end(2))
        start = stop.end()
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = start + len(words.rstrip())
    if left < right:
        yield Span(left, right)


def _of_reporter(text: str, start: int, word: int, following: int) -> bool:
    """Whether the word is of a reporter's name in a citation: "26 Vet. App. 97", "41 Penn. St. 396"."""
    volume = _VOLUME.search(text, max(start, word - 8), word)
    return volume is not None and _PAGE.match(text, following) is not None


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the full stop at `stop` ends a sentence that began at `start`."""
    match = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    word = match.group() if match else ""
    if not text[start : stop.start() - len(word)].strip() and _LIST_NUMBER.fullmatch(word):
        return False  # "12. The Committee …": a paragraph's number, not a sentence
    following = re.match(r"[\"“‘«(\[]*([\w’'-]+)", text[stop.end() : stop.end() + 40])
    opens = following is not None and following.group(1) in _OPENERS
    if _INITIAL.fullmatch(word):
        return opens and (
            "." in word or bool(_UNIT_BEFORE.search(text, max(start, stop.start() - 40), stop.start() - len(word)))
        )
    if stop.group(2):
        return True
    if word.lower() in abbreviations()["inside"] or _of_reporter(text, start, stop.start() - len(word), stop.end()):
        return False
    return opens or word.lower() not in abbreviations()["either"]
