"""The functions of pdfium that are called for each character, with addresses instead of pointer objects: faster."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INDEX = ctypes.c_void_p, ctypes.c_int

unicode_at = ctypes.cast(pdfium.FPDFText_GetUnicode, ctypes.CFUNCTYPE(ctypes.c_uint, _ADDRESS, _INDEX))
object_at = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(_ADDRESS, _ADDRESS, _INDEX))
loose_box = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.CFUNCTYPE(_INDEX, _ADDRESS, _INDEX, _ADDRESS))


def address_of(pointer: Any) -> int:
    """Where a pointer of pdfium points."""
    return ctypes.cast(pointer, _ADDRESS).value or 0
