"""What is exported, as Parquet, for pandas, Polars, DuckDB and the like. Needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from argmine.errors import QueryError
from argmine.extras import install
from argmine.view.exports.records import Record
from argmine.whole import whole

_BATCH = 5000


def write_parquet(records: Iterable[Record], path: Path, what: str = "claims") -> None:
    """Write "claims", "positions", "citations", "works" or "documents" as their records are.

    Lists and records are nested columns; a batch is in memory at a time. Clauses of claims are left out: they hold
    claims again.

    Raises:
        QueryError: pyarrow is not installed.
        Unwritable: the file cannot be written.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise QueryError("Parquet needs pyarrow.", install("parquet")) from error
    schema = pa.schema(list(_type(pa, COLUMNS[what])))
    with whole(path) as unfinished, pq.ParquetWriter(unfinished, schema) as writer:
        for batch in _batches(records):
            writer.write_table(pa.Table.from_pylist(batch, schema))


def _columns(text: str = "", number: str = "", real: str = "", texts: str = "") -> dict[str, Any]:
    """Columns by type, their names between spaces."""
    kinds = (("text", text), ("number", number), ("real", real), (["text"], texts))
    return {name: kind for kind, names in kinds for name in names.split()}


_HOLDER = _columns("name type id")
_PLACE = _columns(
    "id document_id source title date genre region page_label paragraph text", "page start end", "", "authors section"
)
_LINK = _columns("provision method relation", "", "score") | {"evidence": ["number"]}
_RELATION = _columns("claim kind text marker", "start end") | {"evidence": ["number"]}
_DESCRIBED = _columns(
    "title container volume issue edition date publisher place pages", "year", "", "authors editors identifiers"
)
_CITED = _columns("text kind identifier note")
_READ = _columns("provision id", texts="opposed")
COLUMNS: Mapping[str, dict[str, Any]] = {
    "claims": {
        **_PLACE,
        **_columns(
            "kind stance attribution reporter modality strength polarity decided_by interpretation part_of",
            "",
            "confidence",
            "rules",
        ),
        "holder": _HOLDER,
        "provisions": [_LINK],
        "custom": [_LINK],
        "citations": [_CITED],
        "interpretations": [_READ],
        "supports": [_RELATION],
        "attacks": [_RELATION],
        "premises": [_RELATION],
    },
    "positions": {
        **_columns(
            "interpretation provision label stance claim text document_id source title date page_label",
            "page",
            "centrality",
            "opposed",
        ),
        "holder": _HOLDER,
    },
    "citations": {
        **_DESCRIBED,
        **_columns("document_id text kind note signal parenthetical quoted defined", "id start end means"),
        "pinpoints": [_columns("unit value")],
    },
    "works": {**_DESCRIBED, **_columns("id kind document_id", "citations documents", "", "keys")},
    "documents": {
        **_columns(
            "id media_type title date language genre symbol container url volume doi session agenda_item instrument "
            "grade",
            "pages",
            "",
            "sources authors reasons",
        ),
        "doubtful_pages": [_columns("grade", "page", "", "reasons")],
    },
}
"""Column → its type: the name of a plain one, a list of one type, or columns within."""


def _type(pa: Any, form: Any) -> Any:
    if isinstance(form, dict):
        return pa.struct([(name, _type(pa, kind)) for name, kind in form.items()])
    if isinstance(form, list):
        return pa.list_(_type(pa, form[0]))
    return {"text": pa.string(), "number": pa.int64(), "real": pa.float64()}[form]


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
