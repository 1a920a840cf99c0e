"""Names of authors and editors, as citations write them, and titles out of capitals.

Ada Lind · ADA LIND & PAUL B. FROST · Lind, Ada · S. T. Halvorsen and B. Okonjo · Lind et al.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PARTICLES = frozenset(
    "von van de der den del della di da du des la le dos das do bin al ten ter zu zur y e af av".split()
)
_SMALL = frozenset(
    "a an and as at but by for from in into nor of on or over the to under upon with within de der des di du et la"
    " le les und v".split()
)
_NO_NAMES = frozenset(
    "law laws space international treaty treaties convention agreement agreements charter policy legal article articles"
    " the a an of on in for to outer moon handbook commentary introduction principles rights state states use uses"
    " peaceful property resources resource governance theory history journal review yearbook report reports statement"
    " press letter note working paper draft court case judgment award opinion act code regulation world united nations"
    " sea continental general public private environmental criminal human towards toward new treatise manual building"
    " accords accord protocol covenant statute declaration resolution guidelines constitution vol volume part chapter"
    " supra infra ibid id cf see also above below".split()
)
_BODIES = re.compile(
    r"\b(?:Committee|Comm\.|Commission|Comm[’']n|Council|Ministry|Minist[èe]re|Department|Dep[’']t|Agency"
    r"|Administration|"
    r"Institute?|Inst\.|Association|Ass[’']n|Organi[sz]ation|Org\.|Secretariat|Secretary-General|Working Group"
    r"|Office|Off\.|Bureau|"
    r"Union|University|Univ\.|Society|Soc[’']y|Foundation|Academy|Assembly|Permanent Mission|Government|Centre"
    r"|Center|Rapporteur|"
    r"Conference|Authority|Group|Subcommittee|Federation|Parliament|Congress|Senate|Bank|Programme|Chamber|Team"
    r"|Division|Library|"
    r"ILC|ILA|IISL|NASA|ESA|COPUOS|UNCOPUOS|UNOOSA|UNIDROIT|UNGA|ICRC|IAEA|ITU|OECD|NGO|Corp\.?|Inc\.?|Ltd\.?|GmbH"
    r"|LLC|Gesellschaft|Institut|Comité|Commission)(?![\w])"
)
_TITLES = re.compile(
    r"(?:Yearbook|Report|Rep\.|Statement|Treaty|Convention|Agreement|Statute|Constitution|Charter|Rules|Draft"
    r"|Resolution|Proceedings)\b"
)
# a pattern that begins with a set of letters lets the engine skip all others; the rest looks back
_JOINED = re.compile(r"[&;aeuy](?:(?<=[&;])|(?<=\ba)nd\b|(?<=\bu)nd\b|(?<=\be)t\b(?!\s+al)|(?<=\by)\b)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-z]{0,2}\.[\s-]?|[A-ZÀ-Þ]{1,3}(?=\s|$|-))+")
_TOKEN = re.compile(r"[^\s,]+")
_OTHERS = re.compile(r",?\s+(?:et al\.?|and others|u\.\s?a\.|et autres|i in\.)\s*$", re.IGNORECASE)
_OTHERS_END = ("al", "al.", "others", "a.", "autres", "in.")
_ROLE = re.compile(r"[,\s]*\(?\b(?:eds?|editors?|Hrsg|dirs?|trans|éds?|coords?)\b\.?\)?[\s,.:]*$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?<=[a-zA-Z]),\s(?:[JS][Rr]\.?|I{2,3}|IV)(?=,\s|\s&|\sand\s)")
_CAPITAL_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ]")


def names(text: str) -> tuple[str, ...]:
    """The single names in an author or editor line, given names first, out of capitals."""
    plain = _ROLE.sub("", _named_alone(text.strip(" ,.:*_")))
    pieces = [piece.strip(" ,*_\n") for piece in _JOINED.split(plain)]
    found = [name for piece in pieces if piece for name in _single(piece)]
    return tuple(in_title_case(name) for name in found if name)


def _named_alone(text: str, instead: str = "") -> str:
    """The names without "et al." behind them."""
    return _OTHERS.sub(instead, text) if text.rstrip().lower().endswith(_OTHERS_END) else text


def _single(piece: str) -> list[str]:
    """The names of one piece between joins; "Chazelle, Alexandre" is one name turned round."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) >= 2 and len(parts) % 2 == 0 and all(_is_surname(a) and _is_given(b) for a, b in _pairs(parts)):
        return [f"{given} {surname}" for surname, given in _pairs(parts)]
    suffix = [part for part in parts if part.rstrip(".") in ("Jr", "Sr", "II", "III", "IV")]
    return [part for part in parts if part not in suffix]


def _pairs(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip(parts[::2], parts[1::2], strict=True))


def _is_surname(text: str) -> bool:
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return len(words) == 1 and not _INITIALS.fullmatch(words[0].rstrip(".") + ".") and len(words[0]) > 1


def _is_given(text: str) -> bool:
    return len(text.split()) <= 3 and (
        _INITIALS.fullmatch(text) is not None or (text[:1].isupper() and is_person(f"{text} Xx"))
    )


@lru_cache(maxsize=2048)
def is_person(text: str) -> bool:
    """Whether the words could be one person's name: two to six capitalised words, initials and particles."""
    plain = _named_alone(text.strip(" *_"), " Others")
    tokens = _TOKEN.findall(plain)
    if not 2 <= len(tokens) <= 7 or not all(map(_is_name_word, tokens)):
        return False
    return tokens[-1].lower() not in _PARTICLES and _BODIES.search(plain) is None


def _is_name_word(token: str) -> bool:
    plain = token.strip(".’'")
    if token.lower() in _PARTICLES or _INITIALS.fullmatch(token):
        return True
    return (
        plain[:1].isupper()
        and not any(letter.isdigit() for letter in plain)
        and plain.lower() not in _NO_NAMES
        and token[-1] not in ":;?!”"
    )


def is_body(text: str) -> bool:
    """Whether the words name an institution."""
    return text[:1].isupper() and _BODIES.search(text) is not None and not _TITLES.match(text)


@lru_cache(maxsize=512)  # each reader asks for the same beginning again
def split_authors(text: str, *, surname_alone: bool = False) -> tuple[tuple[str, ...], str]:
    """(authors, what follows them) of "A, B & C, Title ..."; no authors where the words begin with none."""
    text = _without_suffix(text)
    commas = _commas(text)
    for comma in reversed(commas[1:]):
        chunk = text[:comma]
        last = chunk.rpartition(",")[2]
        joined = _JOINED.search(last) is not None and last.strip()[:1] != "&"
        if not joined and comma != commas[1]:
            continue
        pieces = [piece for join in _JOINED.split(chunk) for piece in join.split(",") if piece.strip()]
        if joined and len(pieces) > 2 and all(map(is_person, pieces)):
            return names(chunk), text[comma + 1 :].strip()
        turned = len(pieces) == 2 and comma == commas[1]  # "Lind, A., Title"
        if turned and _is_surname(pieces[0]) and _INITIALS.fullmatch(pieces[1].strip()):
            return names(chunk), text[comma + 1 :].strip()
    if not commas:
        return (), text
    first, behind = text[: commas[0]], text[commas[0] + 1 :].strip()
    pieces = [piece.strip() for piece in _JOINED.split(first)]
    if all(is_person(piece) for piece in pieces) or (surname_alone and all(map(_is_surname, pieces))):
        return names(first), behind
    if is_body(first) and len(first) < 160 and behind[:1].isupper() | (behind[:1] in '‘“"*_'):
        return (in_title_case(first.strip(" *_")),), behind
    return (), text


def _commas(text: str) -> list[int]:
    """Where the first eight commas stand in the beginning of a text."""
    places, place = list[int](), text.find(",", 0, 400)
    while place >= 0 and len(places) < 8:
        places.append(place)
        place = text.find(",", place + 1, 400)
    return places


def _without_suffix(text: str) -> str:
    """The text without "Jr." and "III" behind the names with which it begins."""
    head = text[:200]
    if ", J" in head or ", S" in head or ", I" in head:
        return _SUFFIX.sub("", text, count=2) if _SUFFIX.search(text, 0, 200) else text
    return text


def in_title_case(text: str) -> str:
    """Words printed in capitals or small capitals, as a title is written otherwise; other words as they are."""
    if _SHOUTED.search(text) is None:
        return text
    shouted = [word for word in _CAPITAL_WORD.findall(text) if word.isupper()]
    if sum(map(len, shouted)) * 2 <= sum(map(len, _CAPITAL_WORD.findall(text))) or len("".join(shouted)) < 5:
        return text
    words, first = [], True
    for word in text.split(" "):
        words.append(_lowered(word, first))
        first = word.endswith((":", "?", "."))
    return " ".join(words)


def _lowered(word: str, first: bool) -> str:
    plain = word.strip("“”‘’\"'(),.:;?!").lower()
    if not first and plain in _SMALL and not word.endswith("."):
        return word.lower()
    if re.fullmatch(r"[IVXLC]+[,.:]?", word) and len(word) > 1:
        return word
    return re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", lambda match: match.group()[:1] + match.group()[1:].lower(), word)
