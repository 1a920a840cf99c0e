"""Names of authors and editors, as citations write them, and titles out of capitals.

Ada Lind · ADA LIND & PAUL B. FROST · Lind, Ada · S. T. Halvorsen and B. Okonjo · Lind et al.
"""

from __future__ import annotations

import re
from functools import lru_cache

from argmine.knowledge.citations import any_of, words

_PARTICLES = frozenset(
    "von van de der den del della di da du des la le dos das do bin al ten ter zu zur y e af av".split()
)
_SMALL = frozenset(
    "a an and as at but by for from in into nor of on or over the to under upon with within de der des di du et la"
    " le les und v".split()
)
_NO_FIRST_NAMES = frozenset(("Das", "Die", "Der", "U.S.", "U.N.", "U.K.", "E.U."))  # "Das Eis", "U.S. Ice"
_NO_NAMES = frozenset(
    "law laws international treaty treaties convention agreement agreements charter policy legal article articles"
    " the a an of on in for to handbook commentary introduction principles rights state states use uses"
    " peaceful property resources resource governance theory history journal review yearbook report reports statement"
    " press letter note working paper draft court case judgment award opinion act code regulation world united nations"
    " sea continental general public private environmental criminal human towards toward new treatise manual building"
    " accords accord protocol covenant statute declaration resolution guidelines constitution vol volume part chapter"
    " past former vice chairman professor member members fellow honorary adjunct"
    " supra infra ibid id cf see also above below".split()
) | frozenset(words("titles"))
_ACRONYMS = any_of("acronyms")
_BODIES = re.compile(
    r"\b(?:Committee|Comm\.|Commission|Comm[’']n|Council|Ministry|Minist[èe]re|Department|Dep[’']t|Agency"
    r"|Administration|"
    r"Institute?|Inst\.|Association|Ass[’']n|Organi[sz]ation|Org\.|Secretariat|Secretary-General|High Representative"
    r"|Working Group"
    r"|Office|Off\.|Bureau|"
    r"Union|University|Univ\.|Society|Soc[’']y|Foundation|Academy|Assembly|Permanent Mission|Government|Centre"
    r"|Center|Rapporteur|"
    r"Conference|Authority|Group|Subcommittee|Federation|Parliament|Congress|Senate|Bank|Programme|Chamber|Team"
    r"|Division|Library|Forum|Network|Alliance|Consortium|Directorate|Delegation|Observatory|Laboratory|Coalition|Ctr\.|Servs?\.|Clinic|Proj\."
    r"|Associated\sPress|League|Embassy|Task\sForce|Bundestag|Court\sof\s(?:Arbitration|Justice|Auditors)|"
    rf"{_ACRONYMS}|United\sNations(?=$|\.|,)|White\sHouse|Kremlin|House\sof|NGO|Corp\.?|Inc\.?|Ltd\.?|GmbH"
    r"|LLC|Gesellschaft|Institut|Comité|Université|Universität|Universiteit|Università|Universidad|Universitet)(?![\w])"
)
_SHORT_NAMES = re.compile(rf"(?:{_ACRONYMS})(?:\s[A-Z]{{2,6}})?")
_SAYS = re.compile(r"\s(?:is|are|was|were|may|has|have|had|which|that|who)\s")
_TITLES = re.compile(
    r"(?:United\sNations\s|UN\s)?(?:Yearbook|Report|Rep\.|Statement|Treaty|Convention|Agreement|Statute|Constitution|Charter|Rules|Draft"
    r"|Resolution|Proceedings|Intervention|Communication|Letter|Summary|Opinion|Working\s[Pp]apers?|Official\sRecords"
    r"|Proposal|Conclusions|Minutes|Hearings?|Memorandum|Award|Judge?ment|Note|Press\s[Rr]elease|Decision)\b"
)
# a pattern that begins with a set of letters lets the engine skip all others; the rest looks back
JOINED = re.compile(
    r"[&;/aeuyA](?:(?<=[&;])|(?<=[^\W\d_]/)(?=[A-ZÀ-Þ])|(?<=[^\W\d]\s/)(?=\s[A-ZÀ-Þ])|(?<=\ba)nd\b|(?<=\bA)ND\b|(?<=\bu)nd\b|(?<=\be)t\b(?!\s+al)|(?<=\by)\b)"
)
INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-z]{0,2}\.[\s-]?|[A-ZÀ-Þ]{1,3}(?=\s|$|-))+")
_TOKEN = re.compile(r"[^\s,]+")
_OTHERS = re.compile(r",?\s+(?:et al\.?|and others|u\.\s?a\.|et autres|i in\.)\s*$", re.IGNORECASE)
_OTHERS_END = ("al", "al.", "others", "a.", "autres", "in.")
_ROLE = re.compile(r"[,\s]*\(?\b(?:eds?|editors?|Hrsg|dirs?|trans|éds?|coords?)\b\.?\)?[\s,.:]*$", re.IGNORECASE)
_HONORIFIC = re.compile(r"(?:Prof(?:essor|\.)|Dr\.?|Mr\.|Mrs\.|Ms\.|Sir|Judge|Ambassador)\s(?=\S+\s\S)")
_SUFFIX = re.compile(r",?\s(?:[JS][Rr]\.?|I{2,3}|IV)$")
_CAPITAL_WORD = re.compile(r"[^\W\d_]{2,}")
_SPANISH = " y "
_ROMAN = re.compile(r"C{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})[,.:]?")  # "CIVIL" is none
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ]")


_SURNAME = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]ella|[Dd]i|[Ll]e|[Ll]a)\s){0,3}[A-ZÀ-Þ][\w’'-]+"
    r"(?:[\s-][A-ZÀ-Þ][\w’'-]+)?"
)
_INITIAL = (
    r"(?:[A-ZÀ-Þ][a-z]?\.(?:[\s-]?[A-ZÀ-Þ][a-z]?\.){0,3}"
    r"|(?!(?:OF|IN|ON|TO|AN|AS|AT|BY|UN|US|EU|NO)\b)(?:[A-ZÀ-Þ]{2}(?=\.\s[A-ZÀ-Þ])|[A-ZÀ-Þ](?:[\s-]?[A-ZÀ-Þ])?(?![\w.’])))"
)
# "Lind, A., Frost, P. B. and Berg, K.-U., Title" · "Lind A., Frost P. (eds.), Title"
TURNED = re.compile(
    rf"(?P<names>{_SURNAME},?\s{_INITIAL}(?:(?:,\s|\s|;\s)?(?:(?:and|&|und|et)\s)?{_SURNAME},?\s{_INITIAL}){{0,11}}"
    r"(?:,?\s(?:et\sal\.?|and\sothers))?)(?=,\s|\.\s|:\s|\s\()[,.:]?\s?(?=[A-ZÀ-Þ(“‘\"«*_])"
)
_ONE_TURNED = re.compile(rf"(?P<surname>{_SURNAME}),?\s(?P<given>{_INITIAL})")


def turned_names(text: str) -> tuple[str, ...]:
    """The names of a list that gives surnames first, given names first."""
    return tuple(in_title_case(f"{each['given']} {each['surname']}") for each in _ONE_TURNED.finditer(text))


def names(text: str) -> tuple[str, ...]:
    """The single names in an author or editor line, given names first, out of capitals."""
    if (turned := TURNED.match(f"{text.strip(' ,')}, X")) and turned.end() == len(text.strip(" ,")) + 2:
        return turned_names(turned["names"])
    plain = _ROLE.sub("", _named_alone(text.strip(" ,.:*_")))
    if _SPANISH in plain and is_person(plain):  # "M. de la Fuente y Ríos" is one name
        return (in_title_case(plain),)
    pieces = [piece.strip(" ,*_\n") for piece in JOINED.split(plain)]
    found = [name for piece in pieces if piece for name in _single(piece)]
    return tuple(in_title_case(_SUFFIX.sub("", _HONORIFIC.sub("", name))) for name in found if name)


def _named_alone(text: str, instead: str = "") -> str:
    """The names without "et al." behind them."""
    return _OTHERS.sub(instead, text) if text.rstrip().lower().endswith(_OTHERS_END) else text


def _single(piece: str) -> list[str]:
    """The names of one piece between joins; "Chazelle, Alexandre" is one name turned round."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) >= 2 and len(parts) % 2 == 0 and all(is_surname(a) and _is_given(b) for a, b in _pairs(parts)):
        return [f"{given} {surname}" for surname, given in _pairs(parts)]
    suffix = [part for part in parts if part.rstrip(".") in ("Jr", "Sr", "II", "III", "IV")]
    return [part for part in parts if part not in suffix]


def _pairs(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip(parts[::2], parts[1::2], strict=True))


def is_surname(text: str) -> bool:
    """Whether the words could be a surname alone."""
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    if len(words) != 1 or len(words[0]) < 2 or any(letter.isdigit() for letter in words[0]):
        return False
    return words[0][1:].islower() or not INITIALS.fullmatch(words[0].rstrip(".") + ".")  # "Ago", "Lee", "Xu"


def _is_given(text: str) -> bool:
    return len(text.split()) <= 3 and (
        INITIALS.fullmatch(text) is not None or (text[:1].isupper() and is_person(f"{text} Xx"))
    )


@lru_cache(maxsize=2048)
def is_person(text: str) -> bool:
    """Whether the words could be one person's name: two to six capitalised words, initials and particles."""
    plain = _HONORIFIC.sub("", _named_alone(text.strip(" *_"), " Others"))
    tokens = _TOKEN.findall(plain)
    if not 2 <= len(tokens) <= 7 or tokens[0] in _NO_FIRST_NAMES or not all(map(_is_name_word, tokens)):
        return False
    return tokens[-1].lower() not in _PARTICLES and _BODIES.search(plain) is None


def _is_name_word(token: str) -> bool:
    plain = token[1:-1] if token[0] + token[-1] == "()" else token.strip(".’'")  # "Ada (Addy) Lind"
    if token.lower() in _PARTICLES or INITIALS.fullmatch(token):
        return True
    return (
        plain[:1].isupper()
        and not any(letter.isdigit() for letter in plain)
        and plain.lower() not in _NO_NAMES
        and token[-1] not in ":;?!”"
        and not token.endswith(("’s", "'s"))
    )


def is_body(text: str) -> bool:
    """Whether the words name an institution."""
    written = in_title_case(text) if text.isupper() else text  # "CONG. RSCH. SERV."
    named = text[:1].isupper() and (_BODIES.search(written) or _BODIES.search(text)) is not None
    return named and not _TITLES.match(written) and not _SAYS.search(text)


def in_title_case(text: str) -> str:
    """Words printed in capitals or small capitals, as a title is written otherwise; other words as they are."""
    if _SHOUTED.search(text) is None or (" " not in text and _BODIES.fullmatch(text)) or _SHORT_NAMES.fullmatch(text):
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
    if len(word) > 1 and _ROMAN.fullmatch(word):
        return word
    return re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", lambda match: match.group()[:1] + match.group()[1:].lower(), word)
