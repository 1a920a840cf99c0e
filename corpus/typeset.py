"""Typeset the samples: sources/*.txt → raw/*.pdf and raw/*.md, the same bytes each run.

python corpus/typeset.py [FOLDER]      FOLDER: where the files go; corpus/raw if not given
"""

from __future__ import annotations

import sys
from pathlib import Path

from composition import read
from layouts import BRIEF, JOURNAL, PROCEEDINGS, RECORD, WORKING_PAPER
from printing import typeset

HERE = Path(__file__).parent
LAYOUTS = {
    "halvorsen-2019": JOURNAL,
    "quintanar-1999": PROCEEDINGS,
    "oduya-lind-2023": BRIEF,
    "sylvania-2031": WORKING_PAPER,
    "verbatim-2031": RECORD,
}


def main(folder: Path) -> None:
    """Make every sample that has a source."""
    for name, layout in LAYOUTS.items():
        typeset(read(HERE / "sources" / f"{name}.txt"), layout, folder / f"{name}.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "raw")
