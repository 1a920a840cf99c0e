"""How what is missing on a provision looks in a terminal."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from argmine.view.answers.gaps import Gaps
from argmine.view.answers.groups import counted


def show_gaps(found: Gaps, console: Console) -> None:
    """What nobody interprets, then what could not be resolved."""
    console.print(Text(f"{found.provision}  {found.title}", "bold"))
    if found.silent:
        console.print("No claim was found that interprets by number:")
        table = Table.grid(padding=(0, 2))
        for provision, heading in found.silent:
            table.add_row(str(provision), heading)
        console.print(Padding(table, (0, 0, 0, 2)))
    else:
        console.print("On each part of it that argmine knows a claim was found.")
    if found.general:
        speak = "speaks" if found.general == 1 else "speak"
        console.print(f"{counted(found.general, 'claim')} {speak} of the article without naming a paragraph.")
    if found.unresolved:
        table = Table("may belong to it", "times", "why it is not linked", "document")
        for (mention, reason, document), times in Counter(found.unresolved).items():
            cells = (mention, str(times), reason, document)
            table.add_row(*(Text(cell, overflow="fold") for cell in cells))
        console.print(table)
    have = "has" if found.unlinked == 1 else "have"
    console.print(f"{counted(found.unlinked, 'claim')} on the law in this corpus {have} no provision.")
