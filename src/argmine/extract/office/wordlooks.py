"""How WordprocessingML says what paragraphs and runs look like (ECMA-376 part 1, 17.3 and 17.7)."""

from __future__ import annotations

from collections import Counter

from argmine.extract.files.xmltree import Element, attribute, child, children, is_on, value_of, whole
from argmine.extract.paragraphs.looks import Look, Styles

_TWIPS = 20  # in one point
_NO_OUTLINE = 9  # the outline level of body text


def read_styles(root: Element | None) -> Styles:
    """The styles of a file, by their identifiers."""
    own: dict[str, tuple[Look, str | None]] = {}
    default = None
    for style in children(root, "style"):
        identifier = attribute(style, "styleId") or ""
        name = value_of(child(style, "name"))
        look = paragraph_look(child(style, "pPr")).over(run_look(child(style, "rPr")))
        named = Look(names=(name,) if name else ()).over(look)
        own[identifier] = (named, value_of(child(style, "basedOn")))
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
            default = identifier
    return Styles(own, default)


def paragraph_look(properties: Element | None) -> Look:
    """What a paragraph's own properties say, its style apart."""
    outline, indents, listing = (child(properties, name) for name in ("outlineLvl", "ind", "numPr"))
    at = value_of(child(listing, "ilvl"))
    return Look(
        outline=None if outline is None else (whole(value_of(outline), _NO_OUTLINE) + 1) % (_NO_OUTLINE + 1),
        left=_points(indents, "left", "start"),
        right=_points(indents, "right", "end"),
        listing=(value_of(child(listing, "numId")), None if at is None else whole(at)),
    )


def run_look(properties: Element | None) -> Look:
    """What a run's own properties say, its style apart."""
    align = value_of(child(properties, "vertAlign"))
    return Look(
        raised=None if align is None else align == "superscript",
        hidden=is_on(child(properties, "vanish")),
        bold=is_on(child(properties, "b")),
    )


def usual_indents(root: Element, styles: Styles) -> tuple[float, float]:
    """The indents, left and right in points, that most of the text has."""
    letters: Counter[tuple[float, float]] = Counter()
    for paragraph in root.iter("{*}p"):
        properties = child(paragraph, "pPr")
        look = paragraph_look(properties).over(styles.paragraph(value_of(child(properties, "pStyle"))))
        letters[look.left or 0.0, look.right or 0.0] += sum(len(text.text or "") for text in paragraph.iter("{*}t"))
    return max(letters, key=lambda indents: letters[indents], default=(0.0, 0.0))


def _points(indents: Element | None, *names: str) -> float | None:
    if indents is None:
        return None
    said = next((value for name in names if (value := attribute(indents, name)) is not None), None)
    return None if said is None else whole(said) / _TWIPS
