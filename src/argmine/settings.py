"""Settings: what the user may choose, from `argmine.toml`, the environment and the command line, the later winning.

[argmine]
corpus = "corpus/processed"     # or ARGMINE_CORPUS, or --corpus
encoder = "static"              # "static", "minilm", or the path of a sentence-transformers model
spacy_model = ""                # a spaCy pipeline of your own; blank English when empty
workers = 2                     # processes that read documents
batch = 8                       # documents per task of the flow
max_megabytes = 200             # larger files are refused
max_pages = 2000                # longer ones too
seconds_per_document = 300      # of the processor; what takes longer is tried once more at the end, with twice that
megabytes_per_process = 4096    # memory that a process that reads may address
ocr = false                     # whether pages that are pictures go through text recognition
knowledge = ""                  # a folder of your own: instruments/*.toml, citations.toml; or ARGMINE_KNOWLEDGE
pdf_engine = "pdfium"           # or "pdfplumber": slower, the same document
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal, get_args

from argmine.errors import KnowledgeError

FILE = "argmine.toml"
PdfEngine = Literal["pdfium", "pdfplumber"]
VARIABLE = "ARGMINE_CORPUS"


@dataclass(frozen=True, slots=True)
class Settings:
    """The effective settings; `corpus` is the folder of the database, sizes are as their names say."""

    corpus: str = "corpus/processed"
    encoder: str = "static"
    spacy_model: str = ""
    workers: int = max(os.cpu_count() or 1, 1)
    batch: int = 8
    max_megabytes: int = 200
    max_pages: int = 2000
    seconds_per_document: int = 300
    megabytes_per_process: int = 4096
    ocr: bool = False
    knowledge: str = ""
    pdf_engine: PdfEngine = "pdfium"

    @property
    def folder(self) -> Path:
        """Where the database and its indexes lie."""
        return Path(self.corpus)


def load_settings(file: Path = Path(FILE), corpus: str | None = None, encoder: str | None = None) -> Settings:
    """The settings of `file` when it exists, the environment and the given options, each winning over the one before.

    Raises:
        KnowledgeError: the file is not TOML, or a key or a value in it is wrong.
    """
    settings = _checked(file, _table(file)) if file.is_file() else Settings()
    chosen = corpus or os.environ.get(VARIABLE) or settings.corpus
    return replace(settings, corpus=chosen, encoder=encoder or settings.encoder)


def _table(file: Path) -> dict[str, object]:
    try:
        written = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{file}: {error}.", "Mend the file or move it away.") from error
    table = written.pop("argmine", {})
    for key in written:
        raise KnowledgeError(f"{file}: {key} stands outside of [argmine].", "Put it below a line [argmine].")
    if not isinstance(table, dict):
        raise KnowledgeError(f"{file}: argmine: is not a table.", "Write [argmine] on a line of its own.")
    return table


def _checked(file: Path, table: dict[str, object]) -> Settings:
    defaults = Settings()
    known = {field.name: type(getattr(defaults, field.name)) for field in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise KnowledgeError(f"{file}: [argmine] {key}: unknown key.", f"Write one of: {', '.join(known)}.")
        if wanted := _wanted(key, value, known[key]):
            raise KnowledgeError(f"{file}: [argmine] {key}: {value!r} is wrong.", f"Write {wanted}.")
    return replace(defaults, **table)  # type: ignore[arg-type]


def _wanted(key: str, value: object, kind: type) -> str:
    """What should stand there instead of a value; nothing where it is right."""
    if key == "pdf_engine":
        return "" if value in get_args(PdfEngine) else f"one of: {', '.join(get_args(PdfEngine))}"
    if kind is bool:
        return "" if isinstance(value, bool) else "true or false"
    if kind is int:
        return "" if type(value) is int and value >= 1 else "a number above 0"
    return "" if isinstance(value, str) else "a text in quotation marks"
