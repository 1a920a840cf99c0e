"""Typeset the samples: sources/ → raw/, the same bytes each run.

python corpus/typeset.py [FOLDER]      FOLDER: where the files go; corpus/raw if not given
"""

from __future__ import annotations

import sys
from pathlib import Path

from composition import read
from conversion import as_markdown, as_plain_text, as_web_page
from layouts import BRIEF, JOURNAL, PROCEEDINGS, RECORD, WORKING_PAPER
from printing import typeset

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
LAYOUTS = {
    "halvorsen-2019": JOURNAL,
    "quintanar-1999": PROCEEDINGS,
    "oduya-lind-2023": BRIEF,
    "sylvania-2031": WORKING_PAPER,
    "verbatim-2031": RECORD,
}
WEB_PAGES = ("arcadia-v-ruritania-2029", "brackwater-2024")


def main(folder: Path) -> None:
    """Make every sample that has a source."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, layout in LAYOUTS.items():
        typeset(read(SOURCES / f"{name}.txt"), layout, folder / f"{name}.pdf")
    for name in WEB_PAGES:
        page = as_web_page(read(SOURCES / f"{name}.txt"), (SOURCES / f"{name}.html").read_text(encoding="utf-8"))
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    (folder / "castellane-1984.md").write_text(as_markdown(read(SOURCES / "castellane-1984.txt")), encoding="utf-8")
    (folder / "thorncastle-2015.txt").write_text(
        as_plain_text(read(SOURCES / "thorncastle-2015.txt")), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "raw")
