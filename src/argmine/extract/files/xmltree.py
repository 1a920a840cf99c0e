"""XML from outside into trees: no entities, no network, no depth without end."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from argmine.errors import Damaged

Element = Any  # lxml's own classes carry no types

_DEEPEST = 100  # elements inside each other; the readers walk down one call or three for each
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (_DEEPEST + 1) + ")")
_WHOLE = re.compile(r"[+-]?\d{1,7}")
_HINT = "Open it in the program that made it, and save it again."


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML document; comments and processing instructions are gone.

    Characters by name (&nbsp;) are written out. External files are never fetched.

    Raises:
        Damaged: not well-formed, nested too deep, or with entities of its own (which are how XML bombs are built).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(f"{name} is no well-formed XML: {' '.join(str(error).split())[:120]}.", _HINT) from error
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and subset.entities():
        raise Damaged(f"{name} declares entities of its own, which are not expanded.", _HINT)
    if _TOO_DEEP(root):
        raise Damaged(f"{name} is nested deeper than {_DEEPEST} elements.", _HINT)
    _write_characters(root)
    return root


def tag_of(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute of that name, in whatever namespace."""
    if element is None:
        return None
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names, whatever their namespaces."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if tag_of(one) == name), None)
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The children of that name, in whatever namespace."""
    return [] if element is None else [one for one in element if tag_of(one) == name]


def text_of(element: Element | None) -> str:
    """All the text below an element, white space squeezed."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def value_of(element: Element | None) -> str | None:
    """The `val` of an element of WordprocessingML; None without the element or with none."""
    return attribute(element, "val")


def is_on(element: Element | None) -> bool | None:
    """Whether an element of WordprocessingML switches something on: it does unless its `val` says no."""
    return None if element is None else value_of(element) not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """The whole number that an attribute holds; `default` where it holds none of a sane size."""
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else default


def _write_characters(root: Element) -> None:
    """Put the character in the place of each reference by name; one that nobody knows is left out."""
    for entity in list(root.iter(etree.Entity)):
        character = html5.get(f"{entity.name};", "") + (entity.tail or "")
        above, parent = entity.getprevious(), entity.getparent()
        if above is not None:
            above.tail = (above.tail or "") + character
        else:
            parent.text = (parent.text or "") + character
        entity.tail = None
        parent.remove(entity)
