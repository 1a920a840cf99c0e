"""How two holders of one provision look in a terminal: what both hold, where they clash, what one says alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from rich.console import Console
from rich.console import Group as Lines
from rich.table import Table
from rich.text import Text

from argmine.view.answers.compare import Meeting
from argmine.view.answers.groups import lag
from argmine.view.answers.holder import Held
from argmine.view.shown.holders import beside_lines, held_lines, show_held
from argmine.view.shown.listed import WIDE

T = TypeVar("T")


def show_meeting(meeting: Meeting, console: Console, limit: int = 3, most: int = 0) -> None:
    """What they share, where they clash, what only one of them says; of each the first `most` readings, 0 for all."""
    console.print(Text(f"{meeting.provision}: {meeting.one.name} and {meeting.other.name}", "bold"))
    if not (meeting.shared or meeting.only_one or meeting.only_other):
        console.print("Neither holds a reading of it in this corpus.")
    if behind := lag(meeting.uncompared):
        console.print(Text(f"{behind}\n", "yellow"))
    _show_pairs(meeting.shared, Text("both", "green"), "of both", console, limit, most)
    _show_pairs(meeting.clashes, Text("against each other", "red"), "against each other", console, limit, most)
    clashing = {held.interpretation.id for pair in _first(meeting.clashes, most) for held in pair}
    for holder, only in ((meeting.one, meeting.only_one), (meeting.other, meeting.only_other)):
        _show_rest(holder.name, [held for held in only if held.interpretation.id not in clashing], console, limit, most)
    for holder, claims in ((meeting.one, meeting.beside_one), (meeting.other, meeting.beside_other)):
        if claims:
            console.rule(Text(f"{holder.name}, in no reading"), align="left")
            console.print(Lines(*beside_lines(claims, meeting.provision, limit), Text()))


def _show_pairs(
    pairs: Sequence[tuple[Held, Held]], heading: Text, what: str, console: Console, limit: int, most: int
) -> None:
    for pair in _first(pairs, most):
        console.rule(heading, align="left")
        _abreast(pair, console, limit)
    _tell_more(len(pairs), most, what, console)


def _show_rest(name: str, readings: Sequence[Held], console: Console, limit: int, most: int) -> None:
    if readings:
        console.rule(Text(f"only {name}"), align="left")
    for held in _first(readings, most):
        show_held(held, console, limit, opposed=False)
    _tell_more(len(readings), most, f"of {name}", console)


def _abreast(pair: tuple[Held, Held], console: Console, limit: int) -> None:
    """Two readings side by side, one above the other where the terminal is narrow."""
    parts = [Lines(Text(held.holder.name, "bold"), *held_lines(held, limit, opposed=False)) for held in pair]
    if console.width < WIDE:
        console.print(*parts)
        return
    table = Table.grid("", "", padding=(0, 3, 0, 0), expand=True)
    for column in table.columns:
        column.ratio = 1
    table.add_row(*parts)
    console.print(table)


def _first(several: Sequence[T], most: int) -> Sequence[T]:
    return several[:most] if most else several


def _tell_more(number: int, most: int, what: str, console: Console) -> None:
    if most and number > most:
        console.print(Text(f"… and {number - most} more {what} (--readings 0 shows all)\n", "dim"))
