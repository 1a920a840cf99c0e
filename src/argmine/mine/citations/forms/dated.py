"""References that name author and year first, as the social sciences do.

Lind, A. (2019). Ice Law in Practice. Frostburg: Schnee.
Lind, Ada; Frost, Paul, 1979: Ice in Court, in: Ice and Society Review, vol. 9, p. 217.
Polar Institute (2022): Who mines the ice? Policy Brief 4/2022, p. 3.
Lind/Frost 1979, S. 64 ff.                                      what points to such a reference
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from argmine.knowledge.citations import letters
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import read_imprint
from argmine.mine.citations.fields.kinds import THESIS_WORDS
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person
from argmine.mine.citations.fields.parts import MONTH, YEAR, Form, Part
from argmine.mine.citations.forms.articles import read_journal
from argmine.mine.citations.forms.chapters import chapter_form
from argmine.mine.citations.marks.pinpoints import behind, find_pinpoints, reach
from argmine.types import Citation, Description, Pointer, Span

_AUTHOR_DATE = re.compile(
    rf"^(?P<who>[^()“”‘\"\d]{{3,300}}?)[,.]?\s(?:\((?P<year>{YEAR})[a-z]?(?:\s\[{YEAR}\]|,\s{MONTH}(?:\s\d{{1,2}})?)?\)[.:,;]?"
    rf"|(?P<bare>{YEAR})[a-z]?(?:/\d\d)?[.:;])\s?(?P<rest>[“‘\"«]?[A-ZÀ-Þ].{{5,}})$"
)
_INITIAL_LAST = re.compile(r"[\s.-][A-ZÀ-Þ]$")
_NO_TITLE = frozenset(("v", "icj", "no"))
_TITLE_ENDS = re.compile(
    r"[.?]\s(?=[A-ZÀ-Þ])|,\s(?=(?:[A-Z][\w&]*\s){0,3}(?:Publishing|Press|Verlag|Publishers)\b)|,\s(?=(?:Report|Policy|Working|Research|Discussion)\b|pp?\.|vol)"
)
_IN = re.compile(r"[,.]\s[Ii]n:?\s(?=[A-ZÀ-Þ])")
_JOINS = re.compile(r"\s?[;/&]\s?|,?\s(?:and|und|et|y)\s")
_TURNED = re.compile(r"(?P<surname>[A-ZÀ-Þ][\w’' -]{1,30}?),?\s(?P<given>(?:[A-ZÀ-Þ][\w’'-]*\.?-?\s?){1,4})")
_PAIRS = re.compile(
    r"(?P<surname>(?:(?:van|von|de|der|den|la|le|di)\s){0,2}[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?),?\s"
    r"(?P<given>(?:[A-ZÀ-Þ][a-z]?\.-?\s?){1,4}|[A-ZÀ-Þ]{1,3}\b\.?)[,.]?\s*"
)
_NAME = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Act|Law|Treaty|Convention|Summer|Spring|Winter|Fall)\w*\s)"
    r"(?:(?:[Vv]on|[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Dd]u)\s){0,2}[A-ZÀ-Þ][\w’'-]{2,}"
)
_AUTHOR_YEAR = re.compile(
    rf"^(?:(?:[A-ZÄÖÜa-zäöü]+\s){{0,8}}?(?:bei|von|hierzu|vgl\.|dazu|by|see)\s)??(?P<who>{_NAME}(?:\s?/\s?{_NAME}"
    rf"|\s(?:and|und|&)\s{_NAME}){{0,4}}),?\s\(?(?P<year>{YEAR})[a-z]?\)?(?P<behind>(?:,|:)?\s.{{0,400}})?$"
)
_ABOVE_ALL = re.compile(r"(?:insbesondere|insb\.|esp\.|especially)\s")


def read_dated(part: Part, reader: Callable[[Part], Form | None]) -> Form | None:
    """Author, date and title; `reader` reads what has its title in quotation marks."""
    match = _AUTHOR_DATE.match(part.text)
    if match is None or letters(match["rest"].split(" ")[0]) in _NO_TITLE:
        return None
    who = match["who"].strip(" ,")
    authors = _authors(f"{who}." if _INITIAL_LAST.search(who) else who)
    if not authors:
        return None
    rest = match["rest"]
    form = reader(Part(rest)) if rest[0] in '“‘"«' else None
    if form is None or form.kind == "document":
        form = _titled(rest, "report" if is_body(authors[0]) else "book")
    year = int(match["year"] or match["bare"])
    return replace(form, description=replace(form.description, authors=authors, year=year))


def _authors(line: str) -> tuple[str, ...]:
    """The names of an author line, given names first; none where it is no such line."""
    if is_body(line):
        return (in_title_case(line),)
    authors, rest = split_authors(f"{line}, X", surname_alone=True)
    if rest == "X" and not _PAIRS.fullmatch(line):
        return authors
    plain = re.sub(r",?\s(?:et\sal\.?|and\sothers)$|,?\s?\(?(?:eds?|Hrsg)\.?\)?$", "", line)
    pairs, end = [], 0
    joined = _JOINS.sub(", ", plain)
    while (pair := _PAIRS.match(joined, end)) is not None:
        pairs.append(in_title_case(f"{pair['given'].strip()} {pair['surname']}"))
        end = pair.end()
    if pairs and end >= len(joined.rstrip(" ,.")):
        return tuple(pairs)
    found = [_single(piece.strip(" ,")) for piece in _JOINS.split(plain)]
    return tuple(name for name in found if name) if all(found) else ()


def _single(piece: str) -> str | None:
    if "," in piece and (turned := _TURNED.fullmatch(piece)):
        return in_title_case(f"{turned['given'].strip()} {turned['surname']}")
    return in_title_case(piece) if is_person(piece) else None


def _titled(rest: str, kind: str) -> Form:
    """Title, then journal, book or imprint."""
    within = _IN.search(rest)
    if within:
        holder = rest[within.end() :]
        form = read_journal(holder) or chapter_form(holder) or Form("chapter", Description(container=holder[:200]))
        return replace(form, description=replace(form.description, title=_clean(rest[: within.start()])))
    if (thesis := _thesis(rest)) is not None:
        return thesis
    ends = _TITLE_ENDS.search(rest)
    title = rest[: ends.start() + (ends.group()[0] == "?")] if ends else rest
    behind = rest[ends.end() :] if ends else ""
    if behind and (article := read_journal(behind)) is not None:
        return replace(article, description=replace(article.description, title=_clean(title)))
    imprint = read_imprint(behind.strip(" .")) if behind and len(behind) < 120 else Description()
    return Form(kind, replace(imprint, title=_clean(title)), find_pinpoints(behind))


def _thesis(rest: str) -> Form | None:
    """ "Ice Law (Doctoral dissertation, University of Lakeland)"."""
    title, bracket, behind = rest.partition(" (")
    if not bracket or not THESIS_WORDS.search(behind):
        return None
    return Form("thesis", Description(title=_clean(title), publisher=behind.partition(", ")[2].rstrip(" ).") or None))


def _clean(title: str) -> str:
    return in_title_case(title.strip(' .,“”‘’"'))


def author_and_year(words: str) -> Citation | None:
    """What points to a reference by author and year, where it is all that the words hold: "Lind/Frost 1979, S. 64"."""
    match = _AUTHOR_YEAR.match(words)
    if match is None:
        return None
    stop = match.end("year")
    if match["behind"]:
        start = match.start("behind") + len(match["behind"]) - len(match["behind"].lstrip(" ,:"))
        start = above.end() if (above := _ABOVE_ALL.match(words, start)) else start
        stop = start + reach(words[start:])
        if stop == start or words[stop : stop + 2].strip(" ,.")[:1].isupper():
            return None
    names = tuple(name.strip() for name in re.split(r"/|\sand\s|\sund\s|&", match["who"]))
    about = Description(authors=names, year=int(match["year"]))
    return Citation(
        Span(match.start("who"), len(words[:stop].rstrip(" ,"))),
        "short",
        description=about,
        pinpoints=behind(words[match.end("year") : stop].lstrip(") ")),
        pointer=Pointer("name", None, f"{match['who']} {match['year']}"),
    )
