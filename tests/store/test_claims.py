"""Claims come out whole, in the order asked for, by id, by the beginning of an id, and by provision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings

from argmine.errors import QueryError
from argmine.store import Authority, ClaimRow, Database, PassageRow, ProvisionText
from argmine.types import Page, Provision

from .material import BODY, ENCODER, Result, paper, treaty, write
from .strategies import provisions, results


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two papers and two treaties."""
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, paper(1), paper(2), treaty("treaties/z.md"), treaty("treaties/ost.md"))
    return folder


def test_a_claim_row_has_all_that_is_printed_of_it(folder: Path) -> None:
    document, analysis, _ = paper(1)
    claim = analysis.claims[0]
    with Database.open(folder) as database:
        assert database.claim(claim.id) == ClaimRow(
            row=1,
            id=claim.id,
            document_id=document.id,
            source="papers/001.txt",
            title="Paper 1",
            authors=("A. Author", "B. Šmíd"),
            date="2025-10",
            genre="paper",
            region="body",
            section=("On the use of the Moon",),
            page=1,
            page_label="vii",
            paragraph=None,
            text="Article II OST forbids appropriation by any means.",
            start=claim.span.start,
            end=claim.span.end,
            kind="interpretive",
            stance="prohibits",
            holder=claim.holder,
            attribution="own",
            confidence=0.9,
            rules=("verb:forbids",),
            links=(analysis.links[0],),
            citations=(Authority("A/RES/62/101", analysis.citations[0].span, "bill", "A/RES/62/101", "1"),),
        )


def test_claims_come_in_the_order_asked_for_and_those_that_are_gone_are_left_out(folder: Path) -> None:
    with Database.open(folder) as database:
        assert [claim.row for claim in database.claims([5, 99, 1, 4, 3])] == [5, 1, 3]
        assert database.claims([]) == []


def test_a_claim_is_found_by_the_beginning_of_its_id_if_only_one_begins_so(folder: Path) -> None:
    _, analysis, _ = paper(2)
    claim = analysis.claims[2]
    with Database.open(folder) as database:
        assert database.claim(claim.id[:-1]).id == claim.id
        with pytest.raises(QueryError, match=f"Several claims begin with .*{claim.id}"):
            database.claim(claim.id[:10])


@pytest.mark.parametrize(
    ("provision", "found"),
    [
        (Provision("OST"), [1, 2, 3, 5, 6, 7]),
        (Provision("OST", ("I",)), [3, 7]),
        (Provision("OST", ("I", "2")), [3, 7]),
        (Provision("OST", ("I", "2", "a")), []),
        (Provision("OST", ("II",)), [1, 2, 5, 6]),
        (Provision("OST", ("III",)), []),
        (Provision("O"), []),
    ],
)
def test_a_provision_finds_itself_and_what_is_below_it(folder: Path, provision: Provision, found: list[int]) -> None:
    with Database.open(folder) as database:
        assert database.ids_on(provision) == found
        assert [claim.row for claim in database.claims_on(provision)] == found


@given(results(), provisions)
@settings(deadline=None, max_examples=60)
def test_a_provision_finds_all_linked_below_it_and_a_sentence_gives_way_to_its_clauses(
    result: Result, other: Provision
) -> None:
    links = result[1].links
    asked = {other, *(link.provision for link in links)}
    asked |= {Provision(provision.instrument, provision.path[:-1]) for provision in asked}
    with TemporaryDirectory() as name:
        write(Path(name), result)
        with Database.open(Path(name)) as database:
            for provision in asked:
                linked = {link.claim_id for link in links if _below(link.provision, provision)}
                wholes = {claim.part_of for claim in result[1].claims if claim.id in linked}
                assert {claim.id for claim in database.claims_on(provision)} == linked - wholes


def _below(provision: Provision, above: Provision) -> bool:
    return provision.instrument == above.instrument and provision.path[: len(above.path)] == above.path


def test_the_words_of_a_provision_come_from_the_first_ingested_text_of_its_treaty(folder: Path) -> None:
    with Database.open(folder) as database:
        assert database.provision_text(Provision("OST", ("II", "1"))) == ProvisionText(
            provision=Provision("OST", ("II",)),
            heading="No appropriation",
            text=BODY[1],
            document_id="id of treaties/ost.md",
            title="Paper 900",
            source="treaties/ost.md",
            page=Page(2, None, 595.3, 841.9),
        )
        for absent in (Provision("OST"), Provision("OST", ("I",)), Provision("MOON", ("II",))):
            assert database.provision_text(absent) is None


def test_all_claims_stream_in_the_order_in_which_they_were_written(folder: Path) -> None:
    with Database.open(folder) as database:
        assert list(database.iter_claims()) == database.claims(range(1, 8))


def test_batches_do_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, *(paper(number) for number in range(5)))
    with Database.open(tmp_path) as database:
        whole = list(database.iter_claims()), list(database.searchable()), _vectors(database)
        monkeypatch.setattr("argmine.store.claims.claims._BATCH", 2)
        monkeypatch.setattr("argmine.store.claims.claims._VECTORS", 2)
        assert (list(database.iter_claims()), list(database.searchable()), _vectors(database)) == whole
        assert [row for row, _ in whole[2]] == list(range(1, 21))


def _vectors(database: Database) -> list[tuple[int, list[float]]]:
    batches = database.vectors(ENCODER)
    return [pair for ids, rows in batches for pair in zip(ids.tolist(), rows.tolist(), strict=True)]


def test_full_text_is_given_words_title_holder_and_provisions(folder: Path) -> None:
    with Database.open(folder) as database:
        second = (2, "Ruritania holds that extraction is free.", "Paper 1", "Ruritania", "OST:II")
        assert list(database.searchable())[1] == second


def test_a_passage_has_its_words_and_place_and_nothing_that_only_a_claim_has(folder: Path) -> None:
    document, analysis, _ = paper(1)
    (note,) = analysis.passages
    with Database.open(folder) as database:
        (passage,) = database.found([4])
        assert (passage.text, passage.page, passage.region) == ("A/RES/62/101, p. 3.", 2, "note")
        assert passage == database.passage(f"{document.id}-{note.span.start}-{note.span.end}")
        assert type(passage) is PassageRow
        assert [found.row for found in database.found([4, 99, 5])] == [4, 5]
        with pytest.raises(QueryError, match="There is no claim nowhere-1-2"):
            database.passage("nowhere-1-2")
        assert list(database.searchable())[3] == (4, "A/RES/62/101, p. 3.", "Paper 1", "", "")


def test_sentences_side_by_side_have_row_ids_side_by_side(tmp_path: Path) -> None:
    document, analysis, vectors = paper(1)
    middle = replace(analysis, claims=(analysis.claims[0], analysis.claims[2]), links=(), supports=())
    write(tmp_path, (document, middle, vectors))
    with Database.open(tmp_path) as database:
        assert [each.text[:9] for each in database.found(range(1, 5))] == [
            "Article I", "Ruritania", "The régim", "A/RES/62/",
        ]  # fmt: skip
        assert [claim.row for claim in database.iter_claims()] == [1, 3]
        assert database.analysis(document.id) == middle
        order = [database.vector(row).tolist() for row in range(1, 5)]
        assert order == vectors.astype("<f2").astype(np.float32)[[0, 2, 1, 3]].tolist()


def test_claims_and_passages_without_a_vector_of_an_encoder_are_counted(folder: Path) -> None:
    with Database.open(folder) as database:
        assert database.without_vector(ENCODER) == 0
        assert database.without_vector("another") == 8
        assert database.encoder() == ENCODER
