"""An ingest that is killed at any moment and run again ends with the same store as one that was not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from argmine.store import Database, open_indexes
from argmine.store.connection import FILE

from .ingest_and_die import ingest, prepare
from .material import ENCODER

DEATHS = 12
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")


def run(folder: Path, last: int, *size: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", f"{__package__}.ingest_and_die", str(folder), str(last), *size]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def state(folder: Path) -> dict[str, object]:
    """Every table, what both indexes find, and every file: all that a user could tell apart."""
    connection = sqlite3.connect(folder / FILE)
    tables = list(connection.iterdump())
    connection.close()
    with Database.open(folder) as database:
        indexes = open_indexes(database, ENCODER)
        ids, scores = indexes.vectors.search(np.array([0.2, 0.5, 0.1], np.float32), 20)
        words, ranks = indexes.fulltext.search("extraction", 20)
    found = (ids.tolist(), scores.tolist(), words.tolist(), ranks.tolist())
    return {"tables": tables, "found": found, "files": sorted(path.name for path in folder.iterdir())}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store before the ingest."""
    folder = tmp_path_factory.mktemp("before")
    prepare(folder)
    return folder


@pytest.fixture(scope="module")
def uninterrupted(before: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], int]:
    """The store after an ingest that lived, and how many calls that took."""
    folder = tmp_path_factory.mktemp("uninterrupted") / "corpus"
    shutil.copytree(before, folder)
    calls = int(run(folder, 0).stdout)
    return state(folder), calls


@pytest.mark.parametrize("death", range(DEATHS))
def test_killed_and_run_again_is_the_same_as_not_killed(
    before: Path, uninterrupted: tuple[dict[str, object], int], tmp_path: Path, death: int
) -> None:
    expected, calls = uninterrupted
    last = random.Random(death).randint(calls * death // DEATHS + 1, calls * (death + 1) // DEATHS)  # noqa: S311 (no secret)
    folder = tmp_path / "corpus"
    shutil.copytree(before, folder)
    assert run(folder, last).returncode == -signal.SIGKILL
    ingest(folder)
    assert state(folder) == expected


@pytest.mark.parametrize("share", (0.5, 0.9, 0.95, 0.98))
def test_a_large_index_that_was_being_changed_is_still_the_old_one(before: Path, tmp_path: Path, share: float) -> None:
    """Killed at a share of the way, a search finds all that it found, or all that is new; then it is changed again."""
    folder, whole = tmp_path / "corpus", tmp_path / "whole"
    for each in (folder, whole):
        shutil.copytree(before, each)
    calls = int(run(whole, 0, "large").stdout)
    assert run(folder, int(calls * share), "large").returncode == -signal.SIGKILL
    assert answers(folder) in (answers(before), answers(whole))
    assert run(folder, 0, "large").returncode == 0
    assert answers(folder) == answers(whole)


def answers(folder: Path) -> tuple[list[int], list[int]]:
    """What both indexes find."""
    with Database.open(folder) as database:
        indexes = open_indexes(database, ENCODER)
        query, live = np.array([0.2, 0.5, 0.1], np.float32), indexes.facets.live
        near = indexes.vectors.search(query, 20, live)[0].tolist()
        return sorted(near), sorted(indexes.fulltext.search("extraction", 20)[0].tolist())


def test_what_was_committed_before_the_kill_is_there(
    before: Path, uninterrupted: tuple[dict[str, object], int], tmp_path: Path
) -> None:
    """A death later in the ingest never leaves less than one that came earlier."""
    _, calls = uninterrupted
    done = []
    for share in (0.1, 0.3, 0.5, 0.7):
        folder = tmp_path / str(share)
        shutil.copytree(before, folder)
        run(folder, int(calls * share))
        with Database.open(folder) as database:
            done.append(set(database.known()) - {"gone.txt"})
    assert done == sorted(done, key=len)
    assert len(done[0]) < len(done[-1])
