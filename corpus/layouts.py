"""The five looks of the PDF samples: a journal, proceedings in two columns, a brief, a working paper, a record."""

from __future__ import annotations

from pathlib import Path

import reportlab
from composition import Style
from printing import Layout, Sheet, styles
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

TIMES = ("Times-Roman", "Times-Italic", "Times-Bold")
VERA = ("Vera", "Vera-Italic", "Vera-Bold")
A4 = (595.3, 841.9)
TRIM = (432.0, 648.0)
"""Six by nine inches."""

# Bitstream Vera comes with reportlab; its licence lets it be embedded.
for name, file in zip(VERA, ("Vera.ttf", "VeraIt.ttf", "VeraBd.ttf"), strict=True):
    registerFont(TTFont(name, str(Path(reportlab.__file__).parent / "fonts" / file)))


def _journal_masthead(sheet: Sheet) -> float:
    sheet.say_at("left", sheet.text.header["container"], 40, TIMES[1], 9)
    y = sheet.notice(50)
    y = sheet.across("title", sheet.text.header["title"].upper(), y)
    return sheet.across("author", sheet.text.header["author"] + "[^*]", y) + 18


def _journal_furniture(sheet: Sheet, index: int) -> None:
    number = int(sheet.text.header["first page"]) + index
    if not index:
        return sheet.say_at("center", str(number), 618, TIMES[0], 9)
    left, head, right = ("2019]", sheet.text.header["running head"], str(number))
    if number % 2 == 0:
        left, head, right = (str(number), "Ambleside Journal of International Law", "[Vol. 14:2")
    sheet.say_at("left", left, 40, TIMES[0], 9)
    sheet.say_at("center", head, 40, TIMES[1], 9)
    return sheet.say_at("right", right, 40, TIMES[0], 9)


JOURNAL = Layout(
    page=TRIM,
    columns=(58,),
    width=316,
    top=58,
    bottom=592,
    styles=styles(TIMES, 11, 14, heading1=Style(TIMES, 11, 14, 16, align="center", hyphens=False, keep=True)),
    masthead=_journal_masthead,
    furniture=_journal_furniture,
)
