"""Is a probability what it says? The temperature that makes it so, and a table and a drawing of what is left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmine.mine.claims.classifier import softmax
from argmine.training.manifest import ROOT

DRAWING = ROOT / "docs" / "reliability.svg"
_TEMPERATURES = np.arange(0.6, 2.5, 0.05)
_SIDE, _EDGE = 320, 40
_STEPS = 10


def tempered(logits: NDArray[Any], labels: NDArray[np.int64]) -> float:
    """By what to divide logits (examples × labels) so that the labels are likeliest (Guo et al. 2017)."""

    def surprise(heat: float) -> float:
        return float(-np.log(softmax(logits / heat)[np.arange(len(labels)), labels]).mean())

    return round(float(min(_TEMPERATURES, key=surprise)), 3)


def draw(probability: NDArray[np.float64], claim: NDArray[np.bool_], drawing: Path) -> None:
    """Print the share of claims in each tenth of the scale and the expected calibration error; write the drawing."""
    tenth = np.minimum((probability * _STEPS).astype(int), _STEPS - 1)
    points = [
        (float(probability[tenth == step].mean()), float(claim[tenth == step].mean()), int((tenth == step).sum()))
        for step in range(_STEPS)
        if (tenth == step).any()
    ]
    for said, is_so, count in points:
        print(f"said {said:.2f}  is so {is_so:.2f}  sentences {count}")
    error = sum(abs(said - is_so) * count for said, is_so, count in points) / len(probability)
    print(f"expected calibration error {error:.3f}")
    drawing.write_text(_svg(points, error), "utf-8")


def _svg(points: list[tuple[float, float, int]], error: float) -> str:
    line = " ".join(f"{_x(said):.1f},{_y(is_so):.1f}" for said, is_so, _ in points)
    dots = "".join(
        f'<circle cx="{_x(said):.1f}" cy="{_y(is_so):.1f}" r="3"><title>{said:.2f} said, {is_so:.2f} so, '
        f"{count} sentences</title></circle>"
        for said, is_so, count in points
    )
    size = _SIDE + 2 * _EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12">'
        f'<rect width="{size}" height="{size}" fill="white"/>'
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>'
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#036" stroke-width="2"/><g fill="#036">{dots}</g>'
        f'<text x="{_x(0)}" y="{_y(0) + 28}">probability of a claim, as said by the linear model</text>'
        f'<text x="{_x(0)}" y="{_y(1) - 12}">share of claims (calibration error {error:.3f})</text></svg>\n'
    )


def _x(share: float) -> float:
    return _EDGE + share * _SIDE


def _y(share: float) -> float:
    return _EDGE + (1 - share) * _SIDE
