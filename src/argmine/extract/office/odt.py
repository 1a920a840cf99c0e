"""Text documents of LibreOffice and others (ODT, OpenDocument 1.3): body, notes and furniture.

Notes stand where their markers do, with the number that was printed. Struck-out text is left out; comments, running
heads and tables of contents are furniture.
"""

from __future__ import annotations

from dataclasses import replace

from argmine.errors import Damaged, Encrypted
from argmine.extract.draft import Draft
from argmine.extract.files.xmltree import Element, child, parse_xml, tag_of, text_of
from argmine.extract.files.zipped import Zipped, open_zip
from argmine.extract.office.odtlooks import children_below, read_lists, read_styles, usual_indents
from argmine.extract.office.odtstory import Setting, Story
from argmine.extract.paragraphs.passages import Paragraph
from argmine.extract.paragraphs.tied import draft_of

_FACTS = {
    "title": "title", "creator": "author", "initial-creator": "author", "creation-date": "creationdate",
    "date": "moddate", "language": "language", "subject": "subject",
}  # fmt: skip
_MARGINS = frozenset("header header-left header-first footer footer-left footer-first".split())


def read_odt(data: bytes, name: str) -> Draft:
    """The body, notes and furniture of an OpenDocument text; `info` holds what its own description says.

    Raises:
        Damaged: it lacks its parts, or they are no XML.
        Encrypted: it wants a password.
        TooLarge: it unpacks to more than a text can hold.
    """
    with open_zip(data, name) as zipped:
        _refuse_locked(zipped, name)
        content = _part(zipped, "content.xml", name)
        body = child(content, "body", "text")
        if content is None or body is None:
            raise Damaged(f"{name} holds no text document.", "Open it in LibreOffice, and save it again.")
        frame = _part(zipped, "styles.xml", name)
        roots = [root for root in (frame, content) if root is not None]
        styles = read_styles(roots)
        setting = Setting(styles, read_lists(roots), usual_indents(body, styles))
        paragraphs = Story(setting, body).paragraphs
        furniture = [replace(one, furniture=True) for one in (*_margins(setting, frame), *setting.comments)]
        return draft_of([*paragraphs, *furniture], setting.notes, _info(_part(zipped, "meta.xml", name)))


def _refuse_locked(zipped: Zipped, name: str) -> None:
    manifest = _part(zipped, "META-INF/manifest.xml", name)
    if manifest is not None and next(iter(children_below(manifest, "encryption-data")), None) is not None:
        raise Encrypted(f"{name} is locked with a password.", "Save it without one.")


def _part(zipped: Zipped, part: str, name: str) -> Element | None:
    return parse_xml(zipped.read(part), f"{part} of {name}") if zipped.find(part) else None


def _margins(setting: Setting, frame: Element | None) -> list[Paragraph]:
    """The running heads and feet."""
    if frame is None:
        return []
    pages = (page for pages in children_below(frame, "master-page") for page in pages)
    return [one for margin in pages if tag_of(margin) in _MARGINS for one in Story(setting, margin).paragraphs]


def _info(meta: Element | None) -> dict[str, str]:
    """What the file says of itself; its first author comes before the last."""
    facts = child(meta, "meta")
    said = {} if facts is None else {tag_of(one): text_of(one) for one in facts if tag_of(one) in _FACTS}
    return {_FACTS[tag]: said[tag] for tag in _FACTS if said.get(tag)}
