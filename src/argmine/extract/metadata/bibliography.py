"""What a row of a manifest says of a work: the words of CSL-JSON, Zotero, BibTeX and spreadsheets into `Metadata`.

A record is a mapping from keys to values as one of these formats has them; keys are compared without case and
punctuation, so that "Publication Title", "container-title" and "publicationTitle" are found alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from argmine.extract.metadata.dates import find_date
from argmine.types import Genre, Metadata

_FIELDS = {
    "title": ("title",),
    "authors": ("authors", "author", "creators", "creator"),
    "date": ("issued", "date", "publicationyear", "year"),
    "language": ("language", "langid", "lang"),
    "genre": ("genre", "type", "itemtype", "documenttype"),
    "symbol": ("symbol", "documentsymbol", "undocumentsymbol"),
    "container": ("container", "containertitle", "publicationtitle", "journaltitle", "journal", "booktitle"),
    "volume": ("volume", "journalvolume"),
    "doi": ("doi",),
    "session": ("session",),
    "agenda_item": ("agendaitem",),
    "url": ("url", "sourceurl", "link"),
    "file": ("file", "path", "filename", "filepath", "fileattachments", "attachments", "pdf"),
    "key": ("citationkey", "citekey", "id", "key"),
    "password": ("password",),
}
# The types of CSL 1.0.2, Zotero and BibTeX; the others do not tell what argmine calls a genre.
_GENRES: dict[str, Genre] = {
    **{re.sub("_", "", genre): genre for genre in get_args(Genre)},
    **dict.fromkeys(
        "articlejournal journalarticle article articlemagazine magazinearticle chapter booksection inbook incollection "
        "book thesis phdthesis mastersthesis paperconference conferencepaper inproceedings conference preprint".split(),
        "paper",
    ),
    **dict.fromkeys(
        ("webpage", "online", "electronic", "post", "postweblog", "blogpost", "articlenewspaper", "newspaperarticle"),
        "web",
    ),
    **dict.fromkeys(("legalcase", "case", "jurisdiction", "judgement", "advisoryopinion"), "judgment"),
    **dict.fromkeys(("legislation", "bill", "act"), "statute"),
    **dict.fromkeys(("convention", "agreement"), "treaty"),
    **dict.fromkeys(("policybrief",), "brief"),
}
_LANGUAGES = {
    "english": "en", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "german": "de",
    "deutsch": "de", "russian": "ru", "arabic": "ar", "chinese": "zh", "italian": "it", "portuguese": "pt",
    "dutch": "nl",
}  # fmt: skip
_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")

_SHOWN = 40  # characters of what is not understood

Record = Mapping[str, Any]


def fields_of(record: Record) -> dict[str, Any]:
    """The values of a record under the names that argmine uses; what is empty or unknown is left out."""
    said = {re.sub(r"[\W_]", "", str(key)).lower(): value for key, value in record.items() if value}
    found = {name: next((said[key] for key in keys if key in said), None) for name, keys in _FIELDS.items()}
    return {name: value for name, value in found.items() if value}


def metadata_of(record: Record) -> Metadata:
    """What a record says of a work."""
    said = fields_of(record)
    genre = re.sub(r"[\W_]", "", _text(said.get("genre"))).lower()
    doi = _DOI.search(_text(said.get("doi")))
    url = f"https://doi.org/{doi[0]}" if doi else _text(said.get("url"))
    return Metadata(
        title=_text(said.get("title")) or None,
        authors=tuple(names_of(said.get("authors"))),
        date=_date(said.get("date")),
        language=_language(_text(said.get("language"))),
        genre=_GENRES.get(genre, "other"),
        symbol=_text(said.get("symbol")) or None,
        container=_text(said.get("container")) or None,
        url=url if url.startswith(("http://", "https://")) else None,
        volume=_text(said.get("volume")) or None,
        doi=doi[0] if doi else None,
        session=_text(said.get("session")) or None,
        agenda_item=_text(said.get("agenda_item")) or None,
    )


def faults_of(record: Record) -> Iterator[str]:
    """What a record says of genre, date and language that is not understood, a line for each.

    Reference managers have a type for each record, and more types and names of languages than argmine has: of theirs
    nothing is said.
    """
    said = fields_of(record)
    if any(re.sub(r"[\W_]", "", str(key)).lower() in ("type", "itemtype") for key in record):
        return
    metadata, genre = metadata_of(record), _text(said.get("genre"))
    if genre and re.sub(r"[\W_]", "", genre).lower() not in _GENRES:
        yield f"{genre[:_SHOWN]!r} is no genre ({', '.join(get_args(Genre))})"
    date = _text(said.get("date"))
    if _is_misread(date, metadata.date):
        yield f"the date {date[:_SHOWN]!r} is read as {metadata.date or 'none'}: write it as 2031-05-30"
    if said.get("language") and metadata.language is None:
        yield f"{_text(said['language'])[:_SHOWN]!r} is no language: write it as en, or in English"


def _is_misread(written: str, read: str | None) -> bool:
    """Whether a date has more than what was read of it: something instead of a year, a day in figures beside it."""
    if read is None:
        return any(char.isdigit() for char in written)
    return len(read) == len("2031") and re.fullmatch(r"\d+\D\d+\D\d+", written) is not None


def names_of(value: object) -> Iterator[str]:
    """The names of authors, given names first; editors and translators of Zotero's are left out."""
    if isinstance(value, str):
        parts = [part for part in re.split(r"\s*;\s*|\s*\n\s*|\s+and\s+", value) if part.strip()]
        yield from (_turned(part) for part in parts)
    elif isinstance(value, list):
        for one in value:
            yield from names_of(one)
    elif isinstance(value, dict):
        given = _text(value.get("given") or value.get("firstName"))
        family = _text(value.get("family") or value.get("lastName"))
        name = f"{given} {family}".strip() or _text(value.get("literal") or value.get("name"))
        if name and value.get("creatorType", "author") == "author":
            yield name


def _turned(name: str) -> str:
    """A name with the given names first: "Cheney, Thomas" → "Thomas Cheney"."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given else " ".join(name.split()).strip(",")


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _date(value: object) -> str | None:
    """ISO 8601, from a date as printed or from the parts of CSL."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            return _joined(parts[0])
        value = value.get("raw") or value.get("literal")
    text = _text(value)
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", text)
    return find_date(text) or (year[0] if year else None)


def _joined(parts: list[object]) -> str | None:
    numbers = [int(str(part)) for part in parts[:3] if re.fullmatch(r"\d{1,4}", str(part))]
    return "-".join(f"{number:02d}" for number in numbers) or None


def _language(text: str) -> str | None:
    word = text.lower()
    code = re.match(r"[a-z]{2}(?=$|[-_])", word)
    return code[0] if code and code[0] in _CODES else _LANGUAGES.get(word)
