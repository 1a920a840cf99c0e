"""Records of meetings into speeches.

Verbatim records put the speaker before a colon: "Mr. Kimani (Kenya): ...", "The President (spoke in Arabic): ...", in
older ones with the name in capitals. Summary records report: "Mr. BERGER (Belgium) said that ...", "The representative
of Peru said ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmine.types import Document, Span, Speech

_STYLES = (
    r"(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|Prof|Sr|Sra|M|Sir|Dame|Lord|Lady|Baroness|Prince|Princess|King|Queen|Sheikh|Sheikha|"
    r"Emir|President|Prime Minister|Judge|Ambassador|Archbishop|Bishop|Cardinal|Monsignor|Msgr|Father|Rev|Reverend|"
    r"General|Chief|Count|Minister|Captain|Colonel)\b\.?"
)
_WORD = (
    r"(?:[^\W\d_a-zà-ÿ][\w'’.-]*|al-[\w'’-]+|"
    r"d[aeiou]|do[s]|das|de[lnr]|della|l[ae]|las|los|van|von|bin|bint|ibn|el|ould|y|e|s/o)"
)
_NAME = rf"{_STYLES}(?:\s+{_WORD}){{1,9}}"
_OFFICE = (
    r"(?:The|Le|La|El)\s+(?i:(?:(?:Acting|Temporary|Deputy|Vice|Assistant|Under|Co)[\s-])?"
    r"(?:President|Presidente|Président|Chair|Chairman|Chairperson|Chairwoman|Secretary-General|High Commissioner|"
    r"Rapporteur|Moderator|Director|Registrar|Secretary|Executive Secretary|Director-General)"
    r"(?:,\s+Acting\s+President)?)"
)
_BRACKETS = r"(?P<brackets>(?:\s*\([^()]{1,120}\)){0,3})"
_VERBATIM = re.compile(rf"(?P<speaker>{_NAME}|{_OFFICE}){_BRACKETS}\s*:(?=\s|$)")
_REPORTS = (
    r"(?:said|stated|asked|recalled|noted|observed|pointed out|expressed|welcomed|proposed|suggested|agreed|disagreed|"
    r"thanked|replied|considered|felt|believed|supported|stressed|emphasized|drew attention|announced|invited|"
    r"explained|wondered|endorsed|urged|introduced)\b"
)
_DELEGATE = (
    r"(?:The|One)\s+(?:representative|observer|delegation|delegate)\s+(?:of|for)\s+"
    r"(?P<state>(?:the\s+)?[^\W\d_a-zà-ÿ][^,.;:]{2,70}?)"
)
_SUMMARY = re.compile(
    rf"(?:\d{{1,3}}\.\s+)?(?P<speaker>{_NAME}|{_OFFICE}|{_DELEGATE}){_BRACKETS},?\s+(?:[^.;:]{{1,160}}?,\s+)?{_REPORTS}"
)
_LANGUAGE = re.compile(r"\b(?:spoke|speaking|interpretation|translated|traduit|interprétation|parle)\b", re.IGNORECASE)
# What the record itself says between or after speeches.
_STAGE = re.compile(
    r"It was so (?:decided|agreed)|The meeting (?:rose|was (?:called|suspended|resumed|adjourned))|"
    r"(?:The d|D)raft (?:resolution|decision)\b.{0,200}\bwas adopted|A (?:recorded )?vote was taken|In favou?r:|"
    r"Against:|Abstaining:|The members of the .{3,80} observed"
)
_FEWEST = 3  # speeches: fewer are no record


@dataclass(frozen=True, slots=True)
class _Turn:
    block: int
    speaker: str
    affiliation: str | None


def find_speeches(document: Document) -> tuple[Speech, ...]:
    """The speeches of a record, each from the block that names its speaker to the next one.

    Headings and what the record reports itself ("It was so decided.", votes) at the end of a speech stay outside.
    """
    turns = list(_turns(document, _VERBATIM))
    if len(turns) < _FEWEST:
        turns = list(_turns(document, _SUMMARY))
    if len(turns) < _FEWEST:
        return ()
    ends = (*(turn.block for turn in turns[1:]), len(document.blocks))
    return tuple(_speech(document, turn, end) for turn, end in zip(turns, ends, strict=True))


def _turns(document: Document, form: re.Pattern[str]) -> Iterator[_Turn]:
    for index, block in enumerate(document.blocks):
        if block.kind not in ("paragraph", "list_item", "quotation"):
            continue
        found = form.match(document.text, block.span.start, block.span.end)
        if found:
            speaker = " ".join(found["speaker"].split())
            affiliation = _affiliation(found["brackets"]) or found.groupdict().get("state")
            yield _Turn(index, speaker, affiliation)


def _affiliation(brackets: str) -> str | None:
    """The State or organ among the brackets behind a name; not the language that was spoken."""
    inside = (" ".join(part.split()) for part in re.findall(r"\(([^()]*)\)", brackets))
    return next((part for part in inside if not _LANGUAGE.search(part)), None)


def _speech(document: Document, turn: _Turn, end: int) -> Speech:
    last = turn.block
    for index in range(end - 1, turn.block, -1):
        block = document.blocks[index]
        if block.kind != "heading" and not _STAGE.match(block.span.of(document.text)):
            last = index
            break
    return Speech(
        Span(document.blocks[turn.block].span.start, document.blocks[last].span.end), turn.speaker, turn.affiliation
    )
