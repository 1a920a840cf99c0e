"""From sources to the database: what is new, read it, write it down, bring the indexes up to date.

Reading is somebody else's: a `Reader` gets jobs and yields their outcomes in the order of the jobs, in this process
(`read_here`) or on a pool of processes under Prefect (`argmine.flows.ingest`). Writing is done here, by one writer, in
the order of the jobs: so an ingest that was killed and run again ends in the same database as one that was not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from argmine.encoder import load_encoder
from argmine.errors import ArgmineError, NoCorpus, SourceError, StoreError
from argmine.extract import Limits, find_sources, read
from argmine.pipeline import analyse, compare, recipe
from argmine.resolve.identities import author_of
from argmine.resolve.works import join_works
from argmine.settings import Settings
from argmine.store import Database, Failure, KnownSource, reindex
from argmine.types import Analysis, Document


@dataclass(frozen=True, slots=True)
class Job:
    """One source to read: its path, as named by the user, the hash of its content, and by which recipe."""

    path: str
    sha256: str
    recipe: str

    def failed(self, stage: str, reason: str, hint: str) -> Failure:
        """This job's failure at a stage: why, and what to do."""
        return Failure(self.path, self.sha256, self.recipe, stage, reason, hint)


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read and analysed; one vector for each claim."""

    document: Document
    analysis: Analysis
    vectors: NDArray[np.float32]


Outcome = Reading | Failure
Reader = Callable[[Sequence[Job], Settings], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an ingest has to do: read `jobs`, note `copies` of what is known, forget what is `gone`."""

    jobs: tuple[Job, ...]
    copies: tuple[tuple[Job, str], ...]
    unchanged: tuple[str, ...]
    failed_before: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the database is already what the sources say."""
        return not (self.jobs or self.copies or self.gone)


class Watch(Protocol):
    """Is told how an ingest goes on."""

    def begin(self, documents: int) -> None:
        """So many documents will be read."""

    def advance(self, pages: int) -> None:
        """One document more is done; it had so many pages (1 where the source has none)."""


@dataclass(slots=True)
class Report:
    """What an ingest did, in numbers, and the failures, old ones that are still there included."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    claims: int = 0
    citations: int = 0
    links: int = 0
    failures: list[Failure] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The numbers by name; `skipped` are those that had not changed."""
        return {
            "read": self.read, "skipped": self.unchanged, "removed": self.removed, "failed": len(self.failures),
            "pages": self.pages, "claims": self.claims, "citations": self.citations, "links": self.links,
        }  # fmt: skip


def effective_recipe(settings: Settings) -> str:
    """Everything that a result depends on besides the source."""
    return f"{recipe(settings.spacy_model or None)} · {settings.encoder}"


def make_plan(sources: Iterable[str], settings: Settings, *, retry: bool = False) -> Plan:
    """Compare the files below `sources` with what the database knows of them.

    Args:
        sources: files and folders.
        retry: read again what failed before.

    Raises:
        SourceError: a source does not exist.
    """
    roots = [Path(source) for source in sources]
    found = {path.as_posix(): path for root in roots for path in find_sources(root)}
    known = _known(settings)
    plan = _Sorting(known, effective_recipe(settings), retry)
    for name, path in found.items():
        plan.add(name, _sha256(path))
    gone = tuple(name for name in known if name not in found and _is_below(name, roots))
    return plan.result(gone)


def run(plan: Plan, settings: Settings, reader: Reader, watch: Watch) -> Report:
    """Do what the plan says; sources that fail are recorded and never stop the rest.

    Raises:
        ModelError: the encoder cannot be loaded.
        Locked: another process is writing.
    """
    if plan.jobs:
        load_encoder(settings.encoder)  # a model that is missing stops the ingest, not each document
    settings.folder.mkdir(parents=True, exist_ok=True)
    watch.begin(len(plan.jobs))
    report = Report(unchanged=len(plan.unchanged), removed=len(plan.gone))
    with Database.open(settings.folder, write=True) as database:
        database.forget(plan.gone)
        for job, outcome in zip(plan.jobs, reader(plan.jobs, settings), strict=True):
            _count(report, _write(database, job, outcome, settings))
            watch.advance(_pages(outcome))
        report.unchanged += _write_copies(database, plan, settings)
        report.failures = list(database.failures())
        if not plan.is_empty:
            gather_works(database)
            gather(database)
    reindex(settings.folder, settings.encoder)
    return report


def gather_works(database: Database) -> None:
    """Join the citations of all documents into works, a user's corrections included."""
    same = [(each.target, each.value) for each in database.corrections() if each.kind == "work"]
    database.rewrite_works(join_works(database.cited(), database.kept_apart(), database.documents(), same))


def gather(database: Database) -> None:
    """Gather the claims of all documents into interpretations and positions, a user's corrections included."""
    stands = [
        (
            replace(stand, holder=author_of(authors, stand.document_id, title))
            if stand.holder.type == "author"
            else stand,
            v,
        )
        for stand, authors, title, v in database.stands()
    ]
    database.rewrite_comparison(compare(stands, database.belonging(), database.corrections()))


def read_here(jobs: Sequence[Job], settings: Settings) -> Iterator[Outcome]:
    """Read in this process, one after the other."""
    for job in jobs:
        yield read_one(job, settings)


def read_one(job: Job, settings: Settings) -> Outcome:
    """Read, analyse and embed one source; whatever goes wrong becomes a `Failure` with its stage."""
    stage = "read"
    try:
        document = read(
            Path(job.path), name=job.path, limits=Limits(settings.max_megabytes * 1_000_000, settings.max_pages)
        )
        stage = "analyse"
        analysis = replace(analyse(document, settings.spacy_model or None), recipe=job.recipe)
        stage = "embed"
        vectors = load_encoder(settings.encoder).encode([claim.span.of(document.text) for claim in analysis.claims])
    except ArgmineError as error:
        return job.failed(stage, error.reason, error.hint)
    except Exception as error:  # a bug of ours or of a library must not lose the other documents
        return unexpected(job, stage, error)
    return Reading(document, analysis, vectors)


def unexpected(job: Job, stage: str, error: BaseException) -> Failure:
    """A failure that nobody foresaw; the type of the error goes into the reason."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return job.failed(stage, words, "Please report it with the file, if you may share it.")


class _Sorting:
    """Sorts jobs by what the database knows of them."""

    def __init__(self, known: dict[str, KnownSource], recipe: str, retry: bool) -> None:
        self._known = known
        self._recipe = recipe
        self._retry = retry
        self._documents = {
            source.sha256: source.document_id
            for source in known.values()
            if source.document_id is not None and source.recipe == recipe
        }
        self._jobs: dict[str, Job] = {}
        self._copies: list[tuple[Job, str]] = []
        self._unchanged: list[str] = []
        self._failed: list[str] = []

    def add(self, path: str, sha256: str) -> None:
        job = Job(path, sha256, self._recipe)
        known = self._known.get(job.path)
        document_id = self._documents.get(job.sha256)
        if (
            known is not None
            and (known.sha256, known.recipe) == (job.sha256, self._recipe)
            and not (known.failed and self._retry)
        ):
            (self._failed if known.failed else self._unchanged).append(job.path)
        elif document_id is not None:
            self._copies.append((job, document_id))
        elif job.sha256 in self._jobs:
            self._copies.append((job, job.sha256[:12]))
        else:
            self._jobs[job.sha256] = job

    def result(self, gone: tuple[str, ...]) -> Plan:
        return Plan(tuple(self._jobs.values()), tuple(self._copies), tuple(self._unchanged), tuple(self._failed), gone)


def _known(settings: Settings) -> dict[str, KnownSource]:
    try:
        with Database.open(settings.folder) as database:
            return dict(database.known())
    except NoCorpus:
        return {}


def _sha256(path: Path) -> str:
    """The hash of the content; of a file that cannot be opened, of nothing: reading it will say why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256().hexdigest()


def _is_below(name: str, roots: Sequence[Path]) -> bool:
    return any(Path(name).is_relative_to(root) for root in roots)


def _write(database: Database, job: Job, outcome: Outcome, settings: Settings) -> Outcome:
    """Write one outcome; a result that the database refuses becomes a failure too."""
    if isinstance(outcome, Reading):
        try:
            database.write(outcome.document, outcome.analysis, outcome.vectors, settings.encoder)
        except (SourceError, StoreError) as error:
            outcome = job.failed("store", error.reason, error.hint)
    if isinstance(outcome, Failure):
        database.fail(job.path, job.sha256, outcome.stage, outcome.reason, outcome.hint, job.recipe)
    return outcome


def _write_copies(database: Database, plan: Plan, settings: Settings) -> int:
    """Copies share the document of their original, or its failure; the number of those that share a document."""
    failed = {failure.sha256: failure for failure in database.failures()}
    linked = 0
    for job, document_id in plan.copies:
        if failure := failed.get(job.sha256):
            _write(database, job, failure, settings)
        else:
            database.link_source(job.path, job.sha256, document_id)
            linked += 1
    return linked


def _count(report: Report, outcome: Outcome) -> None:
    if isinstance(outcome, Failure):
        return
    report.read += 1
    report.pages += len(outcome.document.pages)
    report.claims += len(outcome.analysis.claims)
    report.citations += len(outcome.analysis.citations)
    report.links += len(outcome.analysis.links)


def _pages(outcome: Outcome) -> int:
    return max(len(outcome.document.pages), 1) if isinstance(outcome, Reading) else 1
