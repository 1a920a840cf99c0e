"""Authors: who stands before a title, in any of the orders in which citations name them.

Ada Lind & Paul Frost, Title · Lind, A., and Frost, P. B., Title · Comm. on Ice, Title · the Court’s Rules
"""

from __future__ import annotations

import re
from functools import lru_cache

from argmine.mine.citations.fields.issuers import is_state
from argmine.mine.citations.fields.names import (
    INITIALS,
    JOINED,
    TURNED,
    in_title_case,
    is_body,
    is_person,
    is_surname,
    names,
    turned_names,
)

# what kind of piece it is, between author and title (Bluebook rule 16.7): "Ada Lind, Note, Snow Law"
_DESIGNATION = re.compile(
    r",\s(?:Student\s)?(?:Notes?|Comments?|Case\s(?:Comment|Note)|Book\s(?:Review|Note)|Review\sEssay|Recent\s(?:Case|Development)s?"
    r"|Developments?|Essay|Editorial|Op-Ed|Opinion|Special\sProject),\s(?=[“‘\"'A-ZÀ-Þ])"
)
_OWN_NUMBER = re.compile(r"^\d{1,3}\s(?=(?:[A-ZÀ-Þ]\.\s?){1,3}[A-ZÀ-Þ][a-zß-ÿ])")  # "187 W.N. Lind, Ice Rights"
_SUFFIX = re.compile(r"(?<=[a-zA-Z]),\s(?:[JS][Rr]\.?|I{2,3}|IV)(?=,\s|\s&|\sand\s)")
_STOP = re.compile(r"\.(?:(?<=[a-zß-ÿ]{2}\.)|(?<=[A-ZÀ-Þ]{4}\.))\s(?=[A-ZÀ-Þ“‘\"])")
_FIRM = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^,.;:()“”\d]{1,60}),\s(?P<form>P\.?C\.|P\.?L\.?L\.?C\.?|L\.?L\.?[PC]\.?|P\.?A\.|Inc\.|Ltd\.?|Corp\.|S\.A\.|N\.V\.|B\.V\.|GmbH),\s"
    r"(?=[A-ZÀ-Þ“‘\"])"
)
_NOT_IN_NAMES = re.compile(r"[:;“”‘()\d]")
# a scan has a stop for the comma: "Lind. The Law of Ice, 12 POLAR L.J. 3 (1984)"
_SURNAME_STOP = re.compile(
    r"(?P<who>(?:(?:[Vv]an|[Vv]on|[Dd]e)\s){0,2}(?!Note|Comment|Symposium|Article|Proc|Supra|Infra|Ibid)[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]{3})\.\s(?=[A-ZÀ-Þ‘“'\"][^.]{8})"
)
_ACRONYM = re.compile(r"(?P<who>(?:UN\s)?[A-Z]{3,10})\.\s(?=[A-ZÀ-Þ])")
_OF = re.compile(r"\s(?:of|on|for)\s", re.IGNORECASE)
_TITLE_STOP = re.compile(r"(?<=[a-zß-ÿ)\d])\.\s(?=[A-ZÀ-Þ\d])")
_SENTENCE = re.compile(
    r"(?:I|We|He|She|It|This|These|The|For|In|See)\s(?:[a-z]|[A-Z]\w+\s(?:is|was|has|are|were)\s)(?!\w+\s(?:of|on)\b)"
)
_FINITE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|may|can|will|would|should|must|could|does|did|held|says?|said|states|provides|applies)\s"
)
_VOWEL = re.compile(r"[aeiouyà-ÿ]")
_NO_SURNAMES = frozenset("pub rep doc rev res art vol stat sess supp cong conf int proc gen ass".split())
_OF_STATE = re.compile(
    r"(?:Joint\s|Oral\s|Written\s)?(?:[Ss]tatement|[Ww]orking\s[Pp]aper|[Pp]roposal|[Ii]ntervention|[Rr]emarks|[Ss]ubmission"
    r"|[Cc]omments|[Nn]ote\s[Vv]erbale|[Ll]etter|[Dd]eclaration)\b"
)
# "Arcadia’s statement on ice"; "Arcadia’s Growing Influence" is a title
_OF_STATE_OR_SMALL = re.compile(
    rf"[a-z]|{_OF_STATE.pattern}|(?:[A-Z]\w+\s){{0,3}}(?:Law|Act|Decree|Report|Policy|Strategy|Reply|Response|Submission|Declaration|Code)\b"
)
_OWNED = re.compile(r"(?P<who>(?:the\s)?[A-ZÀ-Þ][^,’'“‘(:]{3,80})[’']s\s(?=[a-z]{4,}\s|[A-Z])")
_FULL_TURNED = re.compile(
    r"(?P<surname>[A-ZÀ-Þ][\w’'-]+),\s(?P<given>[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?:\s[A-ZÀ-Þ]\.){0,2})"
    r"(?P<others>(?:,\s(?!and\b)[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){1,3}){0,4}(?:,?\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){1,3}?)?)"
    r"[:.]\s(?=[A-ZÀ-Þ“„])"
)  # "Lind, Ada: Ice Law", "Lind, Ada, and Paul Frost. Ice Law"
_INITIALLED = re.compile(
    r"(?!(?:U\.\s?[NSK]|E\.\s?U)\.)(?P<who>(?:[A-ZÀ-Þ][a-z]?\.[\s-]?)+(?:[A-ZÀ-Þ][a-zß-ÿ]+\s)?(?:(?:[Vv]an|[Vv]on|[Dd]er?|[Dd]en|[Ll]a)\s){0,2}"
    r"[A-ZÀ-Þ][\w’'-]+),\s(?=[A-ZÀ-Þ“‘«\"])"
)
_Split = tuple[tuple[str, ...], str]
_LONGEST_BODY = 160


@lru_cache(maxsize=512)  # each reader asks for the same beginning again
def split_authors(text: str, *, surname_alone: bool = False) -> _Split:
    """(authors, what follows them) of "A, B & C, Title ..."; no authors where the words begin with none."""
    text, commas, found = _certain(text)
    if found is not None:
        return found
    stopped = _before_stop(text) or _before_colon(text)
    if commas and not (stopped and len(stopped[0]) > 1):  # "Ada Lind, Paul Frost, and Karl Berg. Title"
        found = _first_alone(text, commas[0], surname_alone=surname_alone)
    if surname_alone and not (found or stopped) and (surname := _SURNAME_STOP.match(text)) is not None:
        return (surname["who"],), text[surname.end() :]
    return found or stopped or ((), text)


@lru_cache(maxsize=256)
def _certain(text: str) -> tuple[str, list[int], _Split | None]:
    """(the text without "Jr.", its first commas, what needs no surname alone to be read)."""
    text = _without_suffix(text)
    commas = _commas(text)
    return text, commas, _firm(text) or _turned(text) or _listed(text, commas) or _initialled(text) or _possessed(text)


def is_authored(text: str) -> bool:
    """Whether it begins with a person's name and a comma, as a publication does."""
    authors, behind = split_authors(text[:400])
    return bool(authors) and is_person(authors[0]) and (behind[:1].isupper() or behind[:1] in '“‘"')


def _firm(text: str) -> _Split | None:
    """A firm by its form: "Lind & Frost, P.C., Title"."""
    match = _FIRM.match(text)
    return ((f"{in_title_case(match['who'])}, {match['form']}",), text[match.end() :]) if match else None


def _turned(text: str) -> _Split | None:
    """Surnames first: "Lind, A., and Frost, P. B., Title"."""
    full = _FULL_TURNED.match(text)
    if full is not None and is_person(first := in_title_case(f"{full['given']} {full['surname']}")):
        return (first, *names(full["others"].strip(" ,"))), _TITLE_STOP.sub(", ", text[full.end() :], count=1)
    match = TURNED.match(text)
    if match is None or is_body(match["names"]) or text[match.end()] == "(":
        return None
    return turned_names(match["names"]), text[match.end() :].strip()


def _listed(text: str, commas: list[int]) -> _Split | None:
    """Several persons with commas between: "Ada Lind, Paul Frost & Karl Berg, Title"."""
    for comma in reversed(commas[1:]):
        chunk = text[:comma]
        last = chunk.rpartition(",")[2]
        joined = JOINED.search(last) is not None
        if not joined and comma != commas[1]:
            continue
        pieces = [piece for join in JOINED.split(chunk) for piece in join.split(",") if piece.strip()]
        if joined and len(pieces) > 2 and all(map(is_person, pieces)):
            return names(chunk), text[comma + 1 :].strip()
        is_turned = len(pieces) == 2 and comma == commas[1]  # "Lind, A., Title"
        if is_turned and is_surname(pieces[0]) and INITIALS.fullmatch(pieces[1].strip()):
            return names(chunk), text[comma + 1 :].strip()
    return None


def _initialled(text: str) -> _Split | None:
    """Several persons with their initials, no word between them: "G. Lind, E. Frost, P. A. Berg, Title"."""
    found, end = list[str](), 0
    while (match := _INITIALLED.match(text, end)) is not None and is_person(match["who"]):
        found.append(match["who"])
        end = match.end()
    return (tuple(map(in_title_case, found)), text[end:]) if len(found) > 1 else None


def _before_stop(text: str) -> _Split | None:
    """Persons or a body before a stop: "Ada Lind and Paul Frost. Title", "Ice Bureau. Title"."""
    stop = _STOP.search(text, 0, _LONGEST_BODY) if ". " in text[:_LONGEST_BODY] else None
    if stop is None and (body := _ACRONYM.match(text)) is not None and is_body(body["who"]):
        return (body["who"],), _TITLE_STOP.sub(", ", text[body.end() :], count=1)
    if stop is None or not text[:1].isupper() or _NOT_IN_NAMES.search(text, 0, stop.start()):
        return None
    who, behind = text[: stop.start()], _TITLE_STOP.sub(", ", text[stop.end() :], count=1)
    last = who.rpartition(" ")[2].lower()
    if last in _NO_SURNAMES or _VOWEL.search(last) is None or _is_sentence(behind):  # "ICE RSCH. SERV."
        return None
    pieces = [piece.strip() for join in JOINED.split(who) for piece in join.split(",")]
    if all(map(is_person, filter(None, pieces))):
        return names(who), behind
    return ((in_title_case(who),), behind) if is_body(who) and "," not in who and len(who) < _LONGEST_BODY else None


def _before_colon(text: str) -> _Split | None:
    """Persons with their initials before a colon: "ADA P. LIND & PAUL FROST: ICE LAW"."""
    who, _, behind = text[:_LONGEST_BODY].partition(": ")
    if not behind[:1].isupper() or "." not in who or "," in who:
        return None
    if not all(map(is_person, map(str.strip, JOINED.split(who)))):
        return None
    return names(who), text[len(who) + 2 :]


def _is_sentence(text: str) -> bool:
    """Whether words begin as a sentence does and have a verb; "The terms of ice" is a title."""
    return _SENTENCE.match(text) is not None and (text[:3] != "The" or _FINITE.search(text, 0, 160) is not None)


def _possessed(text: str) -> _Split | None:
    """A body or a State that owns the title: "International Law Commission’s draft articles"."""
    match = _OWNED.match(text)
    if match is None or not (
        is_body(match["who"]) or (is_state(match["who"]) and _OF_STATE_OR_SMALL.match(text, match.end()))
    ):
        return None
    return (in_title_case(match["who"]),), text[match.end() :]


def _first_alone(text: str, comma: int, *, surname_alone: bool) -> _Split | None:
    """What stands before the first comma: persons joined by "and", or a body."""
    first, behind = text[:comma], text[comma + 1 :].strip()
    pieces = [piece.strip() for piece in JOINED.split(first)]
    if " y " in first and is_person(first):
        pieces = [first]
    if _OF_STATE.match(behind) and all(is_state(each.removeprefix("the ")) for each in pieces):
        return tuple(pieces), behind
    if is_state(first) and (body := _first_body(behind)) is not None:  # "Netherlands, Ministry of Ice, Ice Policy"
        return body
    is_titled = behind[:1].isupper() or behind[:1] in '‘“"*_' or _OF_STATE.match(behind) is not None
    if len(pieces) > 1 and (bodies := _bodies(first, pieces)) is not None and is_titled:
        return bodies, behind
    if all(map(is_person, pieces)) or (surname_alone and all(map(is_surname, pieces))):
        return names(first), behind
    if is_body(first) and len(first) < _LONGEST_BODY and is_titled:
        return (in_title_case(first.strip(" *_")),), behind
    return None


def _bodies(first: str, pieces: list[str]) -> tuple[str, ...] | None:
    """Several bodies, where each piece is one: "Ice Directorate & U.S. Snow & Floe Servs." are two, "Off. of Sci. &
    Tech. Pol’y" is one.
    """
    if not is_body(first) or any(is_person(piece) and not is_body(piece) for piece in pieces):
        return None
    if _OF.search(first):
        return (in_title_case(first),)
    found, place = [""], 0
    for piece in pieces:
        end = first.index(piece, place) + len(piece)
        if found[-1] and not is_body(found[-1]):
            found[-1] += first[place:end]
        else:
            found.append(first[first.index(piece, place) : end])
        place = end
    return tuple(map(in_title_case, found[1:] if is_body(found[-1]) else [first]))


def _first_body(text: str) -> _Split | None:
    first, comma, behind = text.partition(", ")
    return ((in_title_case(first),), behind) if comma and is_body(first) and behind[:1].isupper() else None


def _commas(text: str) -> list[int]:
    """Where the first eight commas stand in the beginning of a text."""
    places, place = list[int](), text.find(",", 0, 400)
    while place >= 0 and len(places) < 8:
        places.append(place)
        place = text.find(",", place + 1, 400)
    return places


def _without_suffix(text: str) -> str:
    """The text without "Jr." and "III" behind the first names, the kind of piece it is and the note's own number."""
    if text[:1].isdigit():
        text = _OWN_NUMBER.sub("", text)
    text = _DESIGNATION.sub(", ", text, count=1) if _DESIGNATION.search(text, 0, 160) else text
    head = text[:200]
    if ", J" in head or ", S" in head or ", I" in head:
        return _SUFFIX.sub("", text, count=2) if _SUFFIX.search(text, 0, 200) else text
    return text
