"""Word files (DOCX, DOCM): body, footnotes and endnotes as Word prints them (ECMA-376 part 1, WordprocessingML).

What was struck out with tracking on is left out and what was put in is kept; comments, running heads and tables of
contents are furniture; the numbers of lists and notes, which stand nowhere in the file, are counted as Word does.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace

from argmine.errors import Damaged, Encrypted, Unsupported
from argmine.extract.draft import Draft
from argmine.extract.files.xmltree import Element, attribute, child, children, parse_xml, tag_of, text_of
from argmine.extract.files.zipped import Zipped, leads_out, open_zip
from argmine.extract.office.wordlists import Lists
from argmine.extract.office.wordlooks import read_styles, usual_indents
from argmine.extract.office.wordnotes import printed_notes
from argmine.extract.office.wordruns import Setting
from argmine.extract.office.wordstory import Story, without_pull_quotes
from argmine.extract.paragraphs.passages import Paragraph
from argmine.extract.paragraphs.tied import TiedNote, draft_of

_COMPOUND = b"\xd0\xcf\x11\xe0"  # the older container of Microsoft: .doc, and locked .docx
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FACTS = {
    "title": "title", "creator": "author", "created": "creationdate", "modified": "moddate", "language": "language",
    "subject": "subject", "keywords": "keywords",
}  # fmt: skip


def read_docx(data: bytes, name: str) -> Draft:
    """The body, notes and furniture of a Word file; `info` holds what its core properties say.

    Raises:
        Damaged: it lacks its parts, or they are no XML.
        Encrypted: it wants a password.
        TooLarge: it unpacks to more than a text can hold.
        Unsupported: the older binary format.
    """
    if data.startswith(_COMPOUND):
        if _LOCKED in data:
            raise Encrypted(f"{name} is locked with a password.", "Save it without one.")
        raise Unsupported(f"{name} is of the older binary format of Word.", "Save it as .docx.")
    with open_zip(data, name) as zipped:
        return _Package(zipped, name).draft()


class _Package:
    """The parts of a file and how they are related (ECMA-376 part 2)."""

    def __init__(self, zipped: Zipped, name: str) -> None:
        self._zipped = zipped
        self._name = name
        main = self._related("").get("officeDocument")
        if not main:
            raise Damaged(f"{name} names no main part.", "Open it in Word, and save it again.")
        self._main = main[0]
        self._parts = self._related(self._main)

    def draft(self) -> Draft:
        """The whole file, sorted into streams."""
        body = child(self._parse(self._main), "body")
        if body is None:
            raise Damaged(f"{self._name} has no body.", "Open it in Word, and save it again.")
        styles = read_styles(self._part("styles"))
        setting = Setting(styles, Lists(self._part("numbering")), usual_indents(body, styles))
        paragraphs = without_pull_quotes(Story(setting, body))
        notes = self._notes(setting)
        furniture = [replace(one, furniture=True) for one in self._beside(setting)]
        return draft_of([*paragraphs, *furniture], notes, self._info())

    def _notes(self, setting: Setting) -> tuple[TiedNote, ...]:
        texts: dict[tuple[str, str], str] = {}
        for kind in ("footnote", "endnote"):
            for note in children(self._part(f"{kind}s"), kind):
                texts[kind, attribute(note, "id") or ""] = " ".join(one.text for one in Story(setting, note).paragraphs)
        return printed_notes(setting.references, setting.sections, texts, self._part("settings"))

    def _beside(self, setting: Setting) -> list[Paragraph]:
        """What stands beside the text: running heads and feet, comments."""
        found: list[Paragraph] = []
        for kind in ("header", "footer"):
            for part in self._parts.get(kind, ()):
                found += Story(setting, self._parse(part)).paragraphs
        for comment in children(self._part("comments"), "comment"):
            found += Story(setting, comment).paragraphs
        return found

    def _info(self) -> dict[str, str]:
        core = self._related("").get("core-properties")
        if not core or self._zipped.find(core[0]) is None:
            return {}
        said = {_FACTS[tag_of(one)]: text_of(one) for one in self._parse(core[0]) if tag_of(one) in _FACTS}
        return {key: value for key, value in said.items() if value}

    def _part(self, kind: str) -> Element | None:
        """The part that the main one is related to in this way; None where there is none."""
        found = [part for part in self._parts.get(kind, ()) if self._zipped.find(part)]
        return self._parse(found[0]) if found else None

    def _parse(self, part: str) -> Element:
        return parse_xml(self._zipped.read(part), f"{part} of {self._name}")

    def _related(self, part: str) -> dict[str, list[str]]:
        """The parts that a part names, by the last word of the kind of relationship."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if self._zipped.find(relations) is None:
            return {}
        found: dict[str, list[str]] = {}
        for one in self._parse(relations):
            target = posixpath.normpath(posixpath.join("/", folder, attribute(one, "Target") or "")).lstrip("/")
            if attribute(one, "TargetMode") != "External" and not leads_out(target):
                found.setdefault((attribute(one, "Type") or "").rpartition("/")[2], []).append(target)
        return found
