"""Articles and editions in TEI P5 XML: notes inline or gathered, running heads as furniture (Guidelines, ch. 3, 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmine.extract.draft import Draft
from argmine.extract.files.xmltree import Element, attribute, child, children, tag_of, text_of
from argmine.extract.markup.xmlstory import Dialect, Notes, Place, Role, Story
from argmine.extract.paragraphs.tied import draft_of

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(
        "p ab lg l sp speaker stage epigraph opener closer salute signed dateline trailer argument docTitle titlePart "
        "docAuthor docImprint docDate titlePage imprimatur front body back group floatingText text listBibl postscript "
        "u".split(),
        "block",
    ),
    **dict.fromkeys("div div1 div2 div3 div4 div5 div6 div7".split(), "section"),
    "head": "heading", "list": "list", "item": "item", "figDesc": "caption", "figure": "figure", "table": "table",
    "row": "row", "cell": "cell", "lb": "break", "note": "note", "ref": "marker", "ptr": "marker", "label": "label",
    "choice": "choice", "app": "choice", "formula": "formula", "fw": "furniture", "teiHeader": "unseen",
    "graphic": "unseen", "del": "unseen",
    "sup": "raised", "displayed": "quotation", "work": "reference",
}  # fmt: skip
"""What the elements of TEI mean; the last three stand for what attributes and places say (`_rename`)."""

_GATHERED = frozenset("div div1 div2 div3 div4 body back text front list listBibl note noteGrp group".split())
_RUNNING = ("p", "ab", "head", "l", "item", "cell", "note")  # a quotation in one of these is none of its own

_QUOTES = "“”‘’«»„‚\"'"


def _targets(marker: Element) -> Sequence[str]:
    return [target.removeprefix("#") for target in (attribute(marker, "target") or "").split()]


_TEI = Dialect(_ROLES, _targets, _GATHERED)


def read_tei(root: Element) -> Draft:
    """The streams of a TEI document whose tree has been parsed; `info` holds what its header says of it."""
    for one in list(root.iter("{*}quote", "{*}q", "{*}said", "{*}hi", "{*}bibl", "{*}biblStruct")):
        _rename(one)
    notes = Notes(_TEI, _named(root))
    abstract = child(root, "teiHeader", "profileDesc", "abstract")
    parts = [abstract] if abstract is not None else []
    parts += [text for tei in (root, *children(root, "TEI")) for text in children(tei, "text")]
    paragraphs = [one for part in parts for one in Story(notes, part, Place(depth=-1)).paragraphs]
    notes.finish()
    return draft_of(paragraphs, notes.met, _info(root))


def _rename(element: Element) -> None:
    """Give an element a name of its own for what its attributes or its place say."""
    kind, parent = tag_of(element), tag_of(element.getparent())
    if kind == "hi" and "super" in f"{attribute(element, 'rend')} {attribute(element, 'rendition')}":
        element.tag = "sup"
    elif kind in ("quote", "q", "said"):
        _quote(element)
    elif parent == "listBibl":
        element.tag = "work"
        if kind == "biblStruct":
            _write_out(element)


def _quote(element: Element) -> None:
    """Tell displayed quotations from those in a line, which get quotation marks where the text has none."""
    if children(element, "p") or next(element.iterancestors(*(f"{{*}}{name}" for name in _RUNNING)), None) is None:
        element.tag = "displayed"
        return
    parent, above = element.getparent(), element.getprevious()
    before = (parent.text if above is None else above.tail) or ""
    own = "".join(element.itertext()).strip()
    if before.rstrip()[-1:] not in tuple(_QUOTES) and own[:1] not in tuple(_QUOTES):
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"


def _write_out(work: Element) -> None:
    """A reference that is kept as data, as it was printed where that is kept too, else its parts in a row."""
    raw = next((one for one in work.iter("{*}note") if attribute(one, "type") == "raw_reference"), None)
    text = ", ".join(" ".join(piece.split()) for piece in work.itertext() if piece.strip())
    text = text if raw is None else text_of(raw)
    for one in list(work):
        work.remove(one)
    work.text = text


def _named(root: Element) -> dict[str, Element]:
    """The notes that markers refer to. A note may itself name the place that it belongs to: that becomes a marker."""
    places = {attribute(one, "id"): one for one in root.iter() if attribute(one, "id")}
    for note in root.iter("{*}note"):
        for place in (places[target] for target in _targets(note) if target in places):
            place.tag = "ptr"
            place.set("target", f"#{attribute(note, 'id') or ''}")
    referred = {target for marker in root.iter("{*}ref", "{*}ptr") for target in _targets(marker)}
    return {name: one for name, one in places.items() if name in referred and tag_of(one) == "note"}


def _info(root: Element) -> dict[str, str]:
    header = child(root, "teiHeader")
    titles = children(child(header, "fileDesc", "titleStmt"), "title")
    authors = children(child(header, "fileDesc", "titleStmt"), "author") or _below(header, "analytic", "author")
    journals = [one for one in _below(header, "monogr", "title") if attribute(one, "level") == "j"]
    numbers = [] if header is None else [one for one in header.iter("{*}idno") if attribute(one, "type") == "DOI"]
    dates = [] if header is None else [attribute(one, "when") or text_of(one) for one in header.iter("{*}date")]
    said = {
        "title": text_of(titles[0]) if titles else "",
        "author": "; ".join(name for one in authors if (name := _name(one))),
        "date": dates[0] if dates else "",
        "container": text_of(journals[0]) if journals else "",
        "doi": text_of(numbers[0]) if numbers else "",
    }
    return {key: value for key, value in said.items() if value}


def _below(header: Element | None, holder: str, name: str) -> list[Element]:
    holders = [] if header is None else header.iter(f"{{*}}{holder}")
    return [one for above in holders for one in children(above, name)]


def _name(author: Element) -> str:
    """A name as it is printed: the affiliation and the address that the header keeps with it left out."""
    named = child(author, "persName")
    return text_of(named) if named is not None else text_of(author) if not len(author) else ""
