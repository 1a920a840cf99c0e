"""The finders as components of a spaCy pipeline, so that others can use them in theirs.

    nlp = spacy.blank("en"); nlp.add_pipe("argmine_sentences"); nlp.add_pipe("argmine_claims")
    nlp("Article II forbids it.").spans["claims"]

Results are span groups of the `Doc` ("sentences", "attributions", "claims", "relations", "citations"), labelled by
kind; the exact records, whose offsets need not fall on token borders, are in `doc._.argmine`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from argmine.errors import ModelError
from argmine.mine.attributions import find_attributions
from argmine.mine.citations.finding import find_citations
from argmine.mine.claims.finding import find_claims
from argmine.mine.claims.parts import with_parts
from argmine.mine.claims.relations import find_relations
from argmine.mine.sentences import find_sentences
from argmine.types import (
    Attribution,
    Block,
    Citation,
    Claim,
    Document,
    Metadata,
    Relation,
    Sentence,
    Source,
    Span,
    document_id,
)

COMPONENTS = ("argmine_sentences", "argmine_attributions", "argmine_claims", "argmine_relations", "argmine_citations")
_LONGEST = 20_000_000  # characters; spaCy's own limit guards its parsers, which a blank pipeline does not have


@dataclass(slots=True)
class Mined:
    """What the components found in one document."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()


@cache
def language(model: str | None = None) -> Language:
    """A pipeline with argmine's components: blank English, or the user's own model behind which they are hung.

    Args:
        model: the name of an installed spaCy pipeline or the path of one.

    Raises:
        ModelError: spaCy cannot load it.
    """
    nlp = _loaded(model) if model else spacy.blank("en")
    nlp.max_length = _LONGEST
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def mine(document: Document, nlp: Language) -> Mined:
    """Run a pipeline over a document."""
    doc = nlp.make_doc(document.text)
    doc._.argmine = Mined(document)
    mined: Mined = nlp(doc)._.argmine
    return mined


def _loaded(model: str) -> Language:
    try:
        return spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"spaCy cannot load the pipeline {model!r}.", "Install it, or leave spacy_model out of argmine.toml."
        ) from error


def _mined(doc: Doc) -> Mined:
    if doc._.argmine is None:
        doc._.argmine = Mined(plain_document(doc.text))
    mined: Mined = doc._.argmine
    return mined


def plain_document(text: str) -> Document:
    """A text that comes without a document: each paragraph is a block."""
    digest = sha256(text.encode()).hexdigest()
    blocks = tuple(
        Block("paragraph", Span(*match.span())) for match in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", text)
    )
    return Document(document_id(digest), Source("text", digest, "text/plain", len(text)), Metadata(), text, blocks)


def _group(doc: Doc, name: str, spans: Iterable[tuple[Span, str]]) -> None:
    doc.spans[name] = [found for span, label in spans if (found := _tokens(doc, span, label)) is not None]


def _tokens(doc: Doc, span: Span, label: str) -> TokenSpan | None:
    return doc.char_span(span.start, span.end, label=label, alignment_mode="expand")


@Language.component("argmine_sentences")
def sentences(doc: Doc) -> Doc:
    """Sentence spans; label "body" or "note"."""
    mined = _mined(doc)
    mined.sentences = find_sentences(mined.document)
    _group(doc, "sentences", ((sentence.span, sentence.region) for sentence in mined.sentences))
    return doc


@Language.component("argmine_attributions")
def attributions(doc: Doc) -> Doc:
    """The contents of reported speech; label "quoted" or "reported"."""
    mined = _mined(doc)
    mined.attributions = find_attributions(mined.document.text, mined.sentences)
    labels = ((each.content, "quoted" if each.quoted else "reported") for each in mined.attributions)
    _group(doc, "attributions", labels)
    return doc


@Language.component("argmine_claims")
def claims(doc: Doc) -> Doc:
    """Claims, sentences and clauses; label: their kind."""
    mined = _mined(doc)
    mined.claims = with_parts(mined.document, find_claims(mined.document, mined.sentences, mined.attributions))
    _group(doc, "claims", ((claim.span, claim.kind) for claim in mined.claims))
    return doc


@Language.component("argmine_relations")
def relations(doc: Doc) -> Doc:
    """Relations: the words that show them; label: support, attack or concession."""
    mined = _mined(doc)
    mined.relations = find_relations(mined.document, mined.sentences, mined.claims)
    _group(doc, "relations", ((relation.marker, relation.kind) for relation in mined.relations))
    return doc


@Language.component("argmine_citations")
def citations(doc: Doc) -> Doc:
    """Citations; label: their kind."""
    mined = _mined(doc)
    mined.citations = find_citations(mined.document)
    _group(doc, "citations", ((citation.span, citation.kind) for citation in mined.citations))
    return doc


Doc.set_extension("argmine", default=None, force=True)
__all__ = ["COMPONENTS", "Mined", "language", "mine", "plain_document"]
