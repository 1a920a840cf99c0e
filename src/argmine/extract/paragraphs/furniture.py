"""What stands on a page and is no part of the argument: page numbers, running heads, menus, advertising, teasers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from argmine.extract.paragraphs.headings import is_title
from argmine.extract.paragraphs.passages import Paragraph, plain

_PAGE_NUMBER = re.compile(
    r"[-–—|*\s\[]*(?:page\s*|p\.\s*)?\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?[-–—|*\s\]]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,9}")
_RUNNING_HEAD = 100  # characters
_TIMES, _AT_BREAKS = 3, 0.5  # how often a running head comes, and the share of these where a page may end
_OFTEN, _STAMP = 10, 4  # a line of so many words that comes so often is a stamp wherever it stands

# Lines that stand by themselves on web pages and mean nothing else there.
_CONTROLS = frozenset(
    """
    advertisement|advertisements|advertising|sponsored|sponsored content|skip to content|skip to main content|menu
    search|home|log in|login|sign in|sign up|register|subscribe|share|share this|share this article|tweet|print
    print this page|email|read more|back to top|follow us|newsletter|contact us|toggle navigation|close|loading
    next article|previous article|leave a comment
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
_NETWORKS = frozenset(
    "x twitter linkedin facebook reddit email e-mail mail bluesky whatsapp print share copy link pinterest telegram "
    "mastodon threads instagram youtube rss on via".split()
)
_LANGUAGES = re.compile(r"[a-z]{2}(?:[ |/·]+[a-z]{2}){1,8}", re.IGNORECASE)
_MENU = re.compile(r"[^|›»]{1,25}(?:[|›»][^|›»]{1,25}){2,12}")
_READING_TIME = re.compile(r"\b\d{1,3} min(?:ute)?s?\.? read\b", re.IGNORECASE)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:this (?:web)?site|we use|our|accept|consent|settings|preferences|agree|more information)\b", re.IGNORECASE
)
_RELATED = re.compile(
    r"(?:related (?:articles?|posts?|content|stories|news)|you (?:may|might) also like|read next|recommended for you|"
    r"more from [\w ]{2,40}|most (?:read|popular)|latest (?:news|posts|articles))",
    re.IGNORECASE,
)
_EDGE = 12  # paragraphs from the start or the end in which a cookie notice may stand
_TEASER = 80  # words
_NOTICE = 300  # characters: a cookie notice is no longer


def mark_furniture(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, those that are furniture marked as such. Where in doubt, a paragraph stays in the body."""
    out = _running_heads(paragraphs)
    out |= {index for index, one in enumerate(paragraphs) if _is_control(one, min(index, len(paragraphs) - 1 - index))}
    out |= _teasers(paragraphs)
    return [replace(one, furniture=True) if index in out else one for index, one in enumerate(paragraphs)]


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number: "12", "- 12 -", "3/81", "Page 3 of 20"."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def _running_heads(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Page numbers, short lines that come again by a page number or within a sentence, and stamps."""
    numbers = {index for index, one in enumerate(paragraphs) if one.kind != "heading" and is_page_number(one.text)}
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(paragraphs):
        if _may_recur(one):
            places[_DIGITS.sub("#", one.text.casefold())].append(index)
    recurring = (
        group
        for text, group in places.items()
        if _is_stamp(text, group) or _is_running_head(group, paragraphs, numbers)
    )
    return numbers.union(*recurring)


def _is_stamp(text: str, group: Sequence[int]) -> bool:
    return len(group) >= _OFTEN and len(text.split()) >= _STAMP


def _is_running_head(group: Sequence[int], paragraphs: Sequence[Paragraph], numbers: set[int]) -> bool:
    """Whether equal lines stand where pages end; one that does is enough if their numbers ascend as those of pages."""
    breaks = sum(bool({index - 1, index + 1} & numbers) or _in_a_sentence(paragraphs, index) for index in group)
    if len(group) < _TIMES or not breaks:
        return False
    return breaks >= _AT_BREAKS * len(group) or _ascends([paragraphs[index].text for index in group])


def _ascends(texts: Sequence[str]) -> bool:
    numbers = [int(found[0]) for text in texts if (found := _DIGITS.search(text))]
    return len(numbers) == len(texts) and all(before < after for before, after in pairwise(numbers))


def _may_recur(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.kind in ("paragraph", "list_item")
        and len(text) <= _RUNNING_HEAD
        and not text.endswith((".", ":", ";", "?"))
        and not is_title(text)
    )


def _in_a_sentence(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether what stands below goes on with a sentence that began above."""
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return below is not None and below.kind == "paragraph" and plain(below.text)[:1].islower()


def is_web_furniture(text: str) -> bool:
    """Whether a line is found on web pages only: an order to share, an advertisement's label, a cookie notice."""
    words = text.casefold().split()
    if not words or len(text) > _NOTICE:
        return False
    if text.casefold().strip(" .:>»|") in _CONTROLS or _READING_TIME.search(text):
        return len(text) < _RUNNING_HEAD
    if len(words) > 1 and all(word.strip(",|·") in _NETWORKS for word in words):
        return True
    return bool(_COOKIES.search(text) and _CONSENT.search(text))


def _is_control(paragraph: Paragraph, from_edge: int) -> bool:
    text = plain(paragraph.text).strip()
    if _LANGUAGES.fullmatch(text) or _MENU.fullmatch(text):
        return from_edge < _EDGE
    return is_web_furniture(text) and (from_edge < _EDGE or not _COOKIES.search(text))


def _teasers(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The list of other articles at the end of a web page, and the rubrics from it that stand elsewhere too."""
    start = next((index for index, one in enumerate(paragraphs) if _RELATED.fullmatch(one.text.strip(" :"))), None)
    if start is None or start < 0.3 * len(paragraphs):
        return set()
    if any(len(one.text.split()) > _TEASER for one in paragraphs[start:]):
        return set()
    times = Counter(one.text for one in paragraphs[start:] if len(one.text) < 40)
    rubrics = {text for text, count in times.items() if count >= _TIMES}
    return {index for index, one in enumerate(paragraphs) if index >= start or one.text in rubrics}
