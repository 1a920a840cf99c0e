"""A search in a corpus of a few sentences."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from argmine.encoders import load_encoder
from argmine.encoders.tokens import load_token_encoder
from argmine.errors import NoCorpus
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, Filters, reindex
from argmine.store.connection import FILE
from argmine.types import Analysis, Block, Claim, Document, Holder, Metadata, Sentence, Source, Span
from argmine.view.answers.search import Examples, search

OWNED = "Nobody may own the Moon or any part of what lies on it."
CAKE = "A cake is baked for an hour in an oven that is hot."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Three documents of one sentence; only that of the second is a claim."""
    folder = tmp_path_factory.mktemp("corpus")
    _fill(folder, ("heading", OWNED, False), ("argued", OWNED, True), ("baked", CAKE, False))
    return Settings(corpus=str(folder))


def _fill(folder: Path, *documents: tuple[str, str, bool]) -> None:
    with Database.open(folder, write=True) as database:
        for name, text, claimed in documents:
            document, analysis = _result(name, text, claimed=claimed)
            vectors = load_encoder().encode([text])
            database.write(document, analysis, vectors, "static", [load_token_encoder().pack(text)])
    reindex(folder, "static")


def _result(name: str, text: str, *, claimed: bool) -> tuple[Document, Analysis]:
    sha256, span = hashlib.sha256(name.encode()).hexdigest(), Span(0, len(text))
    source = Source(f"{name}.txt", sha256, "text/plain", len(text))
    document = Document(sha256[:16], source, Metadata(name, (), None, "en"), text, (Block("paragraph", span),))
    holder = Holder("author", "author", f"author:{name}")
    claim = Claim(f"{document.id}-0-{len(text)}", span, "body", "interpretive", "prohibits", holder, "own", 1.0, ())
    sentence = Sentence(span, "body", 0)
    return document, Analysis(document.id, "test", (sentence,), (claim,) if claimed else (), (), (), ())


def test_of_the_same_words_what_is_claimed_stands_above_what_is_not(corpus: Settings) -> None:
    first, second, third = search(corpus, "may a State own the Moon?").hits
    assert [hit.passage.source for hit in (first, second, third)] == ["argued.txt", "heading.txt", "baked.txt"]
    assert isinstance(first.passage, ClaimRow)
    assert first.closeness == second.closeness


def test_a_sentence_given_as_example_is_not_among_the_answers(corpus: Settings) -> None:
    cake = search(corpus, "cake").hits[0].passage
    found = search(corpus, "", examples=Examples(like=(cake.id,))).hits
    assert {hit.passage.text for hit in found} == {OWNED}
    assert cake.text == CAKE


def test_few_of_many_sentences_are_compared_one_by_one_with_the_same_result(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = Filters(claims_only=True)
    (expected,) = search(corpus, "may a State own the Moon?", claims).hits
    monkeypatch.setattr("argmine.view.answers.search.FLAT", 0)
    (found,) = search(corpus, "may a State own the Moon?", claims).hits
    assert (found.passage, found.by_meaning, found.cosine) == (
        expected.passage,
        1,
        pytest.approx(expected.cosine, abs=1e-3),
    )
    assert not search(corpus, "may a State own the Moon?", Filters(kinds=("normative",))).hits


def test_a_phrase_is_in_every_answer(corpus: Settings) -> None:
    assert {hit.passage.text for hit in search(corpus, 'who owns "any part of"').hits} == {OWNED}
    assert not search(corpus, 'who owns "part any of"').hits


def test_a_process_that_asks_again_sees_what_was_written_meanwhile(tmp_path: Path) -> None:
    settings, folder = Settings(corpus=str(tmp_path / "corpus")), tmp_path / "corpus"
    _fill(folder, ("argued", OWNED, True))
    assert [hit.passage.source for hit in search(settings, "baking").hits] == ["argued.txt"]
    _fill(folder, ("baked", CAKE, False))
    assert [hit.passage.source for hit in search(settings, "baking").hits] == ["baked.txt", "argued.txt"]
    shutil.rmtree(folder)
    with pytest.raises(NoCorpus):
        search(settings, "baking")
    _fill(folder, ("anew", OWNED, True))
    assert [hit.passage.source for hit in search(settings, "baking").hits] == ["anew.txt"]


def test_a_search_leaves_no_state_of_the_database_to_be_kept_for_it(corpus: Settings) -> None:
    search(corpus, "cake")
    with sqlite3.connect(corpus.folder / FILE) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
