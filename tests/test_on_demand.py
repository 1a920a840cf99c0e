"""Names that are loaded when they are first asked for are all there."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest

import argmine
import argmine.store
import argmine.types
from argmine.commands import HOMES


@pytest.mark.parametrize("package", [argmine, argmine.types, argmine.store])
def test_a_package_has_every_name_that_it_offers(package: ModuleType) -> None:
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing


def test_every_command_is_where_it_is_said_to_be_and_gives_an_example() -> None:
    for name, home in HOMES.items():
        module, function = home.split()
        documented = getattr(import_module(f"argmine.commands.{module}"), function).__doc__
        assert f"argmine {name}" in documented, name
