"""Each export is read back by another program, which finds the claims that were exported."""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmine.commands.export import Exported, _records
from argmine.docbin import write_docbin
from argmine.settings import Settings
from argmine.store import ClaimRow, Database
from argmine.types import Provision
from argmine.view.answers.trace import trace
from argmine.view.exports.aif import write_aif
from argmine.view.exports.annotations import write_annotations
from argmine.view.exports.argdown import write_argdown
from argmine.view.exports.graphml import write_graphml
from argmine.view.exports.highlights import write_highlights
from argmine.view.exports.parquet import write_parquet
from argmine.view.exports.records import claim_record, position_record
from argmine.view.shown.report import page


@pytest.fixture
def claims(samples: Settings) -> list[ClaimRow]:
    """All claims of the samples."""
    with Database.open(samples.folder) as database:
        return list(database.iter_claims())


def with_clauses(claims: list[ClaimRow]) -> list[ClaimRow]:
    return [each for claim in claims for each in (claim, *claim.clauses)]


def test_pyarrow_reads_the_records_of_a_parquet_file(claims: list[ClaimRow], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_parquet(map(claim_record, claims), tmp_path / "claims.parquet")
    for row, claim in zip(parquet.read_table(tmp_path / "claims.parquet").to_pylist(), claims, strict=True):
        expected = json.loads(json.dumps(claim_record(claim)))
        assert row == {name: value for name, value in expected.items() if name != "clauses"}


def test_pyarrow_reads_the_positions_with_holders_claims_and_what_opposes_them(
    samples: Settings, tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with Database.open(samples.folder) as database:
        records = [position_record(held) for held in database.positions()]
        readings = {each.id for record in records for each in database.interpretations_at(record["provision"])}
    write_parquet(records, tmp_path / "positions.parquet", "positions")
    read = parquet.read_table(tmp_path / "positions.parquet").to_pylist()
    assert read == records
    assert {record["interpretation"] for record in read} == readings
    assert {other for record in read for other in record["opposed"]} <= readings
    opposed = {(record["interpretation"], other) for record in read for other in record["opposed"]}
    assert opposed
    assert opposed == {(other, one) for one, other in opposed}


@pytest.mark.parametrize("what", ["citations", "works", "documents"])
def test_pyarrow_reads_what_jsonl_holds(samples: Settings, tmp_path: Path, what: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with Database.open(samples.folder) as database:
        records = list(_records(database, Exported(what)))
    write_parquet(records, tmp_path / "table.parquet", what)
    assert parquet.read_table(tmp_path / "table.parquet").to_pylist() == json.loads(json.dumps(records))


def test_networkx_reads_the_graph(claims: list[ClaimRow]) -> None:
    networkx = pytest.importorskip("networkx")
    out = io.StringIO()
    write_graphml(claims, out)
    graph = networkx.parse_graphml(out.getvalue())
    texts = {data["label"] for _, data in graph.nodes(data=True) if data["type"] == "claim"}
    relations = Counter(data["relation"] for *_, data in graph.edges(data=True))
    assert texts == {claim.text for claim in with_clauses(claims)}
    assert relations["holds"] == len(with_clauses(claims))
    assert relations["support"] and relations["concession"]


def test_every_xaif_edge_joins_nodes_as_the_format_allows(claims: list[ClaimRow]) -> None:
    out = io.StringIO()
    write_aif(claims, out)
    graph = json.loads(out.getvalue())["AIF"]
    types = {node["nodeID"]: node["type"] for node in graph["nodes"]}
    joined = Counter((types[edge["fromID"]], types[edge["toID"]]) for edge in graph["edges"])
    assert set(joined) == {("L", "YA"), ("YA", "I"), ("I", "RA"), ("RA", "I"), ("I", "CA"), ("CA", "I")}
    assert joined["L", "YA"] == joined["YA", "I"] == len(with_clauses(claims))
    assert joined["I", "CA"] == joined["CA", "I"]
    people = {person["participantID"] for person in graph["participants"]}
    assert {place["personID"] for place in graph["locutions"]} == people


def test_arguebuf_reads_the_graph_with_its_schemes(claims: list[ClaimRow]) -> None:
    arguebuf = pytest.importorskip("arguebuf")
    out = io.StringIO()
    write_aif(claims, out)
    written = json.loads(out.getvalue())
    types = Counter(node["type"] for node in written["AIF"]["nodes"])
    read = arguebuf.load.xaif(written)
    assert len(read.atom_nodes) == types["I"]
    assert len(read.scheme_nodes) == types["RA"] + types["CA"]
    assert len(read.edges) == 2 * len(read.scheme_nodes)


# What the terms in use stand for in http://www.w3.org/ns/anno.jsonld, which no test may fetch.
TERMS: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/", "id": "@id", "type": "@type", "Text": "http://purl.org/dc/dcmitype/Text",
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
                                       "FragmentSelector", "exact", "prefix", "suffix", "start", "end")},
    "AnnotationPage": "as:OrderedCollectionPage", "items": {"@id": "as:items", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "classifying": "oa:classifying", "tagging": "oa:tagging", "value": "rdf:value", "format": "dc:format",
    "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
}  # fmt: skip


def test_a_json_ld_processor_expands_the_annotations_without_losing_a_term(
    samples: Settings, claims: list[ClaimRow]
) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    out = io.StringIO()
    with Database.open(samples.folder) as database:
        write_annotations(database, claims, out)
    written = json.loads(out.getvalue())
    loader = lambda url, _: {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}  # noqa: E731
    (expanded,) = jsonld.expand(written, {"documentLoader": loader})
    items = expanded["https://www.w3.org/ns/activitystreams#items".replace("https", "http")][0]["@list"]
    assert len(items) == len(claims)
    quotes = "http://www.w3.org/ns/oa#exact"
    for item, claim in zip(items, claims, strict=True):
        (target,) = item["http://www.w3.org/ns/oa#hasTarget"]
        selectors = target["http://www.w3.org/ns/oa#hasSelector"]
        assert [each[quotes][0]["@value"] for each in selectors if quotes in each] == [claim.text]


def test_argdown_has_a_statement_for_each_claim_and_nothing_that_reads_as_markup(claims: list[ClaimRow]) -> None:
    out = io.StringIO()
    write_argdown(claims, out)
    lines = out.getvalue().splitlines()
    assert sum(line.startswith("[") for line in lines) == len(with_clauses(claims))
    assert {line[0] for line in lines if line} <= set("#[ ")


def test_argdown_takes_no_dots_between_letters_for_a_logical_sign(claims: list[ClaimRow]) -> None:
    """`.E.` stands for the sign ∃ there, and a slash within such dots would keep its backslash."""
    out = io.StringIO()
    write_argdown([replace(claims[0], text="H.E. Ms. Novak (A/AC.105/C.2/L.339) agrees.", clauses=())], out)
    assert "H\\.E. Ms. Novak (A\\/AC\\.105\\/C\\.2\\/L\\.339) agrees." in out.getvalue()


def test_spacy_reads_the_spans_of_a_docbin(samples: Settings, claims: list[ClaimRow], tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    documents = sorted({claim.document_id for claim in claims})
    with Database.open(samples.folder) as database:
        write_docbin(database, documents, tmp_path / "claims.spacy")
    packed = spacy.tokens.DocBin().from_disk(tmp_path / "claims.spacy")
    found = {
        span.id_: (span.label_, span.text)
        for doc in packed.get_docs(spacy.blank("en").vocab)
        for span in doc.spans["claims"]
    }
    assert set(found) == {claim.id for claim in with_clauses(claims)}
    for claim in with_clauses(claims):
        assert found[claim.id][0] == claim.kind
        assert claim.text in found[claim.id][1]


def test_a_docbin_gives_back_the_relations_between_the_claims_of_its_spans(samples: Settings, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    with Database.open(samples.folder) as database:
        documents = sorted({source.document_id for source in database.known().values() if source.document_id})
        expected = [
            (each.kind, f"{each.source_claim or ''}>{each.target_claim}")
            for document in documents
            for each in database.analysis(document).relations
        ]
        write_docbin(database, documents, tmp_path / "claims.spacy")
    packed = spacy.tokens.DocBin().from_disk(tmp_path / "claims.spacy")
    docs = list(packed.get_docs(spacy.blank("en").vocab))
    assert [(span.label_, span.id_) for doc in docs for span in doc.spans["relations"]] == expected
    ids = {span.id_ for doc in docs for span in doc.spans["claims"]}
    assert {end for _, ends in expected for end in ends.split(">") if end} <= ids


def test_pypdf_finds_each_claim_of_a_pdf_highlighted_on_its_page(
    samples: Settings, claims: list[ClaimRow], tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    with Database.open(samples.folder) as database:
        copies = write_highlights(database, claims, tmp_path)
    for copy in copies:
        own = {claim.id: claim.page for claim in claims if copy.stem.endswith(claim.document_id)}
        marked: dict[str, int] = {}
        for number, sheet in enumerate(pypdf.PdfReader(copy).pages, start=1):
            for each in (note.get_object() for note in sheet.get("/Annots", ())):
                if each["/Subtype"] == "/Highlight":
                    marked.setdefault(each["/NM"], number)
                    assert all(0 <= value <= max(sheet.mediabox[2:]) for value in each["/QuadPoints"])
        assert marked == own


def test_a_report_holds_every_quotation_with_its_link_and_runs_no_script(samples: Settings, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    traced = trace(samples, Provision("OST", ("II",)))
    html = page(traced, tmp_path)
    assert html.count("<article") == len(traced.claims)
    assert html.count("<a href=") >= len(traced.claims)
    assert html.count("<svg") >= 2
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org/", "")
