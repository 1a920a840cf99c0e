"""Treaties by title, date and series, and registered instruments by name and article.

Sources: Bluebook rule 21.4, OSCOLA International Law.
"""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge.citations import is_place, letters
from argmine.knowledge.registry import written
from argmine.mine.citations.fields.names import in_title_case, is_body
from argmine.mine.citations.fields.parts import DATE, YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.marks.pinpoints import find_pinpoints
from argmine.mine.citations.marks.series import Volume
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint

TREATY_HEAD = re.compile(
    r"\b(?:Treaty|Treaties|Convention|Agreement|Charter|Protocol|Covenant|Statute|Accords?|Declaration"
    r"|Constitution|Pact|Compact"
    r"|Memorandum of Understanding|General Act|Final Act|Exchange of (?:Notes|Letters)|Traité|Accord|Vertrag"
    r"|Übereinkommen|Übereinkommens|Abkommen|Charta|Charte|Tratado|Convenio)\b",
    re.IGNORECASE,
)
_HEAD_OF_TITLE = Triggered(
    rf"(?:{TREATY_HEAD.pattern})(?=\s?(?:[,(\[:]|$)|\s(?:on|of|for|between|concerning|governing|relating|regarding"
    rf"|relative|to|against|and|with|among|in|establishing|as|the"
    r"|pour|sur|de|du|concernant|relatif|relative|entre|über|zur?|§|[Aa]rt|s\s|\d|Between|Concerning|Governing"
    r"|Relating|Regarding|Relative|Establishing|Among|I))",
    words="treaty treaties convention agreement charter protocol covenant statute accord accords declaration"
    " constitution pact compact memorandum act exchange traité vertrag übereinkommen übereinkommens abkommen charta"
    " charte tratado convenio",
    flags=re.IGNORECASE,
)
PLACE_BEFORE = re.compile(
    r"^(?:(?:para(?:graph)?s?\.?\s\d+\s(?:of|,)\s)?(?:[Aa]rts?\.?|[Aa]rticles?|[Ss]ections?|[Pp]art|[Aa]nnex"
    r"|Artikel|§)\s[\w(),.–& -]{1,60}?\s(?:of|de|du|des|der)\s(?:the\s|la\s|l[’'])?)"
)
_BODY_BEFORE = re.compile(r"(?P<who>[A-Z][^,.()“”:;\d]{1,80})[,.]\s(?=[A-Z])")
_TOWNS = re.compile(r",\s(?P<towns>[A-ZÀ-Þ][\w. ]{2,30}?(?:,\s[A-ZÀ-Þ]\w{2,20})*(?:,?\sand\s[A-ZÀ-Þ]\w{2,20})?)$")
_TOWN_JOIN = re.compile(r",?\sand\s|,\s")
_DATED = re.compile(rf"[,:]?\s\(?(?:(?:of|on|du|vom)\s)?(?={DATE.pattern})")


_LOWER = re.compile(r"\s[a-z]{4,}(?=\s)")
_PARTIES = re.compile(r"\s(?:[Bb]etween|[Aa]mong)\s(?:the\s)?(?:Governments?|States?|Republic|Kingdom|European)\b")
_ARTICLE_BEFORE = re.compile(r"^(?:[Tt]he|[Ll]a|[Ll]e)\s|^(?:18|19|20)\d\d\s(?=[A-Z])")
_SHORT_BEHIND = re.compile(r"\s\([A-Z][A-Z-]{1,9}$")
_SIGNED_IN_TITLE = re.compile(
    rf"\b(?:[Ss]igned|[Dd]one|[Cc]oncluded)\s(?:at|in)\s\w+\son\s{DATE.pattern}(?=,\s.{{0,3}}\w+\.?\s\d)"
)
_NUMBER = re.compile(r"\bN[o°]\.?\s?\d+")
_ANNEX = re.compile(r",\s(?:with\s[A-Z]\w+,\s)?")
_DATE_BEFORE = re.compile(r"^(?:the\s)?(?P<year>(?:18|19|20)\d\d)\s(?=[A-Z])")


def read_treaty(part: Part) -> Form | None:
    """Treaties by title, date and series, and instruments that the registry knows by name and article."""
    volume = part.volume("treaty") or part.volume("legislation")
    start, by, is_pointed = _start(part)
    if volume is None and not _is_treaty(part, start, is_pointed):
        return None
    stop = _treaty_title_end(part, start)
    title = part.text[start:stop].strip(" ,(*_.:[-–—")
    title = _without_town(_ARTICLE_BEFORE.sub("", _SHORT_BEHIND.sub("", title)))
    date, date_year = _date_words(_SIGNED_IN_TITLE.sub("", part.text))
    description = Description(
        authors=(in_title_case(by),) if by else (),
        title=(title if " " not in title else in_title_case(title)) if title and not title[0].isdigit() else None,
        year=date_year or bracketed_year(part.text) or any_year(_without_places(part)),
        date=date,
        container=volume.series.abbreviation if volume else None,
        volume=volume.volume if volume else None,
        pages=volume.page if volume else None,
        identifiers=_identifiers(part),
    )
    return Form("treaty", description, _pins(part.text, start, stop, volume))


def _start(part: Part) -> tuple[int, str | None, bool]:
    """(where the title begins, the body before it, whether an article stands before it)."""
    lead = PLACE_BEFORE.match(part.text)
    body = _BODY_BEFORE.match(part.text)
    by = body["who"] if body and is_body(body["who"]) and _is_named_alone(part.text[body.end() :]) else None
    start = lead.end() if lead else body.end() if body and by else 0
    dated = _DATE_BEFORE.match(part.text[start:])
    return start + (dated.end() if dated else 0), by, lead is not None


def _pins(text: str, start: int, stop: int, volume: Volume | None) -> tuple[Pinpoint, ...]:
    """The places before the title, between it and the series, and behind that."""
    between = text[stop : volume.span.start if volume else len(text)]
    tail = text[volume.span.end :] if volume else ""
    return find_pinpoints(text[:start]) + find_pinpoints(_NUMBER.sub("", f"{between} {tail}"))


def _date_words(text: str) -> tuple[str | None, int | None]:
    """(the first date, its year), but for that of the treaty which it amends.

    "… the Convention of 10 December 1982, with Annex, July 28, 1994"
    """
    first = DATE.search(text)
    if first is None or not text.endswith(" of ", 0, first.start()):
        return date_words(text)
    second = DATE.search(text, first.end())
    is_amended = second is not None and _ANNEX.fullmatch(text, first.end(), second.start()) is not None
    return date_words(text[first.end() :] if is_amended else text)


def _identifiers(part: Part) -> tuple[str, ...]:
    """The places in series, then the symbols under which it is printed."""
    series = [each.identifier for each in part.volumes if each.series.kind in ("treaty", "legislation", "document")]
    return tuple(dict.fromkeys((*series, *(symbol for _, symbol in part.symbols))))


def _without_places(part: Part) -> str:
    """The text without its places in series: "T.I.A.S. 1591" is no year."""
    text = part.text
    for volume in reversed(part.volumes):
        text = text[: volume.span.start] + " " + text[volume.span.end :]
    return text


def _without_town(title: str) -> str:
    """A title without the towns where the treaty was signed."""
    towns = _TOWNS.search(title)
    return title[: towns.start()] if towns and all(map(is_place, _TOWN_JOIN.split(towns["towns"]))) else title


def _is_treaty(part: Part, start: int, pointed: bool) -> bool:
    head = part.cover[start : start + 300].partition(",")[0]
    named = _known_name(part.text[start:])
    if named and (pointed or find_pinpoints(part.text) or part.date or len(part.text) - start < named + 25):
        return True
    found = _HEAD_OF_TITLE.search(head, of=part.text) if head[:1].isupper() else None
    if found is None or len(_LOWER.findall(head, 0, found.start())) > 1:  # "The States gave notice to leave the Treaty"
        return False
    if found.start() == 0 and _PARTIES.match(head, found.end()):
        return True
    return pointed or part.date is not None or (bool(find_pinpoints(part.text)) and len(part.text) < 160)


def _treaty_title_end(part: Part, start: int) -> int:
    patterns = (_TITLE_STOPS, _DATED) if part.date else (_TITLE_STOPS,)
    ends = [match.start() for pattern in patterns if (match := pattern.search(part.text, start + 3))]
    ends += [volume.span.start for volume in part.volumes]
    return min([len(part.text), *(end for end in ends if end >= start)])


_TITLE_STOPS = re.compile(
    r"(?<=[a-z)\]])\.\s(?=[*\[]?[A-Z])|\s?\((?=[Aa]rts?\.?\s|[Aa]rticles?\s)|(?:,\s(?:Arts?\.?|Articles?|Sections?"
    r"|Secs?\.|Part|Annex)|,?\s(?:arts?\.?|articles?|§{1,2}|sections?|secs?\.|ss?|paras?\.?|¶+|pts?\.))\s?[\dIVX]"
    r"|,?\s\(?(?:was\s|were\s)?(?:adopted|opened\sfor|done|signed|concluded|entered|with\s(?:annex|final)|as\samended"
    r"|approved|faite?|signée?|adoptée?|conclue?|reproduced|annexed|vom(?=\s\d))\b|\s\[(?=\d{4}\]\s)|,?\sOJ\s(?=[LC]\s)"
    r"|,\s(?:pmbl\.|preamble|annex\b|Preamble|National\sAeronautics)"
    rf"|,?\s\((?=(?:[A-ZÀ-Þ][\w.’-]+(?:\s[A-ZÀ-Þ][\w.’-]+)?,?\s)?{YEAR}\))|,\s(?={YEAR}\b)|,\s[A-Z][\w.]{{1,25}}[–-][A-Z][\w.]{{1,25}},"
)


def _is_named_alone(text: str) -> bool:
    """Whether the text begins with a registered name of a treaty, and the title ends there."""
    length = _known_name(text)
    behind = text[length + 4 * text.startswith(("The ", "the ")) :]
    return (
        length > 0
        and TREATY_HEAD.search(text, 0, length + 4) is not None
        and behind[:1] in ("", ",", ".", " ")
        and (behind[:1] != " " or behind[1:2] == "(")
    )


def is_signed(text: str) -> bool:
    """Whether the text begins with the registered name of a treaty, no declaration."""
    length = _known_name(text)
    return length > 0 and _SIGNED.search(text, 0, length + 4) is not None


_SIGNED = re.compile(r"\b(?:Treaty|Convention|Agreement|Protocol|Covenant)\b")


@cache
def _names() -> dict[str, int]:
    """Names of registered instruments, by their letters."""
    return {letters(name): len(name) for each in written() for name in (each.title, *each.names, *each.abbreviations)}


def _known_name(text: str) -> int:
    """The length of the registered name with which the text begins; 0 where there is none."""
    plain = re.sub(r"^(?:The|the)\s", "", text)
    cut = re.match(r"[^,(\[\d.;:]{2,200}", plain)
    words = cut.group().split() if cut else []
    written = [letters(word) for word in words[:24]]
    for count in range(len(written), 0, -1):
        if "".join(written[:count]) in _names():
            return len(" ".join(words[:count]))
    return 0
