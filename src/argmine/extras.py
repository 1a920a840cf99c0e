"""How an extra is installed: in a checkout otherwise than from a package."""

from __future__ import annotations

from pathlib import Path


def install(*extras: str) -> str:
    """The command that installs these extras, as a hint: "Install it with `…`."."""
    names = f"[{','.join(extras)}]"
    checkout = Path(__file__).parents[2]
    if (checkout / "pyproject.toml").is_file():
        return f"Install it with `pip install -e '{checkout}{names}'`."
    return f"Install it with `pip install 'argmine{names}'`."
