"""What several tests share: a folder of small sources, and a corpus made of the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmine.intake import make_plan, read_here, run
from argmine.settings import Settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
"""Documents of others, which do not ship: what needs them is skipped where they are not."""


class Silent:
    """A watch that looks away."""

    def begin(self, documents: int) -> None: ...

    def advance(self, pages: int) -> None: ...


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples that ship, ingested once."""
    settings = Settings(corpus=str(tmp_path_factory.mktemp("samples")))
    with make_plan([str(ROOT / "corpus" / "raw")], settings) as plan:
        run(plan, settings, read_here, Silent())
    return settings


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Three small texts that disagree."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for name, text in {
        "one.txt": "Article II of the Outer Space Treaty prohibits private ownership of ice. It was signed in 1967.",
        "two.txt": "Article II of the Outer Space Treaty does not prohibit the extraction of ice by companies.",
        "three.md": "# A note\n\nHalvorsen argues that Article VI of the OST requires States to authorise mining.",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
