"""The five looks of the PDF samples: a journal, proceedings in two columns, a brief, a working paper, a record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import reportlab
from composition import Style
from printing import Layout, Place, Sheet, styles
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

TIMES = ("Times-Roman", "Times-Italic", "Times-Bold")
VERA = ("Vera", "Vera-Italic", "Vera-Bold")
BLUE = "#1f4e79"
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


def _journal_furniture(sheet: Sheet, index: int, _: int) -> None:
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


def _proceedings_masthead(sheet: Sheet) -> float:
    sheet.say_at("center", sheet.text.header["container"], 36, TIMES[1], 8.5)
    y = sheet.notice(46)
    y = sheet.across("title", sheet.text.header["title"], y)
    y = sheet.across("author", sheet.text.header["author"], y)
    return sheet.across("author", f"*{sheet.text.header['affiliation']}*", y - 6) + 20


def _proceedings_furniture(sheet: Sheet, index: int, _: int) -> None:
    number = int(sheet.text.header["first page"]) + index
    sheet.say_at("center", f"– {number} –", 662, TIMES[0], 9)
    if index:
        sheet.say_at("center", "R. QUINTANAR: PRIVATE HANDS, PUBLIC PROHIBITION", 36, TIMES[0], 8)


PROCEEDINGS = Layout(
    page=(482.0, 680.0),
    columns=(44, 250),
    width=188,
    top=52,
    bottom=642,
    styles=styles(TIMES, 9.5, 11.8),
    masthead=_proceedings_masthead,
    furniture=_proceedings_furniture,
    note="{} ",
    packed=True,
)


def _brief_masthead(sheet: Sheet) -> float:
    sheet.canvas.setFillColor(HexColor(BLUE))
    sheet.canvas.rect(0, A4[1] - 46, A4[0], 46, stroke=0, fill=1)
    sheet.canvas.setFillColor(HexColor("#ffffff"))
    sheet.canvas.setFont(VERA[2], 11)
    sheet.canvas.drawString(sheet.layout.left, A4[1] - 28, sheet.text.header["container"])
    y = sheet.notice(60)
    y = sheet.across("title", sheet.text.header["title"], y)
    return sheet.across("author", f"{sheet.text.header['author']} · March 2023", y) + 22


def _brief_furniture(sheet: Sheet, index: int, _: int) -> None:
    sheet.rule(sheet.layout.left, sheet.layout.right, 796)
    sheet.say_at("left", "Tarn Institute for Treaty Studies", 810, VERA[0], 7.5)
    sheet.say_at("right", f"Page {index + 1}", 810, VERA[0], 7.5)


_TEXT = Style(VERA, 9.6, 14.6, before=7, align="left", hyphens=False)
_HEAD = Style((VERA[2],) * 3, 13, 17, before=16, align="left", hyphens=False, keep=True, ink=BLUE)
BRIEF = Layout(
    page=A4,
    columns=(92,),
    width=410,
    top=62,
    bottom=772,
    styles={
        "paragraph": _TEXT,
        "item": replace(_TEXT, left=22, first=-12, before=3),
        "pull": replace(
            _TEXT, size=13, leading=19, faces=(VERA[1],) * 3, left=14, right=14, shade="#dfe9f2", before=12
        ),
        "title": replace(_HEAD, size=19, leading=25),
        "author": replace(_TEXT, ink="#555555"),
        "heading1": _HEAD,
        "heading2": replace(_HEAD, size=10.3, leading=14, before=11),
        "note": replace(_TEXT, size=8, leading=11, before=2.5, left=16, first=-16),
    },
    masthead=_brief_masthead,
    furniture=_brief_furniture,
    note="{}.  ",
    endnotes=True,
)


def _united_nations(sheet: Sheet, *lower: str) -> None:
    """The head of a first page: organization and symbol over a rule, then the body and the lines given."""
    left, symbol = sheet.layout.left, sheet.text.header["symbol"]
    sheet.say("United Nations", left, 58, TIMES[0], 14)
    sheet.say(symbol, sheet.layout.right - stringWidth(symbol, TIMES[2], 13), 58, TIMES[2], 13)
    sheet.rule(left, sheet.layout.right, 64)
    sheet.say("General Assembly", left, 88, TIMES[2], 18)
    for row, words in enumerate(lower):
        sheet.say(words, sheet.layout.right - 130, 80 + 13 * row, TIMES[0], 10)


def _sides(index: int) -> tuple[Place, Place]:
    """Where the outer and the inner edge of a page are."""
    return ("left", "right") if index % 2 else ("right", "left")


def _paper_masthead(sheet: Sheet) -> float:
    _united_nations(sheet, "Distr.: Limited", "24 March 2031", "", "Original: English")
    rows = ("Committee on the Peaceful", "Uses of Outer Space", "Legal Subcommittee", "Seventieth session")
    for row, words in enumerate((*rows, "Vienna, 31 March–11 April 2031", "Item 9 of the provisional agenda")):
        sheet.say(words, sheet.layout.left, 146 + 12.5 * row, TIMES[2 if row < 3 else 0], 10)
    sheet.rule(sheet.layout.left, sheet.layout.right, 128, 1.2)
    y = sheet.notice(218)
    y = sheet.across("title", sheet.text.header["title"], y + 4)
    return y + 10


def _paper_furniture(sheet: Sheet, index: int, pages: int) -> None:
    symbol = sheet.text.header["symbol"]
    if not index:
        sheet.say_at("left", sheet.text.header["job"], 806, TIMES[0], 9)
        return sheet.say_at("left", "*3190417*", 818, "Courier", 9)
    outer, inner = _sides(index)
    sheet.say_at(outer, symbol, 50, TIMES[2], 9)
    sheet.rule(sheet.layout.left, sheet.layout.right, 56)
    sheet.say_at(outer, f"{index + 1}/{pages}", 812, TIMES[2], 9)
    return sheet.say_at(inner, sheet.text.header["job"], 812, TIMES[0], 8)


_UN_TEXT = styles(TIMES, 10.5, 13.2)
WORKING_PAPER = Layout(
    page=A4,
    columns=(112,),
    width=372,
    top=76,
    bottom=784,
    styles=_UN_TEXT
    | {
        "numbered": replace(_UN_TEXT["numbered"], first=0, before=7),
        "item": replace(_UN_TEXT["item"], left=24, first=0, before=5),
        "title": replace(_UN_TEXT["title"], align="left", size=15, leading=18),
    },
    masthead=_paper_masthead,
    furniture=_paper_furniture,
    bullet="",
)


def _record_masthead(sheet: Sheet) -> float:
    _united_nations(sheet, "Verbatim record")
    rows = ("Committee on the Peaceful Uses of Outer Space", "Legal Subcommittee", "Seventieth session")
    for row, words in enumerate(rows):
        sheet.say(words, sheet.layout.left, 106 + 13 * row, TIMES[2 if row < 2 else 0], 10.5)
    sheet.say("1207th meeting", sheet.layout.left, 152, TIMES[2], 13)
    sheet.say("Thursday, 3 April 2031, 10 a.m.", sheet.layout.left, 166, TIMES[0], 10.5)
    sheet.say("Vienna", sheet.layout.left, 179, TIMES[0], 10.5)
    y = sheet.notice(188)
    sheet.say(f"Chair: {'.' * 60} Ms. Amsel (Graustark)", sheet.layout.left, y + 14, TIMES[1], 10.5)
    sheet.rule(sheet.layout.left, sheet.layout.right, y + 22)
    return y + 36


def _record_furniture(sheet: Sheet, index: int, pages: int) -> None:
    outer, inner = _sides(index)
    if index:
        sheet.say_at(outer, sheet.text.header["symbol"], 50, TIMES[2], 9)
        sheet.say_at(inner, "03/04/2031", 50, TIMES[0], 9)
        sheet.rule(sheet.layout.left, sheet.layout.right, 56)
        sheet.say_at(outer, f"{index + 1}/{pages}", 812, TIMES[2], 9)
        return sheet.say_at(inner, sheet.text.header["job"], 812, TIMES[0], 8)
    small = "This record contains the text of speeches delivered in English and of the translation of the others."
    sheet.rule(sheet.layout.left, sheet.layout.right, 770)
    sheet.say(small, sheet.layout.left, 782, TIMES[0], 8.5)
    return sheet.say_at("left", sheet.text.header["job"], 812, TIMES[0], 9)


_RECORD_TEXT = styles(TIMES, 10, 12.2)
RECORD = Layout(
    page=A4,
    columns=(60, 307),
    width=228,
    top=72,
    bottom=760,
    styles=_RECORD_TEXT | {"heading2": replace(_RECORD_TEXT["heading1"], left=12, before=6)},
    masthead=_record_masthead,
    furniture=_record_furniture,
)
