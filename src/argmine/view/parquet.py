"""Claims as Parquet, for pandas, Polars, DuckDB and the like. Needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmine.errors import QueryError
from argmine.view.export import Record

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 5000


def write_parquet(records: Iterable[Record], path: Path, what: str = "claims") -> None:
    """Write "claims" as `claim_record` gives them, or "positions" as `position_record` does.

    Lists and records are nested columns; a batch is in memory at a time.

    Raises:
        QueryError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise QueryError("Parquet needs pyarrow.", "Install it with `pip install 'argmine[parquet]'`.") from error
    schema = _SCHEMAS[what](pa)
    with pq.ParquetWriter(path, schema) as writer:
        for batch in _batches(records):
            writer.write_table(pa.Table.from_pylist(batch, schema))


def _schema(pa: Any) -> pa.Schema:
    """The columns of `claim_record` that are ever filled, with their types."""
    text, number = pa.string(), pa.int64()
    texts = pa.list_(text)
    citation = pa.struct([(name, text) for name in ("text", "kind", "identifier", "note")])
    provision = pa.struct(
        [
            ("provision", text),
            ("method", text),
            ("score", pa.float64()),
            ("relation", text),
            ("evidence", pa.list_(number)),
        ]
    )
    return pa.schema([
        ("id", text), ("document_id", text), ("source", text), ("title", text), ("authors", texts), ("date", text),
        ("genre", text), ("region", text), ("section", texts), ("page", number), ("page_label", text), ("text", text),
        ("start", number), ("end", number), ("kind", text), ("stance", text),
        ("holder", pa.struct([("name", text), ("type", text), ("id", text)])), ("attribution", text),
        ("modality", text), ("strength", text), ("polarity", text), ("confidence", pa.float64()),
        ("decided_by", text), ("rules", texts), ("provisions", pa.list_(provision)),
        ("citations", pa.list_(citation)), ("interpretation", text),
    ])  # fmt: skip


def _positions(pa: Any) -> pa.Schema:
    """The columns of `position_record` with their types."""
    text, holder = pa.string(), pa.struct([(name, pa.string()) for name in ("name", "type", "id")])
    types = {"holder": holder, "centrality": pa.float64(), "page": pa.int64(), "opposed": pa.list_(text)}
    names = ("interpretation", "provision", "label", "stance", "holder", "claim", "text", "centrality", "document_id",
             "source", "title", "date", "page", "page_label", "opposed")  # fmt: skip
    return pa.schema([(name, types.get(name, text)) for name in names])


_SCHEMAS = {"claims": _schema, "positions": _positions}


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
