"""Articles and books in JATS, BITS and TEI XML, as journals and editors archive them.

JATS (ANSI/NISO Z39.96), BITS and TEI P5 tie notes by name. A numbered reference that the text points to by its number
is a note as well: it is printed as one. Licences and affiliations are furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmine.errors import Damaged, Unsupported
from argmine.extract.draft import Draft
from argmine.extract.files.xmltree import Element, attribute, child, children, parse_xml, tag_of, text_of, whole
from argmine.extract.markup.tei import read_tei
from argmine.extract.markup.xmlstory import Dialect, Notes, Place, Role, Story, bare_number, number_of
from argmine.extract.paragraphs.passages import Paragraph
from argmine.extract.paragraphs.running import Running
from argmine.extract.paragraphs.tied import draft_of

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(
        "p def-list def-item term def boxed-text verse-group verse-line statement speech speaker attrib preformat "
        "sig-block sig address code response question answer explanation mixed-citation book-part-meta note body back "
        "front-stub front-matter book-body book-back front-matter-part".split(),
        "block",
    ),
    **dict.fromkeys("sec app abstract trans-abstract ack ref-list fn-group glossary notes bio book-part dedication "
                    "foreword preface appendix".split(), "section"),
    **dict.fromkeys(("title", "article-title", "book-title", "trans-title"), "heading"),
    **dict.fromkeys(("list",), "list"),
    **dict.fromkeys(("list-item",), "item"),
    **dict.fromkeys(("disp-quote",), "quotation"),
    **dict.fromkeys(("caption",), "caption"),
    **dict.fromkeys(("fig", "table-wrap", "media", "supplementary-material"), "figure"),
    **dict.fromkeys(("table",), "table"),
    **dict.fromkeys(("tr",), "row"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("sup",), "raised"),
    **dict.fromkeys(("break",), "break"),
    **dict.fromkeys(("fn",), "note"),
    **dict.fromkeys(("ref",), "reference"),
    **dict.fromkeys(("element-citation", "nlm-citation"), "pieces"),
    **dict.fromkeys(("xref",), "marker"),
    **dict.fromkeys(("label",), "label"),
    **dict.fromkeys(("alternatives", "citation-alternatives"), "choice"),
    **dict.fromkeys(("disp-formula", "inline-formula"), "formula"),
    **dict.fromkeys(("permissions", "kwd-group", "aff", "corresp", "contrib-group", "article-id", "article-categories",
                     "history", "pub-date", "related-object", "counts"), "furniture"),
    **dict.fromkeys(
        "graphic inline-graphic tex-math alt-text long-desc object-id index-term sec-meta book-part-id fpage lpage "
        "custom-meta-group processing-meta contrib-id book-meta collection-meta front".split(),
        "unseen",
    ),
}  # fmt: skip
"""What the elements of JATS and BITS mean."""


def _targets(marker: Element) -> Sequence[str]:
    return (attribute(marker, "rid") or "").split()


_JATS = Dialect(
    _ROLES, _targets, frozenset("fn-group table-wrap-foot author-notes back notes ack front article-meta sec".split())
)


def read_jats(data: bytes, name: str) -> Draft:
    """The body, notes and furniture of an article or a book; `info` holds what its head says of it.

    Raises:
        Damaged: no well-formed XML, or without text.
        Unsupported: XML of another kind.
    """
    root = parse_xml(data, name)
    kind = tag_of(root)
    if kind in ("TEI", "TEI.2", "teiCorpus"):
        return read_tei(root)
    found = root if kind in ("article", "book", "book-part-wrapper") else next(root.iter("{*}article", "{*}book"), None)
    if found is None:
        raise Unsupported(f"{name} is neither JATS nor TEI XML, but {kind}.", "Convert it to HTML or text.")
    notes = Notes(_JATS, _named(found))
    paragraphs = [*_front(found, notes), *_text(found, notes)]
    notes.finish()
    if not any(one.text for one in paragraphs if not one.furniture):
        raise Damaged(f"{name} holds no text.", "Fetch it again.")
    return draft_of(paragraphs, notes.met, _info(found))


def _named(root: Element) -> dict[str, Element]:
    """The notes that markers refer to: footnotes, and lists of references that are cited by their printed numbers."""
    elements = {attribute(one, "id"): one for one in root.iter("{*}fn", "{*}ref")}
    markers = [
        (marker, elements[name]) for marker in root.iter("{*}xref") for name in _targets(marker) if name in elements
    ]
    named = [one for _, one in markers if tag_of(one) == "fn"]
    for listing in dict.fromkeys(one.getparent() for marker, one in markers if _is_by_number(marker, one)):
        named += [one for one in children(listing, "ref") if number_of(one)]
    return {attribute(one, "id") or "": one for one in named}


def _is_by_number(marker: Element, reference: Element) -> bool:
    number = number_of(reference)
    return tag_of(reference) == "ref" and number.isdigit() and bare_number(text_of(marker)) == number


def _front(article: Element, notes: Notes) -> Iterator[Paragraph]:
    """What is printed above the text: title, authors, abstract; and what is printed beside it."""
    meta = _meta(article)
    for one in _titles(meta):
        depth = 1 if tag_of(one) == "subtitle" else 0
        yield from Story(notes, one, Place("heading", depth)).paragraphs
    yield from _byline(meta, notes)
    for one in () if meta is None else meta:
        if tag_of(one) in ("abstract", "trans-abstract"):
            yield from Story(notes, one, Place(depth=1)).paragraphs
        elif tag_of(one) in ("kwd-group", "aff", "permissions", "author-notes"):
            yield from Story(notes, one, Place(furniture=True)).paragraphs


def _text(article: Element, notes: Notes) -> Iterator[Paragraph]:
    for one in article:
        if tag_of(one) not in ("front", "book-meta", "collection-meta"):
            yield from Story(notes, one).paragraphs


def _meta(article: Element) -> Element | None:
    return child(article, "book-meta") if tag_of(article) == "book" else child(article, "front", "article-meta")


def _titles(meta: Element | None) -> list[Element]:
    groups = [*children(meta, "title-group"), *children(meta, "book-title-group")]
    named = ("article-title", "book-title", "subtitle")
    return [one for group in groups for one in group if tag_of(one) in named]


def _byline(meta: Element | None, notes: Notes) -> list[Paragraph]:
    """The names of the authors, with the markers of their notes."""
    running = Running()
    for at, author in enumerate(_authors(meta)):
        running.write(f"{', ' if at else ''}{_name(author)}")
        for marker in author.iter("{*}xref"):
            for note in (notes.named[name] for name in _targets(marker) if name in notes.named):
                notes.refer(note, text_of(marker), running)
    return [Paragraph(text) for text in running.taken()]


def _authors(meta: Element | None) -> list[Element]:
    contributors = [one for group in children(meta, "contrib-group") for one in children(group, "contrib")]
    return [one for one in contributors if attribute(one, "contrib-type") in (None, "author") and _name(one)]


def _name(contributor: Element) -> str:
    """A name as it is printed: given names first."""
    parts = [next(contributor.iter(f"{{*}}{tag}"), None) for tag in ("given-names", "surname", "suffix")]
    whole = next(contributor.iter("{*}string-name", "{*}collab"), None)
    return " ".join(text for part in parts if (text := text_of(part))) or text_of(whole)


def _info(article: Element) -> dict[str, str]:
    meta = _meta(article)
    numbers = [one for one in children(meta, "article-id") if attribute(one, "pub-id-type") == "doi"]
    titles = _titles(meta)
    said = {
        "title": text_of(titles[0]) if titles else "",
        "author": "; ".join(_name(one) for one in _authors(meta)),
        "date": next((date for one in children(meta, "pub-date") if (date := _date(one))), ""),
        "container": text_of(next(article.iter("{*}journal-title"), None)),
        "volume": text_of(child(meta, "volume")),
        "doi": text_of(numbers[0]) if numbers else "",
        "language": attribute(article, "lang") or "",
    }
    return {key: value for key, value in said.items() if value}


def _date(printed: Element) -> str:
    """ISO 8601, as far as the day, month and year are given as numbers."""
    parts = [whole(text_of(child(printed, unit))) for unit in ("year", "month", "day")]
    if 0 in parts:
        parts = parts[: parts.index(0)]
    return "-".join(f"{part:02d}" for part in parts)
