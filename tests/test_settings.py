"""argmine.toml: what stands in the wrong place is said, not passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmine.errors import KnowledgeError
from argmine.settings import load_settings


@pytest.mark.parametrize("written", ['knowledge = "mine"\n', "[tool]\nx = 1\n", "[argmine]\nworkers = 1\n[other]\n"])
def test_a_key_outside_of_its_table_is_told(tmp_path: Path, written: str) -> None:
    file = tmp_path / "argmine.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"stands outside of \[argmine\]"):
        load_settings(file)


def test_a_key_below_argmine_is_heeded(tmp_path: Path) -> None:
    file = tmp_path / "argmine.toml"
    file.write_text('[argmine]\nknowledge = "mine"\n', encoding="utf-8")
    assert load_settings(file).knowledge == "mine"
