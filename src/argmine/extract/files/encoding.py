"""Bytes into letters."""

from __future__ import annotations

import codecs
import re
import unicodedata

from argmine.errors import Damaged

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_INVISIBLE = dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060\u00ad\ufffe\uffff", "")
# Noncharacters: the readers use them to mark note references, so none may come from outside.
_NONCHARACTERS = dict.fromkeys(map(chr, range(0xFDD0, 0xFDF0)), "")
_LINE_ENDS = dict.fromkeys("\u2028\u2029\x85\v", "\n")
_LETTERS = str.maketrans(LIGATURES | _INVISIBLE | _NONCHARACTERS | _LINE_ENDS)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # more than one control character in a hundred: not text


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else as `declared`, else Windows-1252.

    Line ends become "\\n", ligatures are written out, soft hyphens and zero-width characters go, accents are composed
    (NFC). `name` is what a message calls the file.

    Raises:
        Damaged: empty, or bytes that are no text.
    """
    if not data.strip():
        raise Damaged(f"{name} is empty.", "Fetch it again.")
    text = _letters(data, declared)
    if "\0" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise Damaged(
            f"{name} is no text: it holds bytes that stand for no letter.", "Look at what the file really is."
        )
    return clean(text)


def clean(text: str) -> str:
    """Text as the readers want it: line ends, ligatures, invisible characters and accents as in `decode`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LETTERS)
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def declared_charset(page: bytes) -> str | None:
    """The character set that a web page names in its head."""
    found = _CHARSET.search(page, 0, 2048)
    return found[1].decode() if found else None


def _letters(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
