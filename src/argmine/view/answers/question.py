"""What a person types: for a provision `OST:II`, `"Art. II OST"`, `"Outer Space Treaty, article 2"` or `OST`; for a
question words, phrases in quotation marks, `art:OST.II` and `cites:A/RES/62/101`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmine.errors import QueryError
from argmine.store import Filters
from argmine.types import Provision, Span

if TYPE_CHECKING:
    from argmine.knowledge import Instrument, Unit

# What is known of instruments is read only for questions that name one.
# ruff: noqa: PLC0415

_CANONICAL = re.compile(r"\s*([A-Za-z][A-Za-z0-9]*)(?::\s*([\w. ]{1,12}?)((?:\s?\(\w{1,4}\))*))?\s*")

_ABBREVIATED = re.compile(r"\b(?:(arts?|secs?)\.?|(?:par|para)(s?)\.?)(?=\s+[\dIVXLC(])", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r",?\s+(?!(?:1[89]|20)\d\d\b)(?=\d|[IVXLC]+\b)")
"""Between a name and the number of an article: "LIAB VI(2)", but no year."""
_SAYS_WHICH = re.compile(r"\d|\b[IVXLC]+\b|\b(?:art|para|sec)", re.IGNORECASE)
_FORM = 'Write it as OST:II or "Art. II OST"; `argmine instruments` lists the codes.'
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

_CONDITION = re.compile(r"(?<!\S)(art|cites):(?:\"([^\"]*)\"|(\S+))")


def parse_question(written: str, filters: Filters) -> tuple[str, Filters]:
    """The words of a question, and `filters` with the conditions that stand among them.

    Raises:
        QueryError: `art:` names no provision.
    """
    provisions, cites = [*filters.provisions], [*filters.cites]
    for name, quoted, bare in _CONDITION.findall(written):
        if name == "cites":
            cites.append(quoted or bare)
        else:
            provisions.append(parse_provision(quoted or bare.replace(".", ":", 1)))
    words = " ".join(_CONDITION.sub(" ", written).split())
    return words, replace(filters, provisions=tuple(provisions), cites=tuple(cites))


def parse_years(written: str) -> tuple[int | None, int | None]:
    """The first and the last year of `1998`, `1998-2010`, `1998-` or `-2010`.

    Raises:
        QueryError: it is nothing of that kind.
    """
    match = re.fullmatch(r"\s*(\d{4})?\s*([-–])?\s*(\d{4})?\s*", written)
    if match is None or not (match[1] or match[3]):
        raise QueryError(f"{written!r} are no years.", "Write 1998, 1998-2010, 1998- or -2010.")
    first, last = (int(year) if year else None for year in (match[1], match[3]))
    if first and last and first > last:
        raise QueryError(f"{written!r}: {first} is after {last}.", f"Write {last}-{first}.")
    return (first, last) if match[2] else (first, first)


def parse_provision(written: str) -> Provision:
    """The provision that `written` names, in the instrument's own numerals.

    Raises:
        QueryError: no instrument is known by that name, it has no such article, or several are named.
    """
    from argmine.knowledge.registry import instrument

    match = _CANONICAL.fullmatch(written)
    known = instrument(match.group(1).upper()) if match else None
    if match and known:
        return _checked(known, match.group(2), tuple(re.findall(r"\((\w+)\)", match.group(3) or "")))
    return _read(written)


def _checked(known: Instrument, number: str | None, below: tuple[str, ...]) -> Provision:
    if number is None:
        return Provision(known.code)
    unit = known.article(number.strip())
    if unit is None:
        numbers = [unit.number for unit in known.articles]
        there = f"It has {known.unit}s {numbers[0]} to {numbers[-1]}." if numbers else "It is known as a whole only."
        raise QueryError(f"{known.code} has no {known.unit} {number.strip()}.", there)
    if below and not known.lists(unit.number, below[0]):
        article = Provision(known.code, (unit.number,))
        raise QueryError(f"{article} has no paragraph {below[0]}.", _paragraphs(unit, article))
    return Provision(known.code, known.settled((unit.number, *below)))


def _paragraphs(unit: Unit, article: Provision) -> str:
    """Which paragraphs an article has, for somebody who asked for another."""
    there = list(dict.fromkeys(each.partition("(")[0] for each in unit.paragraphs))
    if not there:
        return f"It is not divided; ask for {article}."
    return f"It has paragraph{'s' * (len(there) > 1)} {' to '.join(dict.fromkeys((there[0], there[-1])))}."


def _read(written: str) -> Provision:
    """The same parser that reads documents, which are written with more care."""
    from argmine.mine.references import find_references
    from argmine.resolve.instruments.namings import find_namings
    from argmine.resolve.provisions.references import resolve_references

    text = _spelled_out(" ".join(written.split())[:300])
    references = find_references(text, Span(0, len(text)))
    mentions, _, unresolved = resolve_references(text, references, find_namings(text))
    if unresolved:
        raise QueryError(f"{unresolved[0].reason}.", "`argmine instruments CODE` lists its articles.")
    provisions = sorted({mention.provision for mention in mentions})
    if len(provisions) != 1:
        raise QueryError(_fault(written, provisions), _suggestion(written))
    if _SAYS_WHICH.search(rest := _outside(text, [mention.span for mention in mentions])):
        raise QueryError(f"Of {written!r} this is not understood: {rest}.", _FORM)
    paths = [path for reference in references for path in reference.paths]
    return _whole(provisions[0], paths[0]) if len(paths) == 1 else provisions[0]


def _spelled_out(text: str) -> str:
    """ "LIAB VI(2)" and "art VI par 2" as a footnote has them."""
    from argmine.knowledge.registry import instrument
    from argmine.resolve.instruments.namings import find_namings

    code = re.match(r"\w+", text)
    ends = {naming.span.end for naming in find_namings(text)}
    ends |= {code.end()} if code and instrument(code[0].upper()) else set()
    for end in sorted(ends, reverse=True):
        if number := _NUMBER_ALONE.match(text, end):
            text = f"{text[:end]} art. {text[number.end() :]}"
    return _ABBREVIATED.sub(lambda match: f"{match[1]}." if match[1] else f"para{match[2]}.", text)


def _outside(text: str, spans: list[Span]) -> str:
    """What stands outside all spans, years aside."""
    kept = "".join(" " if any(span.start <= at < span.end for span in spans) else sign for at, sign in enumerate(text))
    return " ".join(_YEAR.sub(" ", kept).split()).strip(" ,;.")


def _whole(found: Provision, path: tuple[str, ...]) -> Provision:
    """The provision with the paragraphs that were written, of which the parser leaves out those that there are not."""
    from argmine.knowledge.registry import instrument

    known = instrument(found.instrument)
    return _checked(known, found.path[0], known.settled(path)[1:]) if known and found.path else found


def _fault(written: str, provisions: list[Provision]) -> str:
    if provisions:
        return f"{written!r} names several provisions: {', '.join(map(str, provisions))}."
    return f"No provision is known as {written!r}."


def _suggestion(written: str) -> str:
    from difflib import get_close_matches

    from argmine.knowledge.registry import instruments

    code = written.partition(":")[0].strip().upper()
    near = get_close_matches(code, list(instruments()), n=3, cutoff=0.5)
    start = f"Did you mean {' or '.join(near)}? " if near else ""
    return start + _FORM
