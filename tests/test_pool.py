"""Each source is read in a process with limits: what hangs or bursts costs one line, and the others are read."""

from __future__ import annotations

import re
import signal
import zlib
from pathlib import Path
from threading import Thread

import pytest
from pebble import ProcessExpired

from argmine.intake import Job, Outcome, Pool, Reading, make_plan, pool, read_in_processes, run
from argmine.settings import Settings
from argmine.store import Failure
from tests.conftest import Silent
from tests.extract.files.test_limits import FORM, SENTENCE, TEXT, page, stream


def laughs(path: Path) -> Path:
    """A drawing that calls a drawing ten times, and that one another, nine deep."""
    forms = [stream(b"/X Do " * 10, FORM % (number + 7)) for number in range(9)]
    return page(path, stream(b"/X Do"), *forms, stream(TEXT, FORM % 5))


def bomb(path: Path) -> Path:
    """A page whose description unpacks to two gigabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**24) for _ in range(128)) + packer.flush()
    return page(path, stream(packed, b"/Filter/FlateDecode"))


def test_sources_that_hang_or_burst_are_named_and_the_others_are_read(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_MORE_TIME", 1)  # a second try is tested below
    laughs(sources / "laughs.pdf")
    bomb(sources / "bomb.pdf")
    (sources / "empty.pdf").write_bytes(b"")
    settings = Settings(
        corpus=str(tmp_path / "processed"), workers=1, seconds_per_document=5, megabytes_per_process=2_000
    )
    with make_plan([str(sources)], settings) as plan:
        report = run(plan, settings, read_in_processes, Silent())
    assert report.read == 3
    stopped = (  # whichever limit is met first
        r"ended the process that read it \(exit code -\d+\)\.|took more than 5 s of work to read, alone\."
    )
    reasons = {Path(failure.path).name: failure.reason.partition(".pdf ")[2] for failure in report.failures}
    assert reasons.pop("empty.pdf") == "is empty."
    assert reasons.keys() == {"bomb.pdf", "laughs.pdf"}
    assert all(re.fullmatch(stopped, reason) for reason in reasons.values())


class Promise:
    """What a process will have made of a source: an outcome, or how the process ended."""

    def __init__(self, end: Failure | Exception) -> None:
        self._end = end

    def result(self) -> Failure:
        if isinstance(self._end, Exception):
            raise self._end
        return self._end


def test_what_took_too_long_is_read_again_at_the_end_with_twice_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    slow, killed, quick, _ = jobs = [Job(f"{name}.pdf", name, "") for name in ("slow", "killed", "quick", "bad")]
    work, memory = -signal.SIGXCPU, -signal.SIGKILL
    ends = {
        "slow.pdf": [ProcessExpired("", code=work), slow.failed("read", "read", "")],
        "killed.pdf": [ProcessExpired("", code=memory), killed.failed("read", "read", "")],
        "quick.pdf": [quick.failed("read", "read", "")],
        "bad.pdf": [TimeoutError(), ProcessExpired("", code=work)],
    }
    tries = []

    def schedule(_pool: Pool, job: Job, times: int = 1) -> Promise:
        tries.append((job.path, times))
        return Promise(ends[job.path].pop(0))

    monkeypatch.setattr(Pool, "schedule", schedule)
    outcomes = [(job.path, outcome.reason) for job, outcome in read_in_processes(jobs, Settings())]  # type: ignore[union-attr]
    assert outcomes == [
        ("quick.pdf", "read"),
        ("slow.pdf", "read"),
        ("killed.pdf", "read"),
        ("bad.pdf", "bad.pdf took more than 600 s of work to read, alone."),
    ]
    assert tries[4:] == [("slow.pdf", 2), ("killed.pdf", 2), ("bad.pdf", 2)]


def test_who_waits_for_a_source_is_told_when_the_ingest_is_stopped(sources: Path, tmp_path: Path) -> None:
    job = Job(str(laughs(sources / "laughs.pdf")), "0" * 64, "")
    told: list[Outcome | None] = []
    with pytest.raises(KeyboardInterrupt), Pool(Settings(corpus=str(tmp_path)), [job]) as processes:
        future = processes.schedule(job)
        waiting = Thread(target=lambda: told.append(processes.outcome(job, future)), daemon=True)
        waiting.start()
        raise KeyboardInterrupt
    waiting.join(timeout=60)
    assert [type(outcome) for outcome in told] == [Failure]


def test_processes_give_what_this_process_gives(sources: Path, tmp_path: Path) -> None:
    (sources / "law.pdf").write_bytes(page(tmp_path / "law.pdf", stream(TEXT)).read_bytes())
    settings = Settings(corpus=str(tmp_path / "processed"), workers=2)
    with make_plan([str(sources)], settings) as plan:
        outcomes = [outcome for _, outcome in read_in_processes(plan.jobs, settings)]
    texts = {Path(each.document.source.path).name: each.document.text for each in outcomes if isinstance(each, Reading)}
    assert texts.keys() == {"law.pdf", "one.txt", "three.md", "two.txt"}
    assert texts["law.pdf"] == SENTENCE
