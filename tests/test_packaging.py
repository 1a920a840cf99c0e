"""What a wheel holds: every folder of the tree that has modules or data in it is named in pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.conftest import ROOT

TREE = {"argmine": "src/argmine", "argmine.flows": "flows", "argmine.models": "models"}


def folders(name: str, place: Path) -> set[str]:
    """The packages below a folder, itself included."""
    below = (path.parent.relative_to(place).parts for path in place.rglob("*") if path.is_file())
    return {".".join((name, *parts)) for parts in below if "__pycache__" not in parts}


def test_every_folder_is_a_package_of_the_wheel() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert named["package-dir"] == TREE
    assert set(named["packages"]) == set().union(*(folders(name, ROOT / place) for name, place in TREE.items()))
