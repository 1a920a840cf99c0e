"""Claims tied to provisions: by what is mentioned inside the claim, and by what its notes cite.

A link says that the claim *interprets* the provision, or only *mentions* it: in a reference in brackets, as the treaty
that somebody signed, in a claim that is not about the law.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from argmine.types import Claim, Document, Link, LinkRelation, Mention, Note, Provision, relation_of

_SCORE_NOTE = 0.7
_SCORE_BARE_NOTE = 0.6
"""Of "Art. XII." alone, where the paragraph above speaks of one instrument."""
_BESIDE = 12
"""Characters that such a note may hold beside it: "See also"."""
_OPENING_MARKS = ("“", '"', "‘")
_MOST_CITED = 3
"""A note that cites more provisions than this is a list, not the authority for one reading."""
_IBID = re.compile(r"\W*(?:[Ss]ee\s+)?(?:[Ii]d|[Ii]bid)\b\.?,?\s*(?:at\s+|,\s*)?")
_PASSING_BEFORE = re.compile(
    r"(?:\b(?:part(?:y|ies) to|signator(?:y|ies) (?:of|to)|signed|ratified|acceded to|adopt(?:ed|ion of)|"
    r"entry into force of|"
    r"negotiat(?:ed|ion of|ions on)|conclu(?:ded|sion of)|draft(?:ing|ers?) of|histor(?:y|ies) of|since|accession to|"
    r"ratification of|see(?: also)?|cf\.|under the auspices of)\s+(?:the\s+|that\s+|this\s+)?"
    r"|\((?:see\s+)?(?:the\s+)?)\Z",
    re.IGNORECASE,
)
_PASSING_BEHIND = re.compile(
    r"\s+(?:was|were|had been|has been|is)\s+(?:\w+ly\s+)?"
    r"(?:opened|adopted|signed|ratified|concluded|negotiated|drafted)\b"
    r"|\s+entered into force\b",
    re.IGNORECASE,
)


def link_claims(text: str, claims: Iterable[Claim], mentions: Sequence[Mention]) -> Iterator[Link]:
    """One link for each provision mentioned inside a claim; the best evidence of each.

    An instrument as a whole is left out where one of its articles is named too, and so are quoted words of another
    article; beside a phrase that only denotes an article it stays.
    """
    starts = [mention.span.start for mention in mentions]
    for claim in claims:
        inside = mentions[bisect_left(starts, claim.span.start) : bisect_right(starts, claim.span.end)]
        best: dict[Provision, Mention] = {}
        for mention in sorted(inside, key=lambda mention: -mention.score):
            if claim.span.covers(mention.span):
                best.setdefault(mention.provision, mention)
        specific = {
            provision.instrument
            for provision, mention in best.items()
            if provision.path and mention.method != "implicit"
        }
        for provision, mention in best.items():
            is_quoted = text[mention.span.start - 1 : mention.span.start] in _OPENING_MARKS
            if provision.instrument in specific and (
                not provision.path or (is_quoted and mention.method == "implicit")
            ):
                continue
            relation = _relation(text, claim, mention)
            yield Link(claim.id, provision, mention.method, mention.score, mention.span, relation)


def link_by_notes(
    document: Document, claims: Sequence[Claim], links: Sequence[Link], mentions: Sequence[Mention]
) -> Iterator[Link]:
    """Links for claims that name no article, from the notes whose markers stand in them or at their end.

    Where a claim names one instrument as a whole, or the note before cites one and no other, its note may open with an
    article of that ("Id. at art. IV").
    """
    named = {link.claim_id for link in links if link.provision.path and link.method != "implicit"}
    wholes, denoted = _by_claim(links, is_whole=True), _by_claim(links, is_whole=False)
    cites = _Cites(document, mentions)
    for claim, notes in _notes_of(document, claims):
        if claim.id in named:
            continue
        of_paragraph, of_claim = _spoken_of(document, claim, mentions), wholes[claim.id]
        cited: dict[Provision, Mention] = {}
        for note in notes:
            for mention in cites.within(note):
                own = {mention.provision.instrument}
                is_meant = own == of_paragraph and _is_all(document, note, mention)
                is_same = own in (of_claim, cites.before(note)) and _is_ibid(document, note, mention)
                is_cited = mention.method == "explicit" or is_meant or is_same
                if mention.provision.path and is_cited and (own == of_claim or not denoted[claim.id]):
                    cited.setdefault(mention.provision, mention)
        if len(cited) <= _MOST_CITED:
            yield from (_by_note(claim, mention) for mention in cited.values())


class _Cites:
    """What the notes of a document mention."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._before = {note: one for one, note in pairwise(document.notes)}

    def within(self, note: Note) -> Sequence[Mention]:
        """The mentions of a note."""
        return self._mentions[bisect_left(self._starts, note.span.start) : bisect_left(self._starts, note.span.end)]

    def before(self, note: Note) -> set[str]:
        """The instruments that the note before it names: what "Id." may mean, where it is one."""
        one = self._before.get(note)
        return {mention.provision.instrument for mention in self.within(one)} if one else set()


def _by_claim(links: Iterable[Link], *, is_whole: bool) -> dict[str, set[str]]:
    """The instruments of which each claim names the whole, or an article."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if is_whole != bool(link.provision.path):
            found[link.claim_id].add(link.provision.instrument)
    return found


def _is_ibid(document: Document, note: Note, mention: Mention) -> bool:
    """Whether a note opens with an article of what was cited before: "Id. at art. IV"."""
    return _IBID.fullmatch(document.text, note.span.start, mention.span.start) is not None


def _by_note(claim: Claim, mention: Mention) -> Link:
    score = _SCORE_NOTE if mention.method == "explicit" else _SCORE_BARE_NOTE
    return Link(claim.id, mention.provision, mention.method, score, mention.span, relation_of(claim))


def _is_all(document: Document, note: Note, mention: Mention) -> bool:
    """Whether a note holds an article without its instrument, and next to nothing else."""
    beside = len(note.span.of(document.text)) - len(mention.span.of(document.text))
    return mention.method == "anaphoric" and beside <= _BESIDE


def _spoken_of(document: Document, claim: Claim, mentions: Sequence[Mention]) -> set[str]:
    """The instruments that the paragraph of a claim names or means."""
    block = document.block_at(claim.span.start)
    if block is None:
        return set()
    within = document.blocks[block].span
    return {mention.provision.instrument for mention in mentions if within.covers(mention.span)}


def _relation(text: str, claim: Claim, mention: Mention) -> LinkRelation:
    if claim.kind != "interpretive":
        return "mentions"
    before, behind = text[max(mention.span.start - 40, 0) : mention.span.start], text[mention.span.end :][:60]
    return "mentions" if _PASSING_BEFORE.search(before) or _PASSING_BEHIND.match(behind) else "interprets"


def _notes_of(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Note]]]:
    anchored = sorted((note.anchor, place) for place, note in enumerate(document.notes) if note.anchor is not None)
    anchors = [anchor for anchor, _ in anchored]
    for claim in claims:
        found = anchored[bisect_right(anchors, claim.span.start) : bisect_right(anchors, claim.span.end)]
        if found:
            yield claim, [document.notes[place] for _, place in found]
