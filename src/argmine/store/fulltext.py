"""Claims by their words. The only module that imports tantivy.

The words of a claim are indexed twice: as written (lower case, without accents), which keeps terms of law and exact
phrases intact, and as English stems, which lets "appropriated" find "appropriation". A claim that has the very word
of the question thus ranks above one that has its stem. The document's title, the holder and the provisions stand in
a third field of less weight.

A question is never parsed as a query language: it is cut into words by the same analysers as the claims, so nothing
that a person types can be a syntax error. Words in quotation marks must stand together; forms such as A/RES/62/101
are looked for as phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import ArrayLike
from tantivy import Filter, Occur, Query, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from argmine.errors import StaleIndex
from argmine.store.connection import REINDEX
from argmine.store.hits import NONE, Hits

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_WEIGHTS = {"words": 1.0, "stems": 1.0, "about": 0.5}
_LONGEST_WORD = 100
_LONGEST_QUERY = 4000
"""Characters; a longer question is cut, since each word of it costs a look-up."""


def _words() -> TextAnalyzerBuilder:
    plain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD))
    return plain.filter(Filter.lowercase()).filter(Filter.ascii_fold())


WORDS: TextAnalyzer = _words().build()
STEMS: TextAnalyzer = _words().filter(Filter.stemmer("english")).build()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="words", index_option="position")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("about", tokenizer_name="words", index_option="freq")
    return builder.build()


class FullTextIndex:
    """Words of claims keyed by row id, ranked by BM25 (Robertson & Zaragoza 2009)."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()

    @classmethod
    def build(cls, folder: Path, claims: Iterable[tuple[int, str, str, str, str]]) -> None:
        """Write an index of (row id, text, title, holder, provisions) into the empty `folder`."""
        folder.mkdir()
        schema = _schema()
        writer = _registered(tantivy.Index(schema, str(folder))).writer(num_threads=1)
        for row, text, *about in claims:
            fields = {"row": row, "words": text, "stems": text, "about": " ".join(about)}
            writer.add_document(tantivy.Document.from_dict(fields, schema))
        writer.commit()
        writer.wait_merging_threads()

    @classmethod
    def open(cls, folder: Path) -> FullTextIndex:
        """Map the index in `folder`; StaleIndex where there is none that can be read."""
        try:
            return cls(_registered(tantivy.Index.open(str(folder))))
        except ValueError as error:
            raise StaleIndex(f"{folder} cannot be read as a full-text index.", REINDEX) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, query: str, k: int, allowed: ArrayLike | None = None) -> Hits:
        """The `k` claims that best match the words of `query`, among the row ids of `allowed` if given.

        At least one word must match, and every phrase in quotation marks. A query without words matches nothing.
        """
        rows = None if allowed is None else np.asarray(allowed, np.int64).tolist()
        wanted = self._clauses(query[:_LONGEST_QUERY].encode(errors="replace").decode())
        if k < 1 or not len(self) or not wanted or rows == []:
            return NONE
        question = Query.boolean_query(wanted)
        if rows is not None:
            among = Query.const_score_query(Query.term_set_query(self._schema, "row", rows), 0.0)
            question = Query.boolean_query([(Occur.Must, question), (Occur.Must, among)])
        hits = self._searcher.search(question, min(k, len(self)), count=False).hits
        ids = self._searcher.fast_field_values("row", [address for _, address in hits])
        return np.array(ids, np.int64), np.array([score for score, _ in hits], np.float32)

    def _clauses(self, query: str) -> list[tuple[Occur, Query]]:
        words = WORDS.analyze(query)
        return [
            *(
                (Occur.Must, self._phrase(parts))
                for quoted in _QUOTED.findall(query)
                if (parts := WORDS.analyze(quoted))
            ),
            *((Occur.Should, self._phrase(parts)) for form in query.split() if len(parts := WORDS.analyze(form)) > 1),
            *self._terms("words", words),
            *self._terms("stems", STEMS.analyze(query)),
            *self._terms("about", words),
        ]

    def _phrase(self, words: list[str]) -> Query:
        if len(words) == 1:
            return Query.term_query(self._schema, "words", words[0])
        return Query.phrase_query(self._schema, "words", [*words])

    def _terms(self, field: str, terms: Iterable[str]) -> Iterator[tuple[Occur, Query]]:
        for term in dict.fromkeys(terms):
            match = Query.term_query(self._schema, field, term, "freq")
            yield Occur.Should, Query.boost_query(match, _WEIGHTS[field])


def _registered(index: tantivy.Index) -> tantivy.Index:
    """Analysers live in the process, not in the files: each opening names them anew."""
    index.register_tokenizer("words", WORDS)
    index.register_tokenizer("stems", STEMS)
    return index
