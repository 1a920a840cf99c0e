"""Claims as Argdown (https://argdown.org/syntax): a heading for each provision, a statement for each claim on it.

A claim on several provisions stands under the first, its tags name the others. What it rests on supports it ("+"), as
do the reasons that the text gives; what is turned against it attacks it ("-").
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TextIO

from argmine.store import ClaimRow
from argmine.view.sourced import holder_name, place

_SPECIAL = re.compile(r"([\\#*_\[\]<>{}@%|^~=+:/-]|\.(?=\S))")  # ".E." would be read as ∃
_NONE = "On no provision in particular"


def write_argdown(claims: Iterable[ClaimRow], out: TextIO) -> None:
    """Write all claims, by provision."""
    groups: dict[str, list[ClaimRow]] = defaultdict(list)
    for sentence in claims:
        for claim in (sentence, *sentence.clauses):
            groups[str(claim.links[0].provision) if claim.links else _NONE].append(claim)
    for provision in sorted(groups, key=lambda name: (name == _NONE, name)):
        out.write(f"# {_plain(provision)}\n\n")
        for claim in groups[provision]:
            out.write("\n".join(_statement(claim)) + "\n\n")


def _statement(claim: ClaimRow) -> Iterator[str]:
    about = {
        "holder": holder_name(claim), "stance": claim.stance or "none", "kind": claim.kind, "source": claim.source,
        "place": place(claim), "provisions": [str(link.provision) for link in claim.links],
    }  # fmt: skip
    tags = "".join(f" #({tag})" for tag in (claim.kind, claim.stance) if tag)
    yield f"[{claim.id}]: {_plain(claim.text)}{tags} {json.dumps(about, ensure_ascii=False)}"
    for authority in claim.citations:
        yield f"  + [{_title(authority.identifier or authority.text)}]: {_plain(authority.text)}"
    for each in claim.relations:
        if each.target.claim == claim.id:
            named = f"[{each.source.claim}]" if each.source.claim else "<>"
            yield f"  {'+' if each.kind == 'support' else '-'} {named}: {_plain(each.source.text)}"


def _title(text: str) -> str:
    """What can stand in brackets."""
    return " ".join(re.sub(r"[\[\]]", " ", text).split())[:80]


def _plain(text: str) -> str:
    """One line that Argdown takes for words alone."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
