"""The picture of a page, with boxes drawn over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from argmine.errors import Damaged
from argmine.extract.draft import Box

_POINTS = 72  # an inch has so many
_LEGEND = 16  # points: the height of a line of the legend
_LARGEST = 10_000.0  # points: a larger page is not drawn


def draw_page(
    path: Path,
    number: int,
    boxes: Iterable[tuple[str, Box, str]],
    colours: Mapping[str, str],
    *,
    dots: int = 144,
    password: str | None = None,
) -> bytes:
    """A PNG of page `number`, counted from 1.

    Args:
        path: a PDF that has been read.
        number: the page.
        boxes: what is drawn over it: a kind, a box in points from the top left, a label.
        colours: of the kinds, in the order of the legend.
        dots: to an inch.
        password: what opens an encrypted file.

    Raises:
        Damaged: the page cannot be drawn.
    """
    scale = dots / _POINTS
    picture = _picture(path, number, scale, password)
    shown = Image.new("RGB", (picture.width, picture.height + int(_LEGEND * scale)), "white")
    shown.paste(picture)
    pen = ImageDraw.Draw(shown)
    for kind, box, label in boxes:
        place = tuple(value * scale for value in box)
        pen.rectangle(place, outline=colours[kind], width=2)
        pen.text((place[0] + 2, place[1] - 6 * scale), label, fill=colours[kind], font_size=5 * scale)
    _add_legend(pen, picture.height, scale, colours)
    out = BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()


def _picture(path: Path, number: int, scale: float, password: str | None) -> Image.Image:
    try:
        page = pypdfium2.PdfDocument(path, password=password)[number - 1]
        if max(page.get_size()) > _LARGEST:
            raise Damaged(f"Page {number} of {path} is too large to draw.", "Look at another page.")
        picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Damaged(f"Page {number} of {path} cannot be drawn.", "Look at another page.") from error
    return picture


def _add_legend(pen: ImageDraw.ImageDraw, top: int, scale: float, colours: Mapping[str, str]) -> None:
    x = 6 * scale
    for kind, colour in colours.items():
        pen.rectangle((x, top + 4 * scale, x + 8 * scale, top + 12 * scale), outline=colour, width=3)
        pen.text((x + 10 * scale, top + 3 * scale), kind, fill=colour, font_size=8 * scale)
        x += (15 + 4.1 * len(kind)) * scale
