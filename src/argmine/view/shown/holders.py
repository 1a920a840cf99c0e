"""How what one holder holds looks in a terminal, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.text import Text

from argmine.store import ClaimRow
from argmine.types import Provision
from argmine.view.answers.groups import counted, lag, shortened
from argmine.view.answers.holder import Held, Profile
from argmine.view.sourced import document_name, place, quotations, reported


def show_profile(profile: Profile, console: Console, limit: int = 3, most: int = 0) -> None:
    """The holder, and on each provision his `most` first readings (0: all) with their quotations."""
    console.print(Text(f"{profile.holder.name}  ({profile.holder.type})", "bold"))
    for change in profile.changes:
        console.print(Text(f"changed over time: {change}", "yellow"))
    if not profile.held:
        what = "a provision" if profile.provision is None else str(profile.provision)
        console.print(f"No reading of {what} is his in this corpus.")
    for provision, several in groupby(profile.held, key=lambda held: held.interpretation.provision):
        readings = sorted(several, key=lambda held: -len(held.claims))
        console.rule(Text(provision), align="left")
        for each in readings[: most or None]:
            show_held(each, console, limit)
        if most and (more := len(readings) - most) > 0:
            count = f"{more} more reading{'s' * (more != 1)}"
            console.print(Text(f"… and {count} of {provision} (--readings 0 shows all)\n", "dim"))
    for line in beside_lines(profile.beside, profile.provision, limit):
        console.print(line)
    if behind := lag(profile.uncompared):
        console.print(Text(behind, "yellow"))


def beside_lines(claims: Sequence[ClaimRow], provision: Provision | None, limit: int) -> Iterator[RenderableType]:
    """Claims that belong to no reading: of a provision those that are linked to it."""
    what = f"linked to {provision} in no reading" if provision else "beside, tied to no reading of a provision"
    said = quotations(claims)
    if said:
        yield Text(f"{counted(len(claims), 'claim')} {what}", "bold")
    for same in said[:limit]:
        yield Padding(quotation(*same), (0, 0, 0, 2))
    if len(said) > limit:
        yield Padding(Text(f"… and {len(said) - limit} more (--limit 0 shows all)", "dim"), (0, 0, 0, 2))


def show_held(held: Held, console: Console, limit: int, *, opposed: bool = True) -> None:
    """A reading: its label, how it is known, quotations, and, where `opposed` is wanted, what excludes it."""
    console.print(Lines(*held_lines(held, limit, opposed=opposed)))


def held_lines(held: Held, limit: int, *, opposed: bool) -> Iterator[RenderableType]:
    """The lines of a reading; of a label only a user's is told, since any other may be another's sentence."""
    stance = f" · {held.interpretation.stance}" if held.interpretation.stance else ""
    said = quotations(held.claims)
    if held.named:
        yield Text(shortened(held.interpretation.label), "italic")
    number = counted(len(held.claims), "claim")
    yield Padding(Text(f"{number} · {held.known_how}{stance} · {held.interpretation.id}", "dim"), (0, 0, 0, 2))
    for same in said[:limit]:
        yield Padding(quotation(*same), (0, 0, 0, 2))
    if len(said) > limit:
        yield Padding(Text(f"… and {len(said) - limit} more (--limit 0 shows all)", "dim"), (0, 0, 0, 2))
    for label in held.opposed[:limit] if opposed else ():
        yield Padding(Text(f"opposed: {label}", "red"), (0, 0, 0, 2))
    yield Text()


def quotation(claim: ClaimRow, *others: ClaimRow) -> Text:
    """The words, then where they are printed and by whom they are reported, and where they are printed again."""
    text = Text(f"“{claim.text}”")
    by = f"{who}, " if (who := reported(claim)) else ""
    text.append(f"\n— {by}{_where(claim)} · {claim.id}", "dim")
    for other in others:
        text.append(f"\n— also in {_where(other)} · {other.id}", "dim")
    return text


def _where(claim: ClaimRow) -> str:
    title = document_name(claim)
    return ", ".join(filter(None, [f"{title} ({claim.date[:4]})" if claim.date else title, place(claim)]))
