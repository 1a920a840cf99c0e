"""Writing down what was read: one writer, in the order of the jobs; then the comparison and the indexes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from argmine.encoders import load_encoder
from argmine.errors import SourceError, StoreError
from argmine.intake.jobs import Job, Outcome, Reader, Reading
from argmine.intake.plans import Plan
from argmine.pipeline import compare
from argmine.resolve.holders.identities import author_of
from argmine.resolve.works.joining import join_works
from argmine.settings import Settings
from argmine.store import Database, Failure, ingesting_alone, reindex
from argmine.types import document_id

_PATIENCE = 600.0
"""Seconds for which an ingest, which has read for as long, waits for one who writes."""


class Watch(Protocol):
    """Is told how an ingest goes on."""

    def begin(self, documents: int) -> None:
        """So many documents will be read."""

    def advance(self, pages: int) -> None:
        """One document more is done; it had so many pages (1 where the source has none)."""


@dataclass(slots=True)
class Report:
    """What an ingest did, in numbers; what failed in it, and how many sources had failed before and were not tried
    again; loose rows of manifests."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    claims: int = 0
    citations: int = 0
    links: int = 0
    failed_before: int = 0
    failures: list[Failure] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The numbers by name; `skipped` are those that had not changed."""
        return {
            "read": self.read, "skipped": self.unchanged, "removed": self.removed, "failed": len(self.failures),
            "pages": self.pages, "claims": self.claims, "citations": self.citations, "links": self.links,
        }  # fmt: skip


def run(plan: Plan, settings: Settings, reader: Reader, watch: Watch) -> Report:
    """Do what the plan says; sources that fail are recorded and never stop the rest.

    Raises:
        ModelError: the encoder cannot be loaded.
        Locked: another ingest is at work, or another process writes without end.
    """
    if plan.jobs:
        load_encoder(settings.encoder)  # a model that is missing stops the ingest, not each document
    settings.folder.mkdir(parents=True, exist_ok=True)
    report = Report(unchanged=len(plan.unchanged), removed=len(plan.gone), loose=list(plan.loose))
    with ingesting_alone(settings.folder):
        watch.begin(len(plan.jobs))
        with _writing(settings) as database:
            database.forget(plan.gone)
            for refusal in plan.refused:
                _fail(database, refusal)
        for job, outcome in reader(plan.jobs, settings):
            with _writing(settings) as database:
                _count(report, _write(database, job, outcome, settings))
            watch.advance(_pages(outcome))
        with _writing(settings) as database:
            _finish(database, plan, report)
        reindex(settings.folder, settings.encoder, _PATIENCE)
    return report


def _writing(settings: Settings) -> Database:
    """The database for a moment: while sources are read, others may write."""
    return Database.open(settings.folder, write=True, patience=_PATIENCE)


def _finish(database: Database, plan: Plan, report: Report) -> None:
    """Note the copies, count what failed, and compare what was read."""
    report.unchanged += _write_copies(database, plan)
    read = (*plan.jobs, *(copy for copy, _ in plan.copies))
    tried = {job.path for job in read} | {refusal.path for refusal in plan.refused}
    report.failures = [failure for failure in database.failures() if failure.path in tried]
    report.failed_before = len(database.failures()) - len(report.failures)
    if not plan.is_empty:
        compare_all(database)


def compare_all(database: Database) -> None:
    """Make anew what the documents say together: the works that they cite, interpretations and positions.

    What a user put right of single claims is put right again first.
    """
    database.apply_corrections()
    gather_works(database)
    gather(database)


def gather_works(database: Database) -> None:
    """Join the citations of all documents into works, a user's corrections included."""
    same = [(each.target, each.value) for each in database.corrections() if each.kind == "work"]
    database.rewrite_works(join_works(database.cited(), database.kept_apart(), database.documents(), same))


def gather(database: Database, afresh: str | None = None) -> None:
    """Gather the claims of all documents into interpretations and positions, a user's corrections included.

    Args:
        afresh: a claim, or an interpretation with all its claims, that need not stay where it was.
    """
    stands = [
        (
            replace(stand, holder=author_of(authors, stand.document_id, title))
            if stand.holder.type == "author"
            else stand,
            v,
        )
        for stand, authors, title, v in database.stands()
    ]
    before = {
        (claim, provision): reading
        for (claim, provision), reading in database.belonging().items()
        if afresh not in (claim, reading)
    }
    database.rewrite_comparison(compare(stands, before, database.corrections()))


def _write(database: Database, job: Job, outcome: Outcome, settings: Settings) -> Outcome:
    """Write one outcome; a result that the database refuses becomes a failure too."""
    if isinstance(outcome, Reading):
        try:
            database.write(outcome.document, outcome.analysis, outcome.vectors, settings.encoder, outcome.tokens)
        except (SourceError, StoreError) as error:
            outcome = job.failed("store", error.reason, error.hint)
    if isinstance(outcome, Failure):
        _fail(database, outcome)
    return outcome


def _fail(database: Database, failure: Failure) -> None:
    database.fail(failure.path, failure.sha256, failure.stage, failure.reason, failure.hint, failure.recipe)


def _write_copies(database: Database, plan: Plan) -> int:
    """Copies share the document of their original, or its failure; the number of those that share a document."""
    failed = {failure.sha256: failure for failure in database.failures()}
    linked = 0
    for job, original in plan.copies:
        if failure := failed.get(original):
            reason = failure.reason.replace(failure.path, job.path)
            _fail(database, job.failed(failure.stage, reason, failure.hint))
        else:
            linked += _link(database, job, document_id(original))
    return linked


def _link(database: Database, job: Job, document: str) -> bool:
    """Let a copy share its document, unless somebody has dropped that meanwhile."""
    try:
        database.link_source(job.path, job.sha256, document)
    except StoreError as error:
        _fail(database, job.failed("store", error.reason, "Run the ingest again."))
        return False
    return True


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
