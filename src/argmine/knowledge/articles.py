"""What is known of an instrument and of each of its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmine.knowledge.numerals import same_number


@dataclass(frozen=True, slots=True)
class Unit:
    """One article (section, principle, block).

    `number` is in the instrument's own numerals, `terms` are key terms of its text, `concepts` phrases that denote this
    unit and no other in the literature, `with_name` phrases that denote it in a sentence that names the instrument (all
    in lower case), `paragraphs` its sub-units ("2", "2(a)"), empty where it has none or where they are not known.
    """

    number: str
    heading: str
    gist: str = ""
    terms: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    with_name: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, statute, resolution or text of soft law; or custom, which has names but neither text nor articles.

    Names are as the literature writes them, with straight apostrophes; readers may ignore case and kind of apostrophe.
    `unit` is the instrument's own word for its articles, `numerals` how it numbers them; `names`, `abbreviations`,
    `series` ("610 UNTS 205") and `foreign` (language code to names) each denote it by themselves; `short` forms ("the
    Treaty") only once a document has named it in full; before a word of `not_behind` a name is part of another ("the
    Antarctic Treaty System"); `parts` maps a part's numeral to its first and last article.
    """

    code: str
    title: str
    kind: str
    date: str
    unit: str
    numerals: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    series: tuple[str, ...]
    short: tuple[str, ...]
    not_behind: tuple[str, ...]
    foreign: Mapping[str, tuple[str, ...]] = field(hash=False)
    articles: tuple[Unit, ...]
    parts: Mapping[str, tuple[str, str]] = field(hash=False)

    @property
    def is_written(self) -> bool:
        """Whether it has a text, which can be cited and has articles: custom has none."""
        return self.kind != "custom"

    def article(self, number: str) -> Unit | None:
        """The article of that number, in Roman or Arabic writing and either case; None when there is none."""
        wanted = same_number(number)
        return next((article for article in self.articles if same_number(article.number) == wanted), None)

    def lists(self, number: str, paragraph: str) -> bool:
        """Whether an article may have this paragraph or letter: False only where the registry knows what it has.

        An article without a list has none where a third of the instrument's articles have lists. A first paragraph
        nobody denies: writers number the only one too.
        """
        unit = self.article(number)
        if unit is None or paragraph == "1":
            return unit is not None
        known = {listed.partition("(")[0].casefold() for listed in unit.paragraphs}
        is_told = sum(bool(each.paragraphs) for each in self.articles) * 3 >= len(self.articles)
        return paragraph.casefold() in known or not (known or is_told)

    def settled(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """A path under the number that its section has as an article: article 1, section A, is 1A."""
        section = self.article("".join(path[:2])) if path[1:] and path[1].isupper() else None
        unit = self.article(path[0]) if section else None
        return (section.number, *path[2:]) if section and unit and path[1] in unit.paragraphs else path

    def covered(self, path: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """A path, and those of its sections that are numbered as articles: below article 1 are 1A to 1F."""
        unit = self.article(path[0]) if len(path) == 1 else None
        below = (self.settled((*path, letter)) for letter in unit.paragraphs) if unit else ()
        return (self.settled(path), *(each for each in below if len(each) == 1))
