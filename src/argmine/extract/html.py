"""Web pages: the text that a reader came for to the body, menus, notices and advertising to the furniture.

trafilatura decides what the main content is; the words are read from the page itself, so that nothing is lost and each
footnote keeps the place of its marker. Pages that a converter made from print (page breaks, no menus) are read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import trafilatura
from lxml import etree

from argmine.extract.draft import Draft
from argmine.extract.elements import LINE_BREAK, NOTE, Element, make_readable, parse
from argmine.extract.furniture import mark_furniture
from argmine.extract.headings import division_levels, find_headings
from argmine.extract.passages import CLOSE, OPEN, Paragraph, ends_sentence, listed, plain, squeeze
from argmine.extract.printed import read_printed
from argmine.extract.streams import sort_streams
from argmine.extract.webmeta import page_info

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup "
    "time tt u var wbr img br nobr ruby rt rp input".split()
)
_FENCES = frozenset("nav footer form button select dialog menu".split())
_FENCE_ROLES = frozenset("navigation search contentinfo dialog alertdialog menu menubar".split())
_FENCE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|advert\w*|ads?|sponsor\w*|newsletter|subscribe|share|sharing|social|related|"
    r"breadcrumbs?|nav|navbar|navigation|menu|sidebar|promo|popup|modal|skip-link|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FENCED_SHARE = 0.3  # of the page's letters: what holds more is no mere box, whatever its name
_CELL = 600  # characters: a table with a longer cell, or with blocks inside, only lays out the page
_PROSE = 200  # characters: a paragraph this long next to the main content belongs to it
_MOST = 0.5


def read_html(text: str, name: str) -> Draft:
    """The body, notes and furniture of a web page; `info` holds what its head says of it.

    Raises:
        Damaged: nothing in it, or nested too deep.
    """
    tree = parse(text, name)
    info = page_info(tree)
    main = trafilatura.extract(text, favor_recall=True, include_comments=False, include_tables=True) or ""
    body = make_readable(tree)
    printed = read_printed(body)
    if printed:
        return sort_streams(division_levels(find_headings(mark_furniture(printed))), info)
    shown = list(_Walk(body).paragraphs())
    paragraphs = mark_furniture(_choose_main(shown, main))
    if sum(one.kind == "heading" for one in paragraphs) < 2:
        paragraphs = find_headings(paragraphs)
    return sort_streams(division_levels(paragraphs), info)
