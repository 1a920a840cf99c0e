"""A page on one provision: charts, and every quotation with a link to its document and page. Needs the extra `report`.

Charts are Vega-Lite (Satyanarayan et al. 2017), drawn as SVG here: the page needs neither network nor JavaScript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from typing import Any

from argmine.errors import QueryError
from argmine.store import ClaimRow
from argmine.view.sourced import holder_name, link, place
from argmine.view.trace import LABELS, Trace

_COLOURS = {
    "permits": "#3a8f5c", "limits": "#c9962b", "prohibits": "#b8433f", "requires": "#7d5ba6", "open": "#3b82a0",
    None: "#8a8a8a",
}  # fmt: skip
_WIDTH = 560
_MOST = 15
"""Rows of a chart: beyond them nothing can be read."""


def page(trace: Trace, base: Path) -> str:
    """The page as HTML; links to sources are relative to the folder `base`, in which it will lie.

    Raises:
        QueryError: altair, jinja2 or vl-convert is not installed.
    """
    try:
        from jinja2 import Environment  # noqa: PLC0415 (an extra)
        from markupsafe import Markup  # noqa: PLC0415
    except ImportError as error:
        raise _lacking() from error
    template = files(__package__).joinpath("report.html").read_text(encoding="utf-8")
    charts = [(title, note, Markup(svg)) for title, note, svg in _charts(trace)]  # noqa: S704 (drawn by Vega)
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(template).render(
        trace=trace, charts=charts, colours=_COLOURS, holder_name=holder_name, place=place,
        link=lambda claim: link(claim, base), documents=len({claim.document_id for claim in trace.claims}),
    )  # fmt: skip


def _charts(trace: Trace) -> list[tuple[str, str, str]]:
    """Title, explanation and SVG of each chart that has something to show."""
    dated = [{"year": claim.date[:4], "reading": LABELS[claim.stance]} for claim in trace.claims if claim.date]
    held = _counted(((holder_name(claim), LABELS[claim.stance]) for claim in trace.claims), "holder", "reading")
    cited = _counted(_citing(trace.claims), "holder", "authority")
    found = (
        ("Readings over time", "Claims by the year of their document.", _timeline, dated),
        ("Who holds what", f"Claims of the {_MOST} holders with most of them.", _grid, held),
        ("Who relies on whom", f"Claims of a holder that rest on an authority; the {_MOST} cited most.", _grid, cited),
    )
    return [(title, note, _svg(draw(rows))) for title, note, draw, rows in found if rows]


def _citing(claims: Iterable[ClaimRow]) -> Iterable[tuple[str, str]]:
    """Holders and what they rest on; "ibid." and "supra" name no authority."""
    for claim in claims:
        for authority in (each for each in claim.citations if each.kind != "short"):
            yield holder_name(claim), shorten(authority.identifier or authority.text, 60, placeholder=" …")


def _counted(pairs: Iterable[tuple[str, str]], *names: str) -> list[dict[str, Any]]:
    """How often each pair comes, for the first and the second names that come most."""
    counts = Counter(pairs)
    kept = []
    for place_of in (0, 1):
        most: Counter[str] = Counter()
        for pair, count in counts.items():
            most[pair[place_of]] += count
        kept.append({name for name, _ in most.most_common(_MOST)})
    chosen = ((pair, count) for pair, count in counts.items() if pair[0] in kept[0] and pair[1] in kept[1])
    return [dict(zip(names, pair, strict=True)) | {"claims": count} for pair, count in chosen]


def _altair() -> Any:
    try:
        import altair  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise _lacking() from error
    return altair


def _timeline(rows: list[dict[str, Any]]) -> Any:
    alt = _altair()
    colour = alt.Scale(domain=list(LABELS.values()), range=[_COLOURS[stance] for stance in LABELS])
    return _chart(rows, 200).mark_bar().encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("count()", title="claims", axis=alt.Axis(tickMinStep=1)),
        color=alt.Color("reading:N", scale=colour, title=None, legend=alt.Legend(orient="bottom", columns=2)),
    )  # fmt: skip


def _grid(rows: list[dict[str, Any]]) -> Any:
    """Circles as large as the numbers of claims. Authorities, whose names are long, stand below each other."""
    alt = _altair()
    of_readings = "reading" in rows[0]
    across, down = ("reading", "holder") if of_readings else ("holder", "authority")
    order = list(LABELS.values()) if of_readings else "-size"
    return _chart(rows, alt.Step(26)).mark_circle(color="#33566e").encode(
        x=alt.X(f"{across}:N", title=None, sort=order, axis=alt.Axis(labelLimit=190, labelAngle=-40)),
        y=alt.Y(f"{down}:N", title=None, sort="-size", axis=alt.Axis(labelLimit=340)),
        size=alt.Size("claims:Q", title="claims", legend=_sizes(rows), scale=alt.Scale(zero=True, rangeMax=260)),
    )  # fmt: skip


def _sizes(rows: list[dict[str, Any]]) -> Any:
    """The smallest, the middle and the largest number; nothing where all are one."""
    counts = sorted({row["claims"] for row in rows})
    values = sorted({counts[0], counts[len(counts) // 2], counts[-1]})
    return _altair().Legend(orient="bottom", format="d", values=values) if len(counts) > 1 else None


def _chart(rows: list[dict[str, Any]], height: Any) -> Any:
    alt = _altair()
    return alt.Chart(alt.Data(values=rows), width=_WIDTH, height=height).configure(
        font="sans-serif", axis=alt.AxisConfig(labelFontSize=12), legend=alt.LegendConfig(labelFontSize=12),
    )  # fmt: skip


def _svg(chart: Any) -> str:
    """The picture, as wide as its place on the page."""
    try:
        import vl_convert  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise _lacking() from error
    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def _lacking() -> QueryError:
    return QueryError("A report needs altair, jinja2 and vl-convert.", "Install `pip install 'argmine[report]'`.")
