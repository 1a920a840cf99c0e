"""A page on one provision: charts, and every quotation with a link to its document and page. Needs the extra `report`.

Charts are Vega-Lite (Satyanarayan et al. 2017), drawn as SVG here: the page needs neither network nor JavaScript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from argmine.errors import QueryError
from argmine.extras import install
from argmine.view.answers.authorities import named
from argmine.view.answers.groups import LABELS, lag, years
from argmine.view.answers.reliance import Reliance, curves, nodes, reliances
from argmine.view.answers.trace import Trace
from argmine.view.sourced import document_name, holder_name, link, linked, one_name, place, reported

_COLOURS = {
    "permits": "#3a8f5c", "limits": "#c9962b", "prohibits": "#b8433f", "requires": "#7d5ba6", "open": "#3b82a0",
    None: "#8a8a8a",
}  # fmt: skip
_SIDES: dict[str, dict[str, Any]] = {
    "left": {"align": "right", "dx": -8}, "right": {"align": "left", "dx": 8}, "above": {"align": "center", "dy": -9},
}  # fmt: skip
_RIM_AND_LETTERS: tuple[dict[str, Any], ...] = (
    {"stroke": "white", "strokeWidth": 4, "color": "white"}, {"color": "#222"},
)  # fmt: skip
_MOST = 15
"""Rows of a chart: beyond them nothing can be read."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a chart is drawn, in pixels: its field, the names beside it, the lines of a graph between names.

    `numbered` where readings are told by their numbers alone.
    """

    width: int
    names: int
    between: int
    numbered: bool = False


WIDE, NARROW = Measure(560, 340, 320), Measure(200, 130, 90, numbered=True)
"""For a page, and for the screen of a telephone; the style of the page shows the one that fits."""


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
    charts = [(title, note, *map(Markup, svgs)) for title, note, *svgs in _charts(trace)]
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(template).render(
        trace=trace, charts=charts, colours=_COLOURS, holder_name=holder_name, document_name=document_name, place=place,
        linked=linked, reported=reported,
        link=lambda claim: link(claim, base), documents=len({claim.document_id for claim in trace.claims}),
        number=lambda group: trace.groups.index(group) + 1,
        numbers={group.reading: number for number, group in enumerate(trace.groups, start=1) if group.reading},
        named=named, behind=lag(trace.uncompared), dates="–".join(dict.fromkeys(years(trace.claims) or ())),
    )  # fmt: skip


def _charts(trace: Trace) -> list[tuple[str, str, str, str]]:
    """Title, explanation, wide and narrow SVG of each chart that has something to show."""
    dated = [{"year": claim.date[:4], "reading": LABELS[claim.stance]} for claim in trace.claims if claim.date]
    held = _counted(_holding(trace), "holder", "reading")
    relied = reliances(trace.rests, trace.corrections)
    found: tuple[tuple[str, str, Callable[[Any, Measure], Any], list[Any]], ...] = (
        ("Claims over time", "What claims say, by the year of their document.", _timeline, dated),
        ("Who holds what", f"Claims of the {_MOST} holders with most of them, by the readings below.", _grid, held),
        ("Who relies on whom", "Lines run from a holder to an authority; their width is the number of claims, their "
         f"colour what these say. The {_MOST} who rely most, and the {_MOST} relied on most.", _graph, relied),
    )  # fmt: skip
    return [
        (title, note, _svg(draw(rows, WIDE)), _svg(draw(rows, NARROW))) for title, note, draw, rows in found if rows
    ]


def _holding(trace: Trace) -> Iterable[tuple[str, str]]:
    """Holders and readings, these by their number on the page."""
    names = {name.casefold(): name for name, _, _ in trace.holders}
    for number, group in enumerate(trace.groups, start=1):
        for claim in group.claims:
            yield names[one_name(claim).casefold()], f"{number}. {group.title}"


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


def _scale() -> Any:
    """The colours of what claims say."""
    return _altair().Scale(domain=list(LABELS.values()), range=[_COLOURS[stance] for stance in LABELS])


def _timeline(rows: list[dict[str, Any]], measure: Measure) -> Any:
    alt = _altair()
    return _chart(rows, measure.width + measure.names * measure.numbered, 200).mark_bar().encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("count()", title="claims", axis=alt.Axis(tickMinStep=1)),
        color=alt.Color("reading:N", scale=_scale(), title=None, legend=alt.Legend(orient="bottom", columns=2)),
    )  # fmt: skip


def _grid(rows: list[dict[str, Any]], measure: Measure) -> Any:
    """Circles as large as the numbers of claims."""
    alt = _altair()
    axis = alt.Axis(labelLimit=190, labelAngle=-40)
    if measure.numbered:
        axis = alt.Axis(labelAngle=0, labelFontSize=9, labelExpr="split(datum.label, '.')[0]", orient="top")
    order = sorted({row["reading"] for row in rows}, key=lambda reading: int(reading.partition(".")[0]))
    return _chart(rows, measure.width, alt.Step(26)).mark_circle(color="#33566e").encode(
        x=alt.X("reading:N", title=None, sort=order, axis=axis),
        y=alt.Y("holder:N", title=None, sort="-size", axis=alt.Axis(labelLimit=measure.names)),
        size=alt.Size("claims:Q", title="claims", legend=_sizes(rows), scale=alt.Scale(zero=True, rangeMax=260)),
    )  # fmt: skip


def _graph(found: list[Reliance], measure: Measure) -> Any:
    """Names in layers, and lines between them; each name has a white rim, over which no line is read into it."""
    alt = _altair()
    x, y = (alt.X("x:Q", axis=None), alt.Y("y:Q", axis=None, scale=alt.Scale(reverse=True)))
    most, said = max(each.claims for each in found), {LABELS[each.stance] for each in found}
    shown = [label for label in LABELS.values() if label in said]
    legend = alt.Legend(orient="bottom", columns=2, values=shown, symbolStrokeWidth=4, symbolOpacity=0.8)
    lines = alt.Chart(alt.Data(values=curves(found))).mark_line(interpolate="basis", opacity=0.55).encode(
        x=x, y=y, detail="line:N", order="step:Q",
        strokeWidth=alt.StrokeWidth("claims:Q", scale=alt.Scale(domain=[0, most], range=[0.5, 7]), legend=None),
        color=alt.Color("stance:N", scale=_scale(), title=None, legend=legend),
    )  # fmt: skip
    places = nodes(found)
    names = alt.Chart(alt.Data(values=places))
    points = names.mark_circle(color="#222", size=45, opacity=1).encode(x=x, y=y)
    style = {"limit": measure.names}
    written = (_names(names, x, y, side, **style, **colour) for side in _SIDES for colour in _RIM_AND_LETTERS)
    tall = 24 * max(sum(place["x"] == layer for place in places) for layer in {place["x"] for place in places})
    return _plain(alt.layer(lines, points, *written).properties(width=measure.between, height=max(tall, 60)))


def _names(chart: Any, x: Any, y: Any, side: str, **style: Any) -> Any:
    text = chart.mark_text(fontSize=12, **_SIDES[side], **style)
    return text.transform_filter(f"datum.side == '{side}'").encode(x=x, y=y, text="name:N")


def _sizes(rows: list[dict[str, Any]]) -> Any:
    """The smallest, the middle and the largest number; nothing where all are one."""
    counts = sorted({row["claims"] for row in rows})
    values = sorted({counts[0], counts[len(counts) // 2], counts[-1]})
    return _altair().Legend(orient="bottom", format="d", values=values) if len(counts) > 1 else None


def _chart(rows: list[dict[str, Any]], width: int, height: Any) -> Any:
    alt = _altair()
    return _plain(alt.Chart(alt.Data(values=rows), width=width, height=height))


def _plain(chart: Any) -> Any:
    alt = _altair()
    return chart.configure(
        font="sans-serif", axis=alt.AxisConfig(labelFontSize=12), legend=alt.LegendConfig(labelFontSize=12),
        view=alt.ViewConfig(stroke=None),
    )  # fmt: skip


def _svg(chart: Any) -> str:
    """The picture, as wide as its place on the page."""
    try:
        import vl_convert  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise _lacking() from error
    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def _lacking() -> QueryError:
    return QueryError("A report needs altair, jinja2 and vl-convert.", install("report"))
