"""What a citation says of its authority in brackets: held by the authority's author, court or organ.

Halvorsen, supra note 4, at 3 (arguing that …)     Halvorsen
Lee v. Ruritania, 1 R.I.A.A. 2 (finding …)          the court in that case
Sea Convention, art. 2 (stating “…”)                nobody: the words of a treaty are no reading of it
Halvorsen, at 3 (“…”); Okonjo, at 5 (noting …)      together: some; each bracket that is a claim is its own author's
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmine.knowledge.lexicon import said_in_brackets
from argmine.resolve.holders.actors import UNNAMED, institution, person
from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import known, named_court
from argmine.resolve.holders.reports import Report
from argmine.types import Antecedent, Attribution, Citation, Claim, Document, Holder, Span, in_full

LAW = frozenset({"treaty", "legislation", "regulation", "bill"})
"""Kinds of authorities whose words are nobody's reading."""
_SHARE = 0.6  # of a claim's words, those that cite left aside
_QUOTED = ("“", '"', "‘")


class Bracketed:
    """The reports in the brackets behind the citations of a document."""

    def __init__(
        self, document: Document, citations: Sequence[Citation] = (), antecedents: Sequence[Antecedent] = ()
    ) -> None:
        pairs = zip(citations, in_full(citations, antecedents), strict=True)
        found = (report for citation, root in pairs for report in _reports(document, citation, root))
        self._reports = sorted(found, key=lambda report: report.attribution.content)

    def told(self, claim: Claim) -> Report | None:
        """Whose brackets make up the claim: one's, or several people's, who are some."""
        within = [each for each in self._reports if each.attribution.content.overlaps(claim.span)]
        if not within:
            return None
        citing = sum(claim.span.shared(_citing(each.attribution)) for each in within)
        said = sum(claim.span.shared(each.attribution.content) for each in within)
        if said < _SHARE * (claim.span.end - claim.span.start - citing):
            return None
        is_one = len({each.holder.id for each in within}) == 1
        return within[-1] if is_one else replace(within[-1], holder=UNNAMED)


def _reports(document: Document, citation: Citation, root: Citation) -> Iterator[Report]:
    words = citation.parenthetical
    if not words or root.kind in LAW:
        return
    start = document.text.find(words, citation.span.end, citation.span.end + 2 * len(words) + 200)
    said = said_in_brackets().match(words)
    if start < 0 or said is None:
        return
    content = Span(start + said.end(), start + len(words))
    cue = Span(start + said.start("cue"), start + said.end("cue")) if said["cue"] else citation.span
    quoted = content.of(document.text).lstrip().startswith(_QUOTED)
    yield Report(Attribution(citation.span, cue, content, quoted=quoted), _holder(root))


def _holder(root: Citation) -> Holder:
    """Who wrote an authority: its authors, the court of a case; somebody, where it does not say."""
    authors = [" ".join(name.split()) for name in root.description.authors]
    found = [each for name in authors if (each := known(name) or institution(name) or person(name))]
    if len(found) > 1:
        return Holder(" and ".join(each.name for each in found), found[0].type, "+".join(each.id for each in found))
    if found:
        return found[0]
    title = root.description.title
    if root.kind != "legal_case" or title is None:
        return UNNAMED
    return named_court(title) or Holder(f"the court in {title}", "court", f"court:{slug(title)}")


def _citing(attribution: Attribution) -> Span:
    """From the citation to where what it is said to say begins."""
    return Span(attribution.source.start, attribution.content.start)
