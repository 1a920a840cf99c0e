"""The notes of an electronic book: its links say which note each marker belongs to, wherever in the book it stands."""

from __future__ import annotations

import re

from argmine.extract.markup.elements import BLOCKS, Element, holder_of, write
from argmine.extract.paragraphs.passages import TIED, TIED_END, mark, squeeze
from argmine.extract.paragraphs.tied import TiedNote

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4}|[*†‡§¶]{1,4}|[a-z]{1,2}|[ivxl]{1,7})\s*[\])]?\.?", re.IGNORECASE)
_NOTE_NAME = re.compile(r"(?:^|[^a-z])(?:(?:foot|end|rear)?-?notes?|fn|en|ftn|edn)(?:$|[^a-z])", re.IGNORECASE)
_BACK = re.compile(r"(?:\^|↑|↩|⤴|←|\ufe0e|\ufe0f|back|return|\s|\[|\]){1,10}", re.IGNORECASE)
_HEADING = re.compile(r"(?:foot|end)?notes?(?: (?:and|&) references)?:?|references|anmerkungen", re.IGNORECASE)
_REFERENCE = frozenset(("noteref", "doc-noteref"))
_NOTE = frozenset("footnote endnote rearnote note doc-footnote doc-endnote".split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 20_000  # characters: what is longer is a chapter


def take_notes(body: Element) -> list[TiedNote]:
    """Take the notes out of the tree, and put a tied marker in the place of each link to one.

    A link leads to a note where the book says so (`epub:type`, `role`), or where it reads as a number and what it leads
    to stands below, and links back or is named as a note.
    """
    named = {name: one for one in body.iter() for name in (one.get("id"), one.get("name")) if name}
    links = _links(body, named)
    holders = {id(holder): holder for _, holder, _ in links}
    links = [link for link in links if not any(id(one) in holders for one in link[1].iterdescendants())]
    notes: list[TiedNote] = []
    taken: dict[int, Element] = {}
    for link, holder, number in links:
        if id(holder) in taken:
            write(link, mark(number))
            continue
        taken[id(holder)] = holder
        write(link, f"{TIED}{len(notes)}{TIED_END}")
        notes.append(TiedNote(number, ""))
    parts = [[holder, *_continuation(holder, taken)] for holder in taken.values()]
    texts = [_text(those, note.number, named) for those, note in zip(parts, notes, strict=True)]
    for holder in (one for those in parts for one in those):
        _remove(holder)
    return [TiedNote(note.number, text) for note, text in zip(notes, texts, strict=True)]


def types_of(element: Element) -> frozenset[str]:
    """What the book says that an element is."""
    return frozenset(f"{element.get('epub-type', '')} {element.get('role', '')}".lower().split())


def _links(body: Element, named: dict[str, Element]) -> list[tuple[Element, Element, str]]:
    """Each link to a note, the element that holds it, and its number."""
    places = {one: at for at, one in enumerate(body.iter())}
    found = []
    for link in body.iter("a"):
        target = named.get(link.get("href", "")[1:]) if link.get("href", "").startswith("#") else None
        holder = holder_of(target) if target is not None else None
        text = squeeze(link.text_content())
        number = _NUMBER.fullmatch(text)
        said = _REFERENCE & types_of(link) or (target is not None and _NOTE & types_of(target))
        if target is None or holder is None or not (said or (number and places[target] > places[link])):
            continue
        if _BACK.fullmatch(text) or not _is_note(holder) or link in set(holder.iterdescendants("a")):
            continue
        if said or _NOTE & types_of(holder) or _is_named(target) or _links_back(holder, link):
            found.append((link, holder, number[1] if number else text[:12] or "*"))
    return found


def _is_named(target: Element) -> bool:
    return bool(_NOTE_NAME.search(f"{target.get('id', '')} {target.get('class', '')}"))


def _is_note(holder: Element) -> bool:
    if next(holder.iterdescendants(*_HEADINGS), None) is not None:
        return False
    return len(holder.text_content()) <= _LONGEST


def _links_back(holder: Element, link: Element) -> bool:
    places = {f"#{one.get(key)}" for one in (link, *list(link.iterancestors())[:3]) for key in ("id", "name")}
    return any(one.get("href") in places for one in holder.iterdescendants("a"))


def _text(parts: list[Element], number: str, named: dict[str, Element]) -> str:
    """The words of a note, its own number and the link back left out."""
    for link in [link for part in parts for link in part.iterdescendants("a")]:
        target = named.get(link.get("href", "")[1:]) if link.get("href", "").startswith("#") else None
        text = squeeze(link.text_content())
        if "doc-backlink" in types_of(link) or (
            target is not None and (_BACK.fullmatch(text) or _NUMBER.fullmatch(text))
        ):
            link.drop_tree()
    text = squeeze(" ".join(_spaced(part) for part in parts))
    own = re.match(rf"[\[(]?{re.escape(number)}(?!\w)[\]).:]*\s*|[\]).:]+\s+", text)
    return text[own.end() :] if own else text


def _continuation(holder: Element, taken: dict[int, Element]) -> list[Element]:
    """The paragraphs between a note that is one paragraph and the next note beside it."""
    if holder.tag != "p":
        return []
    between: list[Element] = []
    for one in holder.itersiblings():
        if id(one) in taken:
            return between
        if one.tag != "p":
            break
        between.append(one)
    return []


def _spaced(element: Element) -> str:
    """The text of an element; its blocks do not run together."""
    for one in element.iterdescendants(*BLOCKS, "br", "tr"):
        one.tail = f" {one.tail or ''}"
    return str(element.text_content())


def _remove(holder: Element) -> None:
    """Take a note out, and what was only there for notes: continuations, the heading above them."""
    above = holder.getprevious()
    if above is not None and above.tag in _HEADINGS and _HEADING.fullmatch(squeeze(above.text_content())):
        above.tag = "nav"
    parent = holder.getparent()
    holder.drop_tree()
    while parent is not None and parent.tag != "body" and _has_headings_only(parent):
        parent.tag = "nav"
        parent = parent.getparent()


def _has_headings_only(element: Element) -> bool:
    headings = "".join(one.text_content() for one in element.iterdescendants(*_HEADINGS, "nav"))
    return squeeze(headings) == squeeze(str(element.text_content()))
