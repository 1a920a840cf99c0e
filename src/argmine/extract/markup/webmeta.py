"""What a web page's head says of the page: citation and Dublin Core tags, Open Graph, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from argmine.extract.markup.elements import Element

# Where each fact may stand, the best place first (Google Scholar's tags, Dublin Core, Open Graph, plain HTML).
_PLACES = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "article:author", "author", "byl"),
    "date": (
        "citation_publication_date", "citation_date", "citation_online_date", "article:published_time", "dc.date",
        "dcterms.date", "dcterms.issued", "date", "pubdate",
    ),
    "container": ("citation_journal_title", "citation_conference_title", "dc.source"),
    "volume": ("citation_volume", "prism.volume"),
    "doi": ("citation_doi", "dc.identifier.doi", "prism.doi"),
    "url": ("og:url", "citation_abstract_html_url"),
    "language": ("citation_language", "dc.language", "og:locale"),
    "site": ("og:site_name",),
}  # fmt: skip
_LINKED_DATA = {"title": "headline", "date": "datePublished"}
_LARGEST = 200_000  # characters of JSON-LD that are read


def page_info(tree: Element) -> dict[str, str]:
    """The facts found, by the keys "title", "author" (several parted by ";"), "date", "container", "doi", "url" ..."""
    tags: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name, content = meta.get("name") or meta.get("property") or "", " ".join((meta.get("content") or "").split())
        if content:
            tags.setdefault(name.lower(), []).append(content)
    info = _linked_data(tree)
    for key, places in _PLACES.items():
        found = next((tags[place] for place in places if place in tags), None)
        if found and not (key == "author" and found[0].startswith("http")):
            info[key] = "; ".join(found) if key == "author" else found[0]
    return _with_page(info, tree)


def _with_page(info: dict[str, str], tree: Element) -> dict[str, str]:
    title, canonical = tree.find(".//title"), tree.xpath("string(//link[@rel='canonical']/@href)")
    if "title" not in info and title is not None and (title.text or "").strip():
        info["title"] = " ".join(title.text.split())
    if canonical.startswith(("http://", "https://")):
        info["url"] = canonical
    if "language" not in info and tree.get("lang"):
        info["language"] = tree.get("lang")
    return info


def _linked_data(tree: Element) -> dict[str, str]:
    info: dict[str, str] = {}
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or len(script.text or "") > _LARGEST:
            continue
        for thing in _things(script.text or ""):
            for key, name in _LINKED_DATA.items():
                if isinstance(thing.get(name), str):
                    info.setdefault(key, " ".join(thing[name].split()))
            authors = [name for name in _names(thing.get("author")) if name]
            if authors and "headline" in thing:
                info.setdefault("author", "; ".join(authors))
    return info


def _things(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    yield from (thing for thing in graph if isinstance(thing, dict)) if isinstance(graph, list) else ()


def _names(author: object) -> list[str]:
    if isinstance(author, list):
        return [name for one in author[:50] for name in _names(one)]
    if isinstance(author, dict):
        return _names(author.get("name"))
    return [" ".join(author.split())] if isinstance(author, str) else []
