"""Who argues in judgments of the European Court of Human Rights: `python benchmarks/echr.py FOLDER`.

Habernal et al. (2022, doi:10.48550/arXiv.2208.06178, Apache-2.0) mark in 373 judgments which spans argue, and whose
arguments they are: the Court's, the applicant's, the State's, a third party's, of the Commission or the Chamber.
FOLDER holds one file for each judgment, as `data/test/agent` does. A paragraph most of which is marked counts with
each claim that argmine finds in it: is its holder the one who argues? Nothing is learnt from these judgments. The files
begin with the law; the head of a judgment, which names the court, is put before them.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from argmine.extract import read
from argmine.pipeline import analyse
from argmine.types import Claim, Holder

HEAD = "EUROPEAN COURT OF HUMAN RIGHTS\n\nCASE OF HALVORSEN v. CROATIA\n\nJUDGMENT\n\nSTRASBOURG\n\n5 May 2009"
WHO = {
    "EGMR": "Court",
    "Beschwerdeführer": "applicant",
    "Staat": "State",
    "Dritte": "third party",
    "Kommission/Kammer": "Commission, Chamber",
}


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    files = sorted(arguments.parse_args().folder.glob("*.csv"))
    pairs = Counter(pair for file in files for pair in judged(file))
    for who in WHO.values():
        marked = sum(count for (truth, _), count in pairs.items() if truth == who)
        held = sum(count for (_, found), count in pairs.items() if found == who)
        print(f"{who:20} claims {marked:5}  F1 {2 * pairs[who, who] / max(marked + held, 1):.3f}")
    right, total = sum(count for (truth, found), count in pairs.items() if truth == found), pairs.total()
    most = max(Counter({who: sum(c for (t, _), c in pairs.items() if t == who) for who in WHO.values()}).values())
    print(f"right {right / total:.3f} of {total}; the Court for all {most / total:.3f}")


def judged(file: Path) -> Iterator[tuple[str, str]]:
    """(who argues, whom argmine names) for each claim in a marked paragraph."""
    marked = list(paragraphs(file))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "judgment.txt"
        path.write_text("\n\n".join([HEAD, *(text for text, _ in marked)]), "utf-8")
        document = read(path)
    places = []
    for text, who in marked:
        start = document.text.find(text[:40], places[-1][0] if places else len(HEAD) // 2)
        if start >= 0:
            places.append((start, start + len(text), who))
    for claim in analyse(document).claims:
        who = next((who for start, end, who in places if start <= claim.span.start < end), None)
        if who and not claim.part_of:
            yield who, named(claim)


def paragraphs(file: Path) -> Iterator[tuple[str, str | None]]:
    """The text of each paragraph, and who argues in most of it."""
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            labels = [label[2:] for label in ast.literal_eval(row["labels"]) if label != "O"]
            tokens = ast.literal_eval(row["tokens"])
            who = Counter(labels).most_common(1)[0][0] if 2 * len(labels) > len(tokens) else None
            yield joined(tokens), WHO.get(who or "")


def joined(tokens: list[str]) -> str:
    """Tokens as they are printed."""
    text = re.sub(r" ([.,;:!?)\]”’%])", r"\1", " ".join(tokens))
    return re.sub(r"(['’]) ?s\b", r"\1s", re.sub(r"([(\[“‘]) ", r"\1", text)).replace(" 's", "'s")


def named(claim: Claim) -> str:
    """Which of them the holder is."""
    holder: Holder = claim.holder
    name = holder.name.casefold()
    if "applicant" in name:
        return "applicant"
    if name in ("european court of human rights", "court", "author"):
        return "Court"
    if name == "croatia" or "government" in name:
        return "State"
    return "Commission, Chamber" if "commission" in name or "chamber" in name else "third party"


if __name__ == "__main__":
    main()
