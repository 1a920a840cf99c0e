"""The nouns: what flows from stage to stage.

Everything here is a frozen record of standard-library types. A `Span` is half-open and counts characters of
`Document.text`, the one coordinate system: after `extract/` has built the text it never changes, and page, printed
label, box and quotation are looked up by offset.

    Source → Document (text, blocks, notes, furniture, pages) → Analysis (sentences, claims, citations, links)
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Genre = Literal[
    "paper", "brief", "un_document", "record", "resolution", "treaty", "statute", "judgment", "web", "other"
]
Region = Literal["body", "note"]
BlockKind = Literal["heading", "paragraph", "list_item", "quotation", "table", "caption"]
ClaimKind = Literal["interpretive", "normative", "evaluative"]
Stance = Literal["permits", "prohibits", "requires", "limits", "open"]
AttributionKind = Literal["own", "reported", "quoted", "endorsed", "rejected"]
AttributionManner = Literal["neutral", "endorsed", "rejected"]
HolderType = Literal["author", "state", "organ", "court", "scholar", "group", "instrument"]
LinkMethod = Literal["explicit", "anaphoric", "implicit"]
CorrectionKind = Literal["rename", "merge", "move", "holder"]
LinkRelation = Literal["interprets", "mentions"]
PointerForm = Literal["preceding", "note", "work", "name", "later", "provision"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of `Document.text`, in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A file as found. `path` is as the user named it (relative paths stay relative), `size` in bytes."""

    path: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; `date` is ISO 8601 and may stop at the month or the year."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    genre: Genre = "other"
    symbol: str | None = None
    container: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1 in the file, `label` is the printed number; size in PDF points."""

    number: int
    label: str | None
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `box` is x0, top, x1, bottom in PDF points, origin top left."""

    span: Span
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the body; may run over columns and pages.

    `level` is the depth of a heading (1 is the highest) or of a list item, else 0. `label` is the printed number of a
    numbered paragraph, list item or heading ("12", "a", "OP4"), which stays in the text too.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    `number` is as printed ("12", "*"), `span` the note's text without its number, `anchor` the offset in the body where
    its marker stood (the marker itself is not in the text); None when no marker was found.
    """

    number: str
    span: Span
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """One intervention in a record. `affiliation` is the State or organ in brackets behind the name, if any."""

    span: Span
    speaker: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article (section, principle, operative paragraph) of an ingested instrument, with its own words."""

    number: str
    heading: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read: every word of the source is in exactly one of body, notes, furniture.

    `text` holds the body first, then the notes in their order, then the furniture (running heads, page numbers,
    menus); pieces are separated by blank lines, and blocks, notes and furniture tile everything else.
    `lines` are in the order of their spans and are empty where the source has no pages.
    """

    id: str
    source: Source
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    speeches: tuple[Speech, ...] = ()
    articles: tuple[Article, ...] = ()

    def page_at(self, offset: int) -> Page | None:
        """The page on which the character at `offset` is printed; None where the source has no pages."""
        if not self.lines:
            return None
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        return self.pages[self.lines[max(index, 0)].page - 1]

    def block_at(self, offset: int) -> int | None:
        """The index of the block around `offset`; None in notes and furniture."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return index if index >= 0 and offset < self.blocks[index].span.end else None

    def speech_at(self, offset: int) -> Speech | None:
        """The speech around `offset`."""
        index = bisect_right(self.speeches, offset, key=lambda speech: speech.span.start) - 1
        return self.speeches[index] if index >= 0 and offset < self.speeches[index].span.end else None

    def section_at(self, offset: int) -> tuple[str, ...]:
        """The headings above `offset`, highest first."""
        path: list[Block] = []
        for block in self.blocks:
            if block.span.start > offset:
                break
            if block.kind == "heading":
                path = [above for above in path if above.level < block.level] + [block]
        return tuple(block.span.of(self.text) for block in path)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body or of a note; `block` is the index of its block, None in a note."""

    span: Span
    region: Region
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim. `name` is "author" for the document's own authors; `id` is stable over the corpus."""

    name: str
    type: HolderType
    id: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words reported: who (`source`), by which verb or phrase (`cue`), and what (`content`).

    `manner` says how whoever reports stands to them; `within` is the source of the report in which this one stands.
    """

    source: Span
    cue: Span
    content: Span
    quoted: bool = False
    manner: AttributionManner = "neutral"
    within: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in an instrument: `Provision("MOON", ("11", "7", "d"))` is written `MOON:11(7)(d)`."""

    instrument: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.path:
            return self.instrument
        article, *below = self.path
        return f"{self.instrument}:{article}" + "".join(f"({part})" for part in below)


@dataclass(frozen=True, slots=True)
class Reference:
    """A written reference to units of an instrument, before anyone knows which instrument.

    "Articles I – III, para. 2" has unit "article" and paths ("I",), ("II",), ("III", "2"); ranges are expanded.
    """

    span: Span
    unit: str
    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where an instrument is named; `code` is its registry code.

    `method` is "explicit" for a name of its own, "anaphoric" for one that it shares ("the Treaty").
    """

    span: Span
    code: str
    method: LinkMethod = "explicit"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of a provision, with how we know."""

    span: Span
    provision: Provision
    method: LinkMethod
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, or the clause of one, that argues. `rules` name what decided, `confidence` is 0..1.

    `reporter` is who reports the holder's view, where that is neither the document's author nor unknown: the State that
    speaks, or the one whom the author reports as reporting it.
    """

    id: str
    span: Span
    region: Region
    kind: ClaimKind
    stance: Stance | None
    holder: Holder
    attribution: AttributionKind
    confidence: float
    rules: tuple[str, ...]
    reporter: Holder | None = None


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place inside an authority to which a citation points: `Pinpoint("paragraph", "61–74")`.

    `unit` is page, paragraph, article, section, chapter, part, annex, note or another unit as printed, in full.
    """

    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a citation says of its authority, each field as printed but for capitals and marks around it.

    `pages` is where the work begins, or from where to where it runs; `identifiers` are canonical handles ("610 UNTS
    205", "A/RES/62/101", "doi:10.1000/1", a URL), the most telling first.
    """

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    editors: tuple[str, ...] = ()
    volume: str | None = None
    issue: str | None = None
    edition: str | None = None
    year: int | None = None
    date: str | None = None
    publisher: str | None = None
    place: str | None = None
    pages: str | None = None
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """How a short form points back: "ibid." (preceding), "supra note 3" (note), "op. cit." (work), a name (name),
    a section alone that goes on with the statute before (provision).

    `note` is the number of the note it names; `name` the words before the pointer, an author or a short title.
    """

    form: PointerForm
    note: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an authority, as printed at `span`, without its signal and the stop behind it.

    `kind` is a CSL type, or "short" for a form that points back (ibid., supra note 3); a chapter may point back too, to
    the
    book that holds it ("Article II, in 1 COMMENTARY, supra note 11"). `identifier` is the first of
    the description's identifiers; `note` is the number of the note in which it stands. `signal` is how the authority is
    introduced, as printed ("see also"), `parenthetical` what is said of it behind it, `quoted` its words where they are
    given, `defined` the short title that the document gives it ("hereinafter").
    """

    span: Span
    kind: str
    identifier: str | None = None
    note: str | None = None
    description: Description = Description()
    pinpoints: tuple[Pinpoint, ...] = ()
    signal: str | None = None
    parenthetical: str | None = None
    quoted: str | None = None
    defined: str | None = None
    pointer: Pointer | None = None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a short form means: citations are counted by their place in `Analysis.citations`.

    `target` is the full citation meant; None where it is not certain, and then `reason` says why. With a target,
    `reason` says what is wrong with the reference all the same ("note 11 does not cite it, note 13 does").
    """

    citation: int
    target: int | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of the corpus: `place` names it, `document` where it stands, `root` what it means in full."""

    place: int
    document: int
    citation: Citation
    root: int


@dataclass(frozen=True, slots=True)
class Work:
    """One authority, however it is cited. `kind` is its CSL type, `description` what all its citations say together.

    `id` comes from its keys, `keys` say what joined its citations ("610 unts 205", "castellane: celestial commons"),
    `places` are its citations, `document_id` the ingested document that it is.
    """

    id: str
    kind: str
    description: Description
    keys: tuple[str, ...]
    places: tuple[int, ...]
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A claim tied to the provision that it is about; `evidence` is what was read, `score` is 0..1.

    `evidence` may stand outside the claim: in a note, or where the antecedent was named. A claim *interprets* the
    provision, or only *mentions* it (in brackets, as the treaty that somebody signed).
    """

    claim_id: str
    provision: Provision
    method: LinkMethod
    score: float
    evidence: Span
    relation: LinkRelation = "interprets"


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim as evidence of a reading of one provision: what `compare` sees of it.

    `place` is its row in the database, in the order in which claims were written; `provision` is an article or an
    instrument as a whole; `holder` is one over the corpus, `document_id` and `start` say where it stands.
    """

    place: int
    claim_id: str
    provision: Provision
    text: str
    stance: Stance | None
    attribution: AttributionKind
    holder: Holder
    document_id: str
    start: int


@dataclass(frozen=True, slots=True)
class Position:
    """A claim by which somebody holds an interpretation; `centrality` is its mean likeness to the others, 0..1."""

    place: int
    holder: Holder
    centrality: float


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One reading of one provision, whoever holds it.

    `id` names the claim that founded it and stays when claims are added; `label` is the text of its most central claim,
    or a user's; `stance` is that of its claims, None where none has one.
    """

    id: str
    provision: Provision
    label: str
    stance: Stance | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two interpretations, by their ids, that exclude each other, and the claim of each that shows it, by its place."""

    one: str
    other: str
    one_claim: int
    other_claim: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user put right: `rename` an interpretation, `merge` it into another, `move` a claim to an interpretation
    (or to itself, which founds one: a split), or say that a `holder` is another."""

    kind: CorrectionKind
    target: str
    value: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the corpus says, gathered: readings of provisions, and which of them exclude each other."""

    interpretations: tuple[Interpretation, ...]
    oppositions: tuple[Opposition, ...]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that could not be tied to one thing, and why. Kept, so that recall can be counted."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All results for one document; `recipe` names the versions of code, knowledge and models that made them."""

    document_id: str
    recipe: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    unresolved: tuple[Unresolved, ...]
    supports: tuple[tuple[str, int], ...] = ()
    """(claim id, index into `citations`): the authorities that a claim rests on, by the marker inside it."""
    instrument: str | None = None
    """The code of the registered instrument whose text this document is."""
    antecedents: tuple[Antecedent, ...] = ()
    """What each short form among the citations means, in their order."""
