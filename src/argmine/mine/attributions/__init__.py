"""Attributions: who (source) says (cue) what (content), in the scheme of the PARC corpora (Pareti 2012).

`saying` knows verbs, `viewing` nouns, phrases and the views of nobody in particular, `sources` who may hold a view,
`manner` how the text stands to it. Of several in one sentence the outermost counts, and one inside its content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from argmine.mine.attributions.manner import manner_of
from argmine.mine.attributions.saying import by_aside, by_verb
from argmine.mine.attributions.viewing import by_genitive, by_nobody, by_phrase, by_thesis
from argmine.types import Attribution, Sentence, Span

_NEAR = 60
"""How far into reported content another report may begin and still be what is reported, in characters."""
_CLOSING = {"“": re.compile("”"), '"': re.compile(r'(?<=[\w.,?!)])"(?!\w)')}
"""Where a quotation may close that one of these opens."""
_LONGEST = {"“": 2500, '"': 1000}
"""How far behind its sentence, in characters: straight marks are easily lost, and the next one then opens another."""


def find_attributions(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions in each sentence, the outermost and one inside it, in the order of the text."""
    return tuple(_whole(text, found) for sentence in sentences for found in _both(text, sentence.span))


def _both(text: str, sentence: Span) -> Iterator[Attribution]:
    outer = _attribution(text, sentence)
    if outer is None:
        return
    yield outer
    inner = _attribution(text, outer.content)
    if inner is not None and inner.cue.start - outer.content.start < _NEAR and inner.source != inner.cue:
        yield replace(inner, within=outer.source)


def _attribution(text: str, within: Span) -> Attribution | None:
    finders = (by_phrase, by_genitive, by_thesis, by_verb, by_aside, by_nobody)
    candidates = [found for finder in finders for found in finder(text, within)]
    found = min(candidates, key=lambda found: found.cue.start, default=None)
    return replace(found, manner=manner_of(text, found)) if found else None


def _whole(text: str, found: Attribution) -> Attribution:
    """With a quotation that its sentence does not close up to its end, in the same paragraph."""
    end = found.content.end
    mark = _left_open(found.content.of(text))
    closing = _CLOSING[mark].search(text, end, end + _LONGEST[mark]) if mark else None
    if closing is None or "\n\n" in text[end : closing.start()]:
        return found
    return replace(found, content=Span(found.content.start, closing.end()))


def _left_open(words: str) -> str | None:
    """The mark of a quotation that begins in these words and does not end there."""
    if words.count("“") > words.count("”"):
        return "“"
    opening = words.count('"') % 2 == 1 and re.search(r'(?:^|[\s(])"\w[^"]*$', words)
    return '"' if opening else None


__all__ = ["find_attributions"]
