"""Sentences by their words. The only module that imports tantivy.

The words of a sentence are indexed twice: as written (lower case, without accents), which keeps terms of law and exact
phrases intact, and as English stems, which lets "appropriated" find "appropriation". A sentence that has the very word
of the question thus ranks above one that has its stem. The document's title, the holder and the provisions stand in
a third field of less weight.

A question is never parsed as a query language: it is cut into words by the same analysers as the sentences, so nothing
that a person types can be a syntax error. Words in quotation marks must stand together; forms such as A/RES/62/101
are looked for as phrases.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import numpy as np
import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from argmine.errors import StaleIndex
from argmine.store.connection import REINDEX
from argmine.store.indexes.hits import NONE, Hits, Rows
from argmine.types import Span

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_WEIGHTS = {"words": 1.0, "stems": 1.0, "about": 0.5}
_LONGEST_WORD = 100
_LONGEST_QUERY = 4000
"""Characters; a longer question is cut, since each word of it costs a look-up."""
_FEW = 1500
"""So many rows, at most, are looked up one by one; of more of them, what the question finds is sifted instead."""
_WORD = re.compile(r"\w+")


def _words() -> TextAnalyzerBuilder:
    plain = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD))
    return plain.filter(Filter.lowercase()).filter(Filter.ascii_fold())


WORDS: TextAnalyzer = _words().build()
STEMS: TextAnalyzer = _words().filter(Filter.stemmer("english")).build()
# Of a question, "the", "of" and the like would be looked up in nearly every sentence, and rank none above another.
_PLAIN: TextAnalyzer = _words().filter(Filter.stopword("english")).build()
_TELLING: TextAnalyzer = _words().filter(Filter.stopword("english")).filter(Filter.stemmer("english")).build()

Searchable = Iterable[tuple[int, str, str, str, str]]
"""Row id, text, title, holder and provisions of each sentence; no holder and provisions of what is no claim."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="words", index_option="position")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("about", tokenizer_name="words", index_option="freq")
    return builder.build()


@contextmanager
def _lockable(folder: Path) -> Iterator[Path]:
    """The folder; where it cannot be written to, links to its files for as long as they are opened.

    Tantivy makes a lock file beside what it opens, even for reading.
    """
    if not folder.is_dir() or os.access(folder, os.W_OK):
        yield folder
        return
    from tempfile import TemporaryDirectory  # noqa: PLC0415 (only for what is read-only)

    with TemporaryDirectory(prefix="argmine-") as other:
        for path in (each for each in folder.iterdir() if each.suffix != ".lock"):
            Path(other, path.name).symlink_to(path.absolute())
        yield Path(other)


class FullTextIndex:
    """Words of sentences keyed by row id, ranked by BM25 (Robertson & Zaragoza 2009)."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()

    @classmethod
    def build(cls, folder: Path, sentences: Searchable) -> None:
        """Write an index of the sentences into the empty `folder`."""
        folder.mkdir()
        _write(tantivy.Index(_schema(), str(folder)), (), sentences)

    @classmethod
    def change(cls, folder: Path, gone: Sequence[int], sentences: Searchable) -> None:
        """Take the sentences of the row ids `gone` out of the index in `folder` and add `sentences`.

        Files that are there are left as they are: new ones are written beside them, and the last to be replaced is the
        one that names them.
        """
        _write(tantivy.Index.open(str(folder)), gone, sentences)

    @classmethod
    def open(cls, folder: Path) -> FullTextIndex:
        """Map the index in `folder`; StaleIndex where there is none that can be read."""
        try:
            with _lockable(folder) as place:
                return cls(_registered(tantivy.Index.open(str(place))))
        except (ValueError, OSError) as error:
            raise StaleIndex(f"{folder} cannot be read as a full-text index.", REINDEX) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, query: str, k: int, allowed: Rows | None = None) -> Hits:
        """The `k` sentences that best match the words of `query`, among the `allowed` rows if given.

        At least one word must match, and every phrase in quotation marks. A query without words matches nothing.
        """
        wanted = self._clauses(query[:_LONGEST_QUERY].encode(errors="replace").decode())
        number = len(self) if allowed is None else int(np.count_nonzero(allowed))
        if k < 1 or not number or not wanted:
            return NONE
        question = Query.boolean_query(wanted)
        if allowed is None:
            return self._best(question, k)
        if number > _FEW:
            return self._sifted(question, k, allowed, number)
        among = Query.term_set_query(self._schema, "row", np.flatnonzero(allowed).tolist())
        both = [(Occur.Must, question), (Occur.Must, Query.const_score_query(among, 0.0))]
        return self._best(Query.boolean_query(both), k)

    def with_phrases(self, query: str, length: int) -> Rows | None:
        """The rows, of so many, that have every phrase in quotation marks; None where there is none."""
        phrases = list(self._phrases(query[:_LONGEST_QUERY].encode(errors="replace").decode()))
        if not phrases:
            return None
        ids, _ = self._best(Query.const_score_query(Query.boolean_query(phrases), 1.0), max(len(self), 1))
        rows = np.zeros(length, bool)
        rows[ids[ids < length]] = True
        return rows

    def rarity(self, word: str) -> float:
        """How much a word tells: its inverse document frequency as in BM25, by its stem; 0 for no word."""
        stems = _stems(word)
        if not stems:
            return 0.0
        found = self._searcher.doc_freq("stems", stems[0])
        return math.log(1 + (len(self) - found + 0.5) / (found + 0.5)) if found <= len(self) else 0.0

    def _best(self, question: Query, k: int) -> Hits:
        hits = self._searcher.search(question, min(k, len(self)), count=False).hits
        ids = self._searcher.fast_field_values("row", [address for _, address in hits])
        return np.array(ids, np.int64), np.array([score for score, _ in hits], np.float32)

    def _sifted(self, question: Query, k: int, allowed: Rows, number: int) -> Hits:
        """Ask for as many as should hold `k` allowed ones; for ever more of them until they do."""
        depth = 2 * k * len(self) // number
        while True:
            ids, scores = self._best(question, depth)
            kept = allowed[np.minimum(ids, len(allowed) - 1)] & (ids < len(allowed))
            if np.count_nonzero(kept) >= k or len(ids) < depth:
                return ids[kept][:k], scores[kept][:k]
            depth *= 4

    def _clauses(self, query: str) -> list[tuple[Occur, Query]]:
        words = _PLAIN.analyze(query) or WORDS.analyze(query)
        stems = _TELLING.analyze(query) or STEMS.analyze(query)
        return [
            *self._phrases(query),
            *((Occur.Should, self._phrase(parts)) for form in query.split() if len(parts := WORDS.analyze(form)) > 1),
            *self._terms("words", words),
            *self._terms("stems", stems),
            *self._terms("about", words),
        ]

    def _phrases(self, query: str) -> Iterator[tuple[Occur, Query]]:
        for quoted in _QUOTED.findall(query):
            if parts := WORDS.analyze(quoted):
                yield Occur.Must, self._phrase(parts)

    def _phrase(self, words: list[str]) -> Query:
        if len(words) == 1:
            return Query.term_query(self._schema, "words", words[0])
        return Query.phrase_query(self._schema, "words", [*words])

    def _terms(self, field: str, terms: Iterable[str]) -> Iterator[tuple[Occur, Query]]:
        for term in dict.fromkeys(terms):
            match = Query.term_query(self._schema, field, term, "freq")
            yield Occur.Should, Query.boost_query(match, _WEIGHTS[field])


def matches(query: str, text: str) -> tuple[Span, ...]:
    """The words of `text` that answer to a word of `query`, by their stems; "the", "of" and the like never do."""
    stems = _telling(query)
    return tuple(Span(*match.span()) for match in _WORD.finditer(text) if not stems.isdisjoint(_stems(match.group())))


@lru_cache(1)  # of one question, ten sentences are asked
def _telling(query: str) -> frozenset[str]:
    return frozenset(_TELLING.analyze(query[:_LONGEST_QUERY].encode(errors="replace").decode()))


@lru_cache(10_000)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(STEMS.analyze(word))


def _write(index: tantivy.Index, gone: Sequence[int], sentences: Searchable) -> None:
    schema = index.schema
    writer = _registered(index).writer(num_threads=1)
    if gone:
        writer.delete_documents_by_query(Query.term_set_query(schema, "row", [*gone]))
    for row, text, *about in sentences:
        fields = {"row": row, "words": text, "stems": text, "about": " ".join(about)}
        writer.add_document(tantivy.Document.from_dict(fields, schema))
    writer.commit()
    writer.wait_merging_threads()


def _registered(index: tantivy.Index) -> tantivy.Index:
    """Analysers live in the process, not in the files: each opening names them anew."""
    index.register_tokenizer("words", WORDS)
    index.register_tokenizer("stems", STEMS)
    return index
