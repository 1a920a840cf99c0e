"""The flow reads by tasks and processes, and ends in the same database as reading in this process."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from argmine.intake import make_plan, read_here, run
from argmine.settings import Settings
from tests.conftest import ROOT, Silent


def dump(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "argmine.db") as database:
        return list(database.iterdump())


def start(raw: Path, corpus: Path, home: Path) -> subprocess.Popen[bytes]:
    program = "from argmine.cli import main; main()"
    environment = {**os.environ, "PREFECT_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-c", program, "ingest", str(raw), "--corpus", str(corpus)],
        env=environment,
        start_new_session=True,
    )


def test_the_flow_killed_and_run_again_gives_what_one_process_gives(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("castellane-1984.md", "oduya-lind-2023.pdf", "thorncastle-2015.txt"):
        shutil.copy(ROOT / "corpus" / "raw" / name, raw)
    killed = start(raw, tmp_path / "flow", tmp_path / "prefect")
    database = tmp_path / "flow" / "argmine.db"
    while not database.exists() and killed.poll() is None:
        time.sleep(0.05)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    with suppress(ProcessLookupError):
        os.killpg(killed.pid, signal.SIGKILL)  # the server that it had started
    assert start(raw, tmp_path / "flow", tmp_path / "prefect").wait() == 0
    settings = Settings(corpus=str(tmp_path / "direct"))
    with make_plan([str(raw)], settings) as plan:
        run(plan, settings, read_here, Silent())
    assert dump(tmp_path / "flow") == dump(tmp_path / "direct")


def test_the_flow_can_be_deployed_from_its_file() -> None:
    program = "from prefect.flows import load_flow_from_entrypoint as load; print(load('flows/ingest.py:ingest').name)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ingest"
