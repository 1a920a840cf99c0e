"""What there is to do: the sources at the places that a user names, beside what the database knows of them."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from argmine.errors import NoCorpus, OlderSchema, SourceError
from argmine.extract import (
    Capacity,
    Entry,
    Gathered,
    gather,
    is_remote,
    load_manifest,
    manifest_beside,
    tie_manifests,
)
from argmine.extract.files.sources import is_well_named
from argmine.extract.metadata.guessed import merge
from argmine.intake.jobs import Job
from argmine.pipeline import recipe
from argmine.settings import Settings
from argmine.store import Database, Failure, KnownSource
from argmine.types import document_id

_BY_MANIFEST = " · manifest "
_ALL_BYTES = 10  # times the largest file: what one address or archive may hold


@dataclass(frozen=True, slots=True)
class Plan:
    """What an ingest has to do: read `jobs`, note `copies` of what is known, forget what is `gone`.

    A copy comes with the hash of the source whose document it shares. `refused` are sources that could not even be
    fetched or unpacked, those at an address again each time; `loose` are rows of manifests that fit no source.
    """

    jobs: tuple[Job, ...] = ()
    copies: tuple[tuple[Job, str], ...] = ()
    unchanged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    refused: tuple[Failure, ...] = ()
    loose: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the database is already what the sources say."""
        return not (self.jobs or self.copies or self.gone or self.refused)


@contextmanager
def make_plan(
    sources: Iterable[str], settings: Settings, *, retry: bool = False, manifests: Iterable[str] = ()
) -> Iterator[Plan]:
    """Compare the sources with what the database knows of them.

    What was fetched or unpacked lasts as long as the context.

    Args:
        sources: files, folders, zip archives, and URLs of any scheme that fsspec knows.
        retry: read again what failed before.
        manifests: files that tell of the sources, besides those that lie among them.

    Raises:
        SourceError: a path does not exist, or a manifest cannot be read.
    """
    with ExitStack() as stack:
        found = _Found()
        for source in dict.fromkeys(sources):
            found.add(_named(source), settings, stack)
        found.tell(manifests)
        yield found.plan(settings, retry=retry)


def effective_recipe(settings: Settings) -> str:
    """Everything that a result depends on besides the source."""
    return f"{recipe(settings.spacy_model or None)} · {settings.encoder}"


def _named(source: str) -> str:
    """A path as the database holds it; an address as it is."""
    return source if is_remote(source) else Path(source).as_posix()


@dataclass(slots=True)
class _Found:
    """What is at the places that a user names: local files by their names, and what manifests say of them."""

    roots: list[str] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    said: dict[str, Entry] = field(default_factory=dict)
    refused: dict[str, SourceError] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    def add(self, source: str, settings: Settings, stack: ExitStack) -> None:
        most = settings.max_megabytes * 1_000_000
        try:
            gathered = stack.enter_context(gather(source, Capacity(most, _ALL_BYTES * most)))
        except SourceError as error:
            if not is_remote(source):
                raise
            self.refused[source] = error  # one address of many; what is known of it stays
            return
        self.roots.append(source)
        self.refused |= gathered.refused
        self._take(source, gathered)

    def _take(self, source: str, gathered: Gathered) -> None:
        manifests = [load_manifest(folder) for folder in gathered.folders]
        if not manifests and Path(source).is_file():
            manifests = [manifest_beside(Path(source))]
        told: set[str] = set()
        for manifest in manifests:
            told |= manifest.files
            self.loose += manifest.loose
            for name, path in gathered.files.items():
                if entry := manifest.entries.get(path.as_posix()):
                    self._say(name, entry)
        self.files |= {name: path for name, path in gathered.files.items() if path.as_posix() not in told}

    def tell(self, manifests: Iterable[str]) -> None:
        """Add what other manifests say; their word wins."""
        told = tie_manifests([Path(manifest) for manifest in manifests], self.files.values())
        self.loose += told.loose
        for name, path in self.files.items():
            if entry := told.entries.get(path.as_posix()):
                before, self.said[name] = self.said.get(name), entry
                self._say(name, before)

    def _say(self, name: str, entry: Entry | None) -> None:
        """Complete what is said of a source."""
        if (first := self.said.get(name)) and entry:
            entry = Entry(merge(first.metadata, entry.metadata), first.password or entry.password)
        self.said |= {name: entry} if entry else {}

    def plan(self, settings: Settings, *, retry: bool) -> Plan:
        hashes = {name: _sha256(path) for name, path in self.files.items()}
        known, joined = _known(settings)
        gone = self._gone(known)
        there = {source.sha256 for name, source in known.items() if name not in gone} | {*hashes.values()}
        joined = {content: original for content, original in joined.items() if original in there}
        sorting = _Sorting(known, effective_recipe(settings), retry, joined)
        said = self._said_of_content(hashes)
        for name, path in _well_named_first(self.files, hashes):
            file = "" if path.as_posix() == name else path.as_posix()
            sorting.add(Job(name, hashes[name], "", file, said.get(hashes[name], Entry())))
        refused = tuple(
            _refusal(name, error, sorting.recipe)
            for name, error in self.refused.items()
            if retry or is_remote(name) or not _has_failed(known.get(name), sorting.recipe)
        )
        return replace(sorting.plan(), gone=gone, refused=refused, loose=tuple(dict.fromkeys(self.loose)))

    def _said_of_content(self, hashes: Mapping[str, str]) -> dict[str, Entry]:
        """What is said of the copies of a file is said of all."""
        told = _Found()
        for name, entry in self.said.items():
            if name in hashes:
                told._say(hashes[name], entry)
        return told.said

    def _gone(self, known: Mapping[str, KnownSource]) -> tuple[str, ...]:
        here = self.files.keys() | self.refused.keys()
        return tuple(name for name in known if name not in here and self._covers(name))

    def _covers(self, name: str) -> bool:
        """Whether a source that is known lies at one of the places."""
        below = (name == root or name.startswith(f"{root.rstrip('/')}/") for root in self.roots)
        return any(below) or ("." in self.roots and not Path(name).is_absolute() and "://" not in name)


def _well_named_first(files: Mapping[str, Path], hashes: Mapping[str, str]) -> list[tuple[str, Path]]:
    """Of files with the same content that is read which says by its name what it is, so that it is understood."""
    copies = Counter(hashes.values())
    return sorted(files.items(), key=lambda file: copies[hashes[file[0]]] > 1 and not is_well_named(file[1]))


class _Sorting:
    """Sorts jobs by what the database knows of them."""

    def __init__(self, known: Mapping[str, KnownSource], recipe: str, retry: bool, joined: Mapping[str, str]) -> None:
        self.recipe = recipe
        self._known = known
        self._retry = retry
        self._joined = joined
        own = (source for source in known.values() if source.document_id == document_id(source.sha256))
        self._read = {source.sha256: source for source in own}
        self._sharers = Counter(source.document_id for source in known.values())
        self._jobs: dict[str, Job] = {}
        self._copies: list[tuple[Job, str]] = []
        self._unchanged: list[str] = []

    def add(self, job: Job) -> None:
        job = replace(job, recipe=self._recipe(job.said))
        original = self._joined.get(job.sha256, job.sha256)
        known = self._known.get(job.path)
        if known is not None and known.sha256 == job.sha256 and self._is_settled(known, job, original):
            self._unchanged += [] if known.failed else [job.path]
        elif original != job.sha256 or self._is_read(original, job) or original in self._jobs:
            self._copies.append((job, original))
        else:
            self._jobs[job.sha256] = job

    def _recipe(self, said: Entry) -> str:
        """What a manifest says belongs to the recipe, so that another word of it is heeded."""
        if said == Entry():
            return self.recipe
        words = repr((said.metadata, said.password)).encode(errors="surrogatepass")
        return f"{self.recipe}{_BY_MANIFEST}{sha256(words).hexdigest()[:8]}"

    def _is_settled(self, known: KnownSource, job: Job, original: str) -> bool:
        if known.failed:
            return known.recipe == job.recipe and not self._retry
        if original != job.sha256:
            return known.document_id == document_id(original) and known.recipe.startswith(self.recipe)
        shared = self._sharers[known.document_id] > 1 and self._agrees(known, job)
        return known.document_id == document_id(job.sha256) and (known.recipe == job.recipe or shared)

    def _is_read(self, sha256: str, job: Job) -> bool:
        return sha256 in self._read and self._agrees(self._read[sha256], job)

    def _agrees(self, known: KnownSource, job: Job) -> bool:
        """Whether a document is what reading the job would give; where it is told of elsewhere, that stands."""
        told = job.said == Entry() and known.recipe.startswith(f"{self.recipe}{_BY_MANIFEST}")
        return known.recipe == job.recipe or told

    def plan(self) -> Plan:
        return Plan(tuple(self._jobs.values()), tuple(self._copies), tuple(self._unchanged))


def _known(settings: Settings) -> tuple[dict[str, KnownSource], dict[str, str]]:
    """The sources of the database, and the contents that a user has joined to others."""
    try:
        with Database.open(settings.folder) as database:
            return dict(database.known()), dict(database.joined_contents())
    except NoCorpus:
        return {}, {}
    except OlderSchema:
        Database.open(settings.folder, write=True).close()  # whoever writes brings it up
        return _known(settings)


def _sha256(path: Path) -> str:
    """The hash of the content; of what is no file or cannot be opened, of its path: reading it will say why.

    A pipe is not opened: that would wait for somebody to write to it.
    """
    try:
        if path.is_file():
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        pass
    return sha256(os.fsencode(path)).hexdigest()


def _has_failed(known: KnownSource | None, recipe: str) -> bool:
    """Whether it is kept already that a source could not be had."""
    return known is not None and known.failed and known.recipe == recipe


def _refusal(name: str, error: SourceError, recipe: str) -> Failure:
    return Failure(name, sha256(os.fsencode(name)).hexdigest(), recipe, "fetch", error.reason, error.hint)
