"""Claims as an argument graph in xAIF: the Argument Interchange Format (Chesñevar et al. 2006) in JSON.

    I    what is claimed, and each authority that a claim rests on
    L    who said it: "Ruritania : the Moon is free for use"
    YA   that the one is the assertion of the other: L → YA → I
    RA   that a claim rests on an authority, or on a reason that the text gives: I (premise) → RA → I (claim)
    CA   that the text turns one claim against another, or holds it although it grants the other: I → CA → I

Conflicts are drawn where words of the text show them, not from stances: that one says "may" and another "may not" of an
article does not make the one an attack on the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from argmine.store import Authority, ClaimRow, RelationRow
from argmine.view.sourced import holder_name

_ASSERTING, _INFERENCE = "Asserting", "Default Inference"
_SCHEMES = {
    "support": ("RA", _INFERENCE), "attack": ("CA", "Default Conflict"), "concession": ("CA", "Concession"),
}  # fmt: skip


def write_aif(claims: Iterable[ClaimRow], out: TextIO) -> None:
    """Write one xAIF graph of all claims."""
    graph = _Graph()
    for sentence in claims:
        for claim in (sentence, *sentence.clauses):
            graph.add(claim)
    graph.relate()
    json.dump(graph.as_xaif(), out, ensure_ascii=False)
    out.write("\n")


class _Graph:
    """Nodes and edges, numbered in the order in which they come."""

    def __init__(self) -> None:
        self._nodes: list[dict[str, Any]] = []
        self._edges: list[dict[str, Any]] = []
        self._locutions: list[dict[str, Any]] = []
        self._people: dict[str, dict[str, Any]] = {}
        self._authorities: dict[str, str] = {}
        self._claims: dict[str, str] = {}
        self._relations: list[RelationRow] = []

    def add(self, claim: ClaimRow) -> None:
        said = self._node("I", claim.text, claimID=claim.id, provisions=[str(link.provision) for link in claim.links])
        self._claims[claim.id] = said
        self._relations += [relation for relation in claim.relations if relation.target.claim == claim.id]
        self._assert(claim, said)
        for authority in claim.citations:
            inference = self._node("RA", _INFERENCE, scheme=_INFERENCE)
            self._join(self._authority(authority), inference)
            self._join(inference, said)

    def relate(self) -> None:
        """Join the claims, once all are there; a reason that is no claim is a node of its own."""
        for relation in self._relations:
            kind, scheme = _SCHEMES[relation.kind]
            source = self._claims.get(relation.source.claim or "") or self._node("I", relation.source.text)
            link = self._node(kind, scheme, scheme=scheme, marker=relation.marker)
            self._join(source, link)
            self._join(link, self._claims[relation.target.claim or ""])

    def as_xaif(self) -> dict[str, Any]:
        graph = {
            "nodes": self._nodes, "edges": self._edges, "locutions": self._locutions, "schemefulfillments": [],
            "descriptorfulfillments": [], "participants": list(self._people.values()),
        }  # fmt: skip
        return {"AIF": graph, "text": "", "dialog": False, "OVA": {"nodes": [], "edges": []}}

    def _assert(self, claim: ClaimRow, said: str) -> None:
        name = holder_name(claim)
        locution = self._node("L", f"{name} : {claim.text}", claimID=claim.id)
        asserting = self._node("YA", _ASSERTING, scheme=_ASSERTING)
        self._join(locution, asserting)
        self._join(asserting, said)
        person = self._people.setdefault(
            name, {"participantID": str(len(self._people) + 1), "firstname": "", "surname": name}
        )
        place = {"nodeID": locution, "personID": person["participantID"], "source": claim.source}
        self._locutions.append(place | {"start": claim.start, "end": claim.end, "date": claim.date})

    def _authority(self, authority: Authority) -> str:
        key = authority.identifier or authority.text
        if key not in self._authorities:
            self._authorities[key] = self._node("I", authority.text, identifier=authority.identifier)
        return self._authorities[key]

    def _node(self, kind: str, text: str, **more: Any) -> str:
        number = str(len(self._nodes) + 1)
        self._nodes.append({"nodeID": number, "text": text, "type": kind, **more})
        return number

    def _join(self, start: str, end: str) -> None:
        self._edges.append({"edgeID": str(len(self._edges) + 1), "fromID": start, "toID": end})
