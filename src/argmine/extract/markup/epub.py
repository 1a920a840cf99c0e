"""Electronic books (EPUB 2 and 3): the chapters in the order of the spine, read as web pages, and the book's notes.

The table of contents, indexes and the numbers of printed pages are furniture.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

from argmine.errors import Damaged, Encrypted
from argmine.extract.draft import Draft
from argmine.extract.files.encoding import declared_charset, decode
from argmine.extract.files.xmltree import Element, attribute, child, children, parse_xml, tag_of, text_of
from argmine.extract.files.zipped import Zipped, leads_out, open_zip
from argmine.extract.markup.elements import make_readable, parse
from argmine.extract.markup.epubnotes import take_notes, types_of
from argmine.extract.markup.shown import paragraphs_of, shown_in
from argmine.extract.paragraphs.passages import Paragraph, squeeze
from argmine.extract.paragraphs.tied import draft_of

_TYPE = "{http://www.idpf.org/2007/ops}type"
_HINT = "Open it in the program that made it, and save it again."
_PAGE = frozenset(("pagebreak", "doc-pagebreak"))
_BESIDE = frozenset(
    "toc landmarks page-list lot loi loa lov index copyright-page doc-toc doc-index doc-pagelist".split()
)  # what leads to the text and is none
_KEPT = ("title", "language", "subject", "date")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def read_epub(data: bytes, name: str) -> Draft:
    """The body, notes and furniture of a book; `info` holds what its package document says.

    Raises:
        Damaged: it lacks its parts, or none of them holds text.
        Encrypted: its chapters are locked (digital rights management).
        TooLarge: it unpacks to more than a text can hold.
    """
    with open_zip(data, name) as zipped:
        book = _Book(zipped, name)
        body = book.body()
    pages = [Paragraph(text, furniture=True) for text in _take_pages(body)]
    notes = take_notes(body)
    _set_apart(body)
    shown = list(shown_in(make_readable(body)))
    paragraphs = [replace(one, furniture=text.fenced) for text in shown for one in paragraphs_of(text)]
    return draft_of([*paragraphs, *pages], notes, book.info())


class _Book:
    """The package document of a book and the chapters that it names."""

    def __init__(self, zipped: Zipped, name: str) -> None:
        self._zipped = zipped
        self._name = name
        container = self._parse("META-INF/container.xml")
        roots = [one for one in container.iter() if tag_of(one) == "rootfile"]
        path = attribute(roots[0], "full-path") if roots else None
        if not path:
            raise Damaged(f"{name} names no package document.", _HINT)
        self._folder = posixpath.dirname(path)
        self._package = self._parse(path)

    def body(self) -> Element:
        """All chapters as one tree, in which links between them are links within it."""
        paths = list(self._chapters())
        self._refuse_locked(paths)
        page = lxml.html.document_fromstring("<html><body></body></html>")
        for path in paths:
            chapter = self._chapter(path)
            for one in chapter.iter():
                _rename(one, path)
            holder = etree.SubElement(page.body, "div", id=_anchor(path, ""))
            body = chapter.find("body")
            body = chapter if body is None else body
            holder.text = body.text
            holder.extend(list(body))
        if not squeeze(page.text_content()):
            raise Damaged(f"{self._name} holds no text.", "Fetch it again.")
        return page

    def info(self) -> dict[str, str]:
        """What the package document says of the book."""
        facts = child(self._package, "metadata")
        said = {key: text for key in _KEPT if (text := text_of(child(facts, key)))}
        creators = children(facts, "creator")
        authors = [one for one in creators if attribute(one, "role") in (None, "aut")] or creators
        doi = next((found[0] for one in children(facts, "identifier") if (found := _DOI.search(text_of(one)))), None)
        said |= {"author": "; ".join(map(text_of, authors)), "doi": doi or ""}
        return {key: value for key, value in said.items() if value}

    def _chapters(self) -> Iterator[str]:
        items = {attribute(one, "id"): one for one in children(child(self._package, "manifest"), "item")}
        for reference in children(child(self._package, "spine"), "itemref"):
            item = items.get(attribute(reference, "idref"))
            if item is None or "html" not in (attribute(item, "media-type") or ""):
                continue
            path = _resolved(self._folder, attribute(item, "href") or "")
            if path and self._zipped.find(path):
                yield path

    def _chapter(self, path: str) -> Element:
        """A chapter as the tree of a web page, whether or not its XHTML is well-formed."""
        data = self._zipped.read(path)
        name = f"{path} of {self._name}"
        try:
            root = parse_xml(data, name)
        except Damaged:
            return parse(decode(data, name, declared_charset(data)), name)
        for one in root.iter():
            one.tag = tag_of(one)
            if kind := one.get(_TYPE):
                one.set("epub-type", kind)
        return parse(etree.tostring(root, method="html", encoding="unicode"), name)

    def _refuse_locked(self, chapters: list[str]) -> None:
        if not self._zipped.find("META-INF/encryption.xml"):
            return
        locked = {attribute(one, "URI") for one in self._parse("META-INF/encryption.xml").iter()}
        if locked.intersection(chapters):  # fonts may be scrambled all the same
            raise Encrypted(f"{self._name} is locked by its seller.", "Use a copy without digital rights management.")

    def _parse(self, part: str) -> Element:
        return parse_xml(self._zipped.read(part), f"{part} of {self._name}")


def _resolved(folder: str, reference: str) -> str | None:
    """The path in the archive of what a part in `folder` refers to; None for what is outside."""
    split = urlsplit(reference)
    path = posixpath.normpath(posixpath.join(folder, unquote(split.path)))
    return None if split.scheme or split.netloc or not split.path or leads_out(path) else path


def _anchor(path: str, fragment: str) -> str:
    return f"{path}|{fragment}"


def _rename(element: Element, path: str) -> None:
    """Make names and links within a chapter hold in the whole book."""
    for key in ("id", "name"):
        if name := element.get(key):
            element.set(key, _anchor(path, name))
    if not (href := element.get("href")):
        return
    place, _, fragment = href.partition("#")
    target = path if not place else _resolved(posixpath.dirname(path), place)
    if target is not None and element.tag == "a":
        element.set("href", f"#{_anchor(target, unquote(fragment))}")


def _take_pages(body: Element) -> list[str]:
    """Take out the numbers of printed pages."""
    breaks = [one for one in body.iter() if _PAGE & types_of(one)]
    texts = [squeeze(one.text_content()) for one in breaks]
    for one in breaks:
        one.drop_tree()
    return [text for text in texts if text]


def _set_apart(body: Element) -> None:
    """Mark what leads to the text; the names of classes mean in a book what they like. Formulas stand in their line."""
    for one in body.iter():
        if _BESIDE & types_of(one) and one.tag != "body":
            one.tag = "nav"
        for key in ("class", "id", "role"):
            one.attrib.pop(key, None)
    for caption in list(body.iter("caption")):
        caption.tag = "figcaption"
        caption.getparent().addprevious(caption)
    for formula in list(body.iter("math")):
        formula.tag, text = "span", squeeze(" ".join(formula.itertext()))
        for one in list(formula):
            formula.remove(one)
        formula.text = text
