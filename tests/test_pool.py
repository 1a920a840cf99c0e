"""Each source is read in a process with limits: what hangs or bursts costs one line, and the others are read."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from argmine.intake import Reading, make_plan, read_in_processes, run
from argmine.settings import Settings
from tests.conftest import Silent
from tests.extract.test_limits import FORM, SENTENCE, TEXT, page, stream


def laughs(path: Path) -> Path:
    """A drawing that calls a drawing ten times, and that one another, nine deep."""
    forms = [stream(b"/X Do " * 10, FORM % (number + 7)) for number in range(9)]
    return page(path, stream(b"/X Do"), *forms, stream(TEXT, FORM % 5))


def bomb(path: Path) -> Path:
    """A page whose description unpacks to two gigabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**24) for _ in range(128)) + packer.flush()
    return page(path, stream(packed, b"/Filter/FlateDecode"))


def test_sources_that_hang_or_burst_are_named_and_the_others_are_read(sources: Path, tmp_path: Path) -> None:
    laughs(sources / "laughs.pdf")
    bomb(sources / "bomb.pdf")
    (sources / "empty.pdf").write_bytes(b"")
    settings = Settings(
        corpus=str(tmp_path / "processed"), workers=1, seconds_per_document=8, megabytes_per_process=2_000
    )
    with make_plan([str(sources)], settings) as plan:
        report = run(plan, settings, read_in_processes, Silent())
    assert report.read == 3
    stopped = (
        r"ended the process that read it \(exit code -\d+\)\.|took longer than 8 s\."  # whichever limit is met first
    )
    reasons = {Path(failure.path).name: failure.reason.partition(".pdf ")[2] for failure in report.failures}
    assert reasons.pop("empty.pdf") == "is empty."
    assert reasons.keys() == {"bomb.pdf", "laughs.pdf"}
    assert all(re.fullmatch(stopped, reason) for reason in reasons.values())


def test_processes_give_what_this_process_gives(sources: Path, tmp_path: Path) -> None:
    (sources / "law.pdf").write_bytes(page(tmp_path / "law.pdf", stream(TEXT)).read_bytes())
    settings = Settings(corpus=str(tmp_path / "processed"), workers=2)
    with make_plan([str(sources)], settings) as plan:
        outcomes = list(read_in_processes(plan.jobs, settings))
    texts = {Path(each.document.source.path).name: each.document.text for each in outcomes if isinstance(each, Reading)}
    assert texts.keys() == {"law.pdf", "one.txt", "three.md", "two.txt"}
    assert texts["law.pdf"] == SENTENCE
