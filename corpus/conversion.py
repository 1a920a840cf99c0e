"""The samples that are not typeset: Markdown as a converter makes it from a printed page, plain text, a web page."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator
from string import Template

from composition import INLINE, Block, Text

WORDS_PER_PAGE = 150
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_markdown(text: Text) -> str:
    """The text page by page: running head, body, the notes as paragraphs; pages end in the middle of sentences."""
    page, pieces, called = int(text.header["first page"]), [], list[str]()
    pieces.append(f"{text.header['notice']}\n\n{text.header['container']}, {page}")
    count = 0
    for block in text.blocks:
        opening = {"title": "# ", "heading": "## ", "quotation": "> "}.get(block.kind, "")
        for part in _parts(block, WORDS_PER_PAGE - count):
            pieces.append(opening + re.sub(r"\[\^(\d+)\]", lambda m: m[1].translate(SUPERSCRIPT), part))
            called += re.findall(r"\[\^(\d+)\]", part)
            count, opening = count + len(part.split()), ""
            if count >= WORDS_PER_PAGE:
                page, count = page + 1, 0
                pieces += [f"{number} {text.notes[number]}" for number in called] + [_running_head(text, page)]
                called = []
    return "\n\n".join([*pieces, *(f"{number} {text.notes[number]}" for number in called)]) + "\n"


def _parts(block: Block, room: int) -> Iterator[str]:
    words = block.text.split()
    if block.kind != "paragraph" or len(words) < room:
        yield block.text
        return
    yield " ".join(words[:room])
    if words[room:]:
        yield from _parts(Block(block.kind, " ".join(words[room:])), WORDS_PER_PAGE)


def _running_head(text: Text, page: int) -> str:
    even, odd = text.header["running heads"].split(" | ")
    return f"{page} {even}" if page % 2 == 0 else f"{odd} {page}"


def as_plain_text(text: Text) -> str:
    """The text in lines of 76 characters, headings underlined, paragraphs numbered, notes at the end."""
    header = text.header
    pieces = [header["container"], header["title"].upper(), header["author"], textwrap.fill(header["notice"], 76)]
    number = 0
    for block in text.blocks:
        words = re.sub(r"\[\^(\d+)\]", r"[\1]", block.text).replace("*", "")
        number += block.kind == "numbered"
        if block.kind == "heading":
            pieces.append(f"{words}\n{'-' * len(words)}")
        elif block.kind != "title":
            pieces.append(textwrap.fill(f"{number}. {words}" if block.kind == "numbered" else words, 76))
    pieces.append("Notes\n-----")
    pieces += [textwrap.fill(f"[{mark}] {note}", 76, subsequent_indent="    ") for mark, note in text.notes.items()]
    return "\n\n".join(pieces) + "\n"


def as_web_page(text: Text, template: str) -> str:
    """The text in the page that `template` draws around it; markers and notes are linked both ways."""
    body, items, number = list[str](), list[str](), 0
    for block in text.blocks:
        number += block.kind == "numbered"
        if block.kind == "item":
            items.append(f"<li>{_inline(block.text)}</li>")
            continue
        if items:
            body += ["<ul>", *items, "</ul>"]
            items = []
        body += [_element(block, number)] if block.kind != "title" else []
    notes = [
        f'<li id="fn{mark}">{_inline(note)} <a href="#ref{mark}" aria-label="Back to text">↩</a></li>'
        for mark, note in text.notes.items()
    ]
    header = {key: html.escape(value) for key, value in text.header.items()}
    return Template(template).substitute(header, body="\n".join(body), notes="\n".join(notes))


def _element(block: Block, number: int) -> str:
    words = _inline(block.text)
    if block.kind == "heading":
        return f"<h{block.level + 1}>{words}</h{block.level + 1}>"
    if block.kind == "numbered":
        return f'<p id="para{number}"><span class="number">{number}.</span> {words}</p>'
    return f"<blockquote>{words}</blockquote>" if block.kind == "quotation" else f"<p>{words}</p>"


def _inline(text: str) -> str:
    return "".join(_span(str(match.lastgroup), match[str(match.lastgroup)]) for match in INLINE.finditer(text))


def _span(kind: str, words: str) -> str:
    words = html.escape(words, quote=False)
    if kind == "marker":
        return f'<sup id="ref{words}"><a href="#fn{words}">{words}</a></sup>'
    return {"italic": f"<em>{words}</em>", "bold": f"<strong>{words}</strong>"}.get(kind, words)
