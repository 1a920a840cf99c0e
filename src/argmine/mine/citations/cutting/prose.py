"""Prose around a citation: where it begins behind words that lead up to it, where it ends before words that go on."""

from __future__ import annotations

import re

from argmine.mine.citations.back.pointers import run_before
from argmine.mine.citations.cutting.masks import masked
from argmine.mine.citations.fields.authors import is_authored
from argmine.mine.citations.fields.names import is_body, is_person
from argmine.mine.citations.fields.parts import DATE
from argmine.mine.citations.marks.pinpoints import reach
from argmine.mine.citations.triggers import Triggered
from argmine.types import Span

_COMMENT = Triggered(
    r":\s[“‘\"]\x01|(?<=[\d)]):\s(?:The|This|It|In|There|Here)\s(?=[a-z]|Court|Tribunal)"
    r"|,?\s(?:\((?!forthcoming|in\spress|eds?\b)[a-z][a-z ]{2,40}\))?,?\s?(?:who|whose|which|where|whereas|although"
    r"|though|while|whilst|thus|because|but|however|long\sbefore|for\sthe\s(?:view|argument|proposition)|on\swhich"
    r"|(?:held|argued|maintained|concluded|noted|claimed|observed|suggested|stressed)\sthat|unless\s(?:stated|noted|otherwise)"
    r"|(?<=\d,\s)(?:the|this|it|they|there|such|these)(?=\s[a-z])"
    r"|in\swhich|is\s|are\s|(?:was|were)\s(?!(?:opened|signed|done|adopted|concluded)\s(?:for|on|at|in)\s)"
    r"|has\s|agrees?\s|argues?\s|concerns?\s)(?=[\s\w])",
    words="the this it they there such these held argued maintained concluded"
    " noted claimed observed suggested stressed unless who whose which where"
    " whereas although though while whilst thus because but however long"
    " for on in is are was were has agree agrees argue argues concern concerns",
    marks=(": “", ": ‘", ': "', ": The ", ": This ", ": It ", ": In ", ": There ", ": Here "),
)
_FINITE = Triggered(
    r"\s(?:is|are|(?:was|were)(?!\s(?:opened|signed|done|adopted|concluded)\s(?:for|on|at|in)\s)|has|have|had|agrees?|argues?|refers?"
    r"|appears\s(?:at|in)|referred|replied|recalls?|concerns?"
    r"|(?:published|printed|held)(?!\s(?:in|at|on|from|by|under)\s)|notes?|says?|said|holds|doubts|falls)\s",
    words="is are was were has have had agree agrees appears argue argues refer refers referred replied recall recalls"
    " published concern concerns printed note notes say says said held holds doubts falls",
)
_SAYS = Triggered(
    r"\s(?:provides?|states|requires?|contains?|applies|regulates|establishes|defines?|prohibits?|allows?|envisages"
    r"|stipulates|obliges|makes|gives|does|did|could|should|would|may|might|can|must|will|shall|seems?"
    r"|remains?|recogni[sz]es|reaffirms?|confirms?|reflects?|(?<![,(]\s)(?<!and\s)entered\sinto\sforce|came\sinto)\s",
    words="provide provides states require requires contain contains applies regulates establishes define defines"
    " prohibit prohibits allow allows envisages stipulates obliges makes gives does did could should would may might"
    " can must will shall seem seems remain remains recognizes recognises reaffirm reaffirms confirm confirms reflect"
    " reflects entered came",
)
_VERSUS = re.compile(r"\sv\.?\s(?=[A-ZÀ-Þ])")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_LOWER = re.compile(r"\s[a-z]{4,}(?=\s)")
_SMALL_CAPITALS = re.compile(
    r"[A-ZÀ-Þ](?<![\w’].)(?:[A-ZÀ-Þ’'-]+|\.)(?:,?\s(?:&\s)?[A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){1,12},\s(?=[A-ZÀ-Þ][A-ZÀ-Þ’'.:-]+\s)"
)
_INITIALLED = re.compile(
    r"(?:[a-z]{2,}:?|\d{4},)\s(?P<author>(?:[A-ZÀ-Þ]\.[\s-]?){1,3}(?:(?:[Vv]on|[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Ll]a|[Ll]e|[Dd]i|[Dd]u)\s){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s(?:and|&)\s(?:[A-ZÀ-Þ]\.[\s-]?){1,3}[A-ZÀ-Þ][\w’'-]+)?,\s(?=[“‘*_]?[A-ZÀ-Þ]))"
)
# "the most detailed so far: Ice Board, Title"; "all figures are from the Ice Board, Title"
_LEADS = re.compile(r"[:\s](?:(?<=[a-z”’\")]:)|(?<=\s)(?:from|by|in|see|with|of|to))\s(?:the\s)?(?=[“‘«\"]?[A-ZÀ-Þ])")
_FIRST_PIECE = re.compile(r"(?P<who>[A-ZÀ-Þ][^,;:()“”]{2,90}?),\s(?=[“‘«\"'*_]?[A-ZÀ-Þ])")
_TITLE_FIRST = re.compile(r"[“‘«][A-ZÀ-Þ][^”’»]{8,200}[”’»],?\s|'[A-ZÀ-Þ](?:[^'\n]|'(?=\w)){4,300}',?\s")
_LAW_FIRST = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*\s){0,6}(?:Act|Law|Loi|Decree|Regulation|Directive|Treaty|Convention|Agreement)\b"
)
# "art. I of the Treaty on Ice, Jan. 27, 1967, 18 U.S.T. 2410"
_PROVISION = re.compile(
    r"(?:[Aa]rts?\.|[Aa]rticles?)\s[\w(),.–& -]{1,40}?\sof\sthe\s(?:\w+\s){0,4}?"
    r"(?:Treaty|Convention|Agreement|Protocol|Covenant|Charter)\s"
    r"(?:on|for|of|concerning|[Gg]overning|[Bb]etween|[Aa]mong)\b"
)
_NAMED_BEFORE = re.compile(
    r"\s(?:(?:cases?|judge?ments?|award|decision|opinion)\s)?\($"
)  # "the Ice Fisheries case (ICJ Reports"
_LABEL = re.compile(r"^(?:\d{1,3}\.?\s)?[*_]*")
_JOINS = re.compile(r"\s(?:and|or|und|et)\s$")
_DATED = re.compile(rf"(?:\s(?:of|on)|,)?\s\(?(?:{DATE.pattern})\)?")
_LONGEST_LEAD = 300
_LEAST_NAME = 12  # characters of a decision's name before its report
_GOES_ON = re.compile(r"[)\]]?,?\s[a-z]{2,}\s")
_PROSE = re.compile(
    r"(?:For|On|In|As|At|By|It|He|She|They|We|That|These|Those|Such|With|From|According|Similarly|Likewise|However"
    r"|Though|Although|While|Here|There|One|Some|Many|Also|An?|To|But|And|So|Yet|His|Her|Its|Their|My|Our|Not|Even"
    r"|If|When|Where|(?:Adopted|Endorsed|Reproduced|Reprinted|Annexed|Contained|Established|Set\sup)\s(?:by|in|to|as|under))\s(?!re\b)"
)


def begin_in(body: str, marks: tuple[Span, ...]) -> int:
    """Where the citation begins: prose that leads up to it is left out."""
    if body.startswith("the ") and (not marks or not body[4:5].islower()):
        capitals = _SMALL_CAPITALS.search(body[:300])
        return capitals.start() if capitals and _LOWER.search(body, 0, capitals.start()) else 4
    if is_authored(body) or body.startswith("§") or _PROVISION.match(body):
        return 0
    is_quoted = body[:1] in '“‘"«' or _TITLE_FIRST.match(body) is not None
    lead = None if is_quoted else _FINITE.search(masked(body)[:400], of=body)
    for led in (_parties, _author_on_the_way, _behind_lead):
        if (place := led(body)) is not None:
            return place
    begins = is_quoted or body[:1].isupper() or body[:1] in "[(§*_" or body[:1].isdigit()
    if lead is None and begins and not _PROSE.match(body):
        return _LABEL.match(body).end() if body[:1] in "*_" else 0  # type: ignore[union-attr]
    return _behind_prose(body, marks, lead.end() if lead else 0)


def _parties(body: str) -> int | None:
    """Where "A v. B" begins behind prose."""
    versus = _VERSUS.search(body)
    parties = run_before(body, versus.start(), 0) if versus else 0
    return parties if len(_LOWER.findall(body, 0, parties)) > 1 else None


def _author_on_the_way(body: str) -> int | None:
    """Where an author with initials begins behind prose: "some of the fears of F. G. Lind, Ice Law"."""
    author = _INITIALLED.search(body[:300])
    if author is None:
        return None
    return (
        author.start("author")
        if _PROSE.match(body) or len(_LOWER.findall(body, 0, author.start("author"))) > 1
        else None
    )


def _behind_lead(body: str) -> int | None:
    """Where an author, a body, a title in marks or a law begins behind prose that leads up to it."""
    for lead in _LEADS.finditer(body, 0, _LONGEST_LEAD):
        after_colon = ":" in lead.group()
        led = (after_colon or _is_sentence(body)) and len(_SMALL.findall(body, 0, lead.end())) > 1
        if led and _may_begin(body, lead.end(), after_colon=after_colon):
            return lead.end()
    return None


def _is_sentence(body: str) -> bool:
    """Whether the words begin as a sentence does, or a verb stands outside brackets and marks of quotation."""
    if _PROSE.match(body) or body[:1].islower():
        return True
    cover = masked(body)[:400]
    return any(pattern.search(cover, of=body) for pattern in (_FINITE, _SAYS))


def _may_begin(body: str, place: int, *, after_colon: bool) -> bool:
    """Behind a colon anything that begins a citation may; elsewhere a body, or a person with initials."""
    first = _FIRST_PIECE.match(body, place)
    who = first["who"] if first else ""
    is_titled = first is not None and body[first.end()] in "“‘«\"'"
    if is_body(who) or (is_person(who) and (after_colon or is_titled or "." in who)):
        return True
    return after_colon and bool(_TITLE_FIRST.match(body, place) or _LAW_FIRST.match(body, place))


def _behind_prose(body: str, marks: tuple[Span, ...], lead_in: int) -> int:
    """The author in small capitals, the run of names before a mark or a quotation, or what follows the verb."""
    if capitals := _SMALL_CAPITALS.search(body, lead_in):
        return capitals.start()
    quotes = (body.find(quote) for quote in "“‘«")
    places = [place for place in (*(span.start for span in marks), *quotes) if place >= 0]
    if not places:
        return lead_in if lead_in and body[lead_in : lead_in + 1].isupper() else 0
    if lead_in and min(places) <= lead_in:
        return 0
    if (bracket := _in_brackets(body, min(marks, key=lambda mark: mark.start).start if marks else 0)) is not None:
        return bracket
    if (first := min(places)) > 0 and _JOINS.search(body, max(first - 5, 0), first):
        return first
    named = _NAMED_BEFORE.search(body, max(min(places) - 20, 0), min(places))
    run = run_before(body, named.start() if named else min(places), 0)
    return first if run == 0 and _PROSE.match(body) else run  # "Adopted by resolution 34/68"


def _in_brackets(body: str, mark: int) -> int | None:
    """Where what stands in the brackets around a mark begins: "… might do (Ice Floes, Judgment, ICJ Reports …)"."""
    opening = body.rfind("(", 0, mark)
    if opening < 0 or body.find(")", opening, mark) >= 0 or mark - opening < _LEAST_NAME:
        return None
    return opening + 1 if body[opening + 1].isupper() and "," in body[opening:mark] else None


def end_in(body: str, begin: int, marks: tuple[Span, ...]) -> int:
    """Where the citation ends: what is said of it, and prose that goes on behind it, are left out."""
    comment = _COMMENT.search(masked(body), max((begin + 12, *(mark.start for mark in marks))), of=body)
    stop = comment.start() if comment and _digit_before(body, begin, comment.start()) else len(body)
    if begin > 0 and body[begin - 1] == "(":
        stop = min(stop, len(masked(body[begin - 1 :]).partition(")")[0]) + begin - 1)
    if begin > 0 and marks:  # it stands in prose, which goes on behind it
        last = max(mark.end for mark in marks)
        last = dated.end() if (dated := _DATED.match(body, last)) else last
        last += reach(body[last:])
        stop = min(stop, last) if _GOES_ON.match(body[last:] + " ") else stop
    return stop


def is_prose(words: str) -> bool:
    """Whether a verb stands in the words, or they begin as a sentence does."""
    begins = _PROSE.match(words) is not None or words[:1].islower()
    return begins or any(pattern.search(words[:400]) for pattern in (_FINITE, _SAYS))


def _digit_before(body: str, begin: int, stop: int) -> bool:
    return any(letter.isdigit() for letter in body[begin:stop])
