"""Who holds what about which provision on whose authority, as GraphML (Brandes et al. 2001), for Gephi, yEd, networkx.

Nodes are claims, holders, provisions and authorities; edges are "holds", "is about" (with method and score), "rests
on", and between claims "support", "attack" and "concession" (with the words that show it as method).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from argmine.store import ClaimRow
from argmine.view.sourced import holder_name

_NODE = ("type", "label", "kind", "stance", "holder_type", "source", "page", "date")
_EDGE = ("relation", "method", "score")
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(claims: Iterable[ClaimRow], out: TextIO) -> None:
    """Write one directed graph of all claims."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for place, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "double" if name == "score" else "string"
            out.write(f'<key id="{place}_{name}" for="{place}" attr.name="{name}" attr.type="{kind}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    known: set[str] = set()
    for sentence in claims:
        for claim in (sentence, *sentence.clauses):
            _write_claim(claim, known, out)
    out.write("</graph>\n</graphml>\n")


def _write_claim(claim: ClaimRow, known: set[str], out: TextIO) -> None:
    _node(
        f"claim {claim.id}", known, out, type="claim", label=claim.text, kind=claim.kind, stance=claim.stance,
        source=claim.source, page=claim.page_label or claim.page, date=claim.date,
    )  # fmt: skip
    name = holder_name(claim)
    _node(f"holder {name}", known, out, type="holder", label=name, holder_type=claim.holder.type)
    _edge(f"holder {name}", f"claim {claim.id}", out, relation="holds")
    for link in claim.links:
        _node(f"provision {link.provision}", known, out, type="provision", label=str(link.provision))
        target = f"provision {link.provision}"
        _edge(f"claim {claim.id}", target, out, relation="is about", method=link.method, score=link.score)
    for each in claim.relations:
        if each.source.claim == claim.id:
            target = f"claim {each.target.claim}"
            _edge(f"claim {claim.id}", target, out, relation=each.kind, method=each.marker)
    for authority in claim.citations:
        target = f"authority {authority.identifier or authority.text}"
        _node(target, known, out, type="authority", label=authority.text, kind=authority.kind)
        _edge(f"claim {claim.id}", target, out, relation="rests on")


def _node(name: str, known: set[str], out: TextIO, **data: object) -> None:
    if name in known:
        return
    known.add(name)
    out.write(f"<node id={quoteattr(_clean(name))}>{_data('node', data)}</node>\n")


def _edge(start: str, end: str, out: TextIO, **data: object) -> None:
    ends = f"source={quoteattr(_clean(start))} target={quoteattr(_clean(end))}"
    out.write(f"<edge {ends}>{_data('edge', data)}</edge>\n")


def _data(place: str, data: dict[str, object]) -> str:
    return "".join(
        f'<data key="{place}_{name}">{escape(_clean(str(value)))}</data>'
        for name, value in data.items()
        if value is not None
    )


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
