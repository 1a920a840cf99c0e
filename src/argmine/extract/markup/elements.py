"""A web page's tree, made ready to be read: what a browser does not show is gone, and footnotes are marked."""

from __future__ import annotations

import re
from typing import Any

import lxml.html  # type: ignore[import-untyped]

from argmine.errors import Damaged
from argmine.extract.paragraphs.markers import superscript
from argmine.extract.paragraphs.passages import mark
from argmine.extract.paragraphs.running import LINE_BREAK

Element = Any  # lxml's own classes carry no types

NOTE = "note"  # the tag that an element gets which holds a footnote

_UNSEEN = "script style noscript template svg head iframe object canvas audio video datalist".split()
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NUMBER = re.compile(r"\[?\s*(\d{1,3}|[*†‡]{1,3}|[a-z]|note \d{1,2})\s*\]?")
_BACK = re.compile(r"(?:\^|↑|↩|⤴|\ufe0e|\ufe0f|back to text|back|return|jump up|\s){1,8}", re.IGNORECASE)
BLOCKS = frozenset("p li div td dd section aside blockquote".split())
_COUNTERS = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def parse(text: str, name: str) -> Element:
    """The tree of a page, ready for reading.

    Raises:
        Damaged: nothing in it, or nested too deep to be a page for people.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.encode(), parser=parser)
    except lxml.etree.ParserError as error:
        raise Damaged(f"{name} holds no text.", "Save the page again.") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise Damaged(f"{name} is nested too deep to be read.", "Save the page as text.")
    return tree


def make_readable(tree: Element) -> Element:
    """The body of the page: without what is not shown, with list numbers written out and footnotes marked."""
    body = tree.find("body")
    body = tree if body is None else body
    for element in list(body.iter(*_UNSEEN)):
        _drop(element)
    for element in [one for one in body.iter() if "hidden" in one.attrib or _HIDDEN.search(one.get("style", ""))]:
        _drop(element)
    _mark_notes(body)
    for element in body.iter("sup"):
        write(element, superscript(element.text_content(), _before(element)))
    for element in body.iter("ol"):
        _number(element)
    for element in body.iter("br"):
        element.tail = LINE_BREAK + (element.tail or "")
    return body


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def write(element: Element, text: str) -> None:
    """Give an element nothing but this text."""
    for child in list(element):
        element.remove(child)
    element.text = text


def _before(element: Element) -> str:
    """The text right before an element, as far as its parent has it."""
    above = element.getprevious()
    if above is not None:
        return (above.text_content() or "") + (above.tail or "") if not above.tail else above.tail
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _number(ordered: Element) -> None:
    """Write out the numbers that a browser puts before the items of a list."""
    count = ordered.get("start", "1")
    number = int(count) if count.isdigit() and len(count) < 6 else 1
    letters = _COUNTERS.get(ordered.get("type", ""))
    for item in ordered.iterchildren("li"):
        value = item.get("value", "")
        number = int(value) if value.isdigit() and len(value) < 6 else number
        label = f"({letters[number - 1]})" if letters and 0 < number <= len(letters) else f"{number}."
        item.text = f"{label} {(item.text or '').lstrip()}"
        number += 1


def _mark_notes(body: Element) -> None:
    """Write a marker for each link to a note further down, and at the start of the note itself."""
    places = {element: index for index, element in enumerate(body.iter())}
    named = {name: element for element in body.iter() for name in (element.get("id"), element.get("name")) if name}
    notes: dict[Element, str] = {}
    back: list[Element] = []
    for link in list(body.iter("a")):
        target = named.get(link.get("href", "")[1:]) if link.get("href", "").startswith("#") else None
        if target is None:
            continue
        text = " ".join(link.text_content().split())
        number = _NUMBER.fullmatch(text)
        if places[target] < places[link]:
            if number or _BACK.fullmatch(text):
                back.append(link)
        elif number and (holder := holder_of(target)) is not None:
            notes.setdefault(holder, number[1])
            write(link, mark(number[1]))
    for link in back:
        if any(ancestor in notes for ancestor in link.iterancestors()):
            link.drop_tree()
    for holder, printed in notes.items():
        _head(holder, printed)


def holder_of(target: Element) -> Element | None:
    """The block that a note's name stands on or in."""
    return next((one for one in (target, *target.iterancestors()) if one.tag in BLOCKS), None)


def _head(holder: Element, number: str) -> None:
    """Begin a note with its marker, in place of the number that it was printed with."""
    holder.tag = NOTE
    printed = re.compile(rf"\s*\[?{re.escape(number)}\]?[.:)]?\s+")
    holder.text = printed.sub("", holder.text or "", count=1) if printed.match(holder.text or "") else holder.text
    holder.text = mark(number) + (holder.text or "").lstrip()
