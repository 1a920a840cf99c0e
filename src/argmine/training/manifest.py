"""`models/models.toml`: what each model is stands there by hand, the sizes and hashes of its files by machine."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MODELS = ROOT / "models"
_MEASURED = "# Below this line: written by the commands that make the models.\n"


def ships(folder: Path) -> bool:
    """Whether a model in this folder is one that ships, and no trial beside them."""
    return folder.resolve().parent == MODELS


def describe(folder: Path) -> None:
    """Rewrite sizes and hashes in `models.toml`, whatever stands below the line that says so, if `folder` ships."""
    if not ships(folder):
        return
    manifest = MODELS / "models.toml"
    kept, line, _ = manifest.read_text("utf-8").partition(_MEASURED)
    entries = [_entry(file) for file in sorted(MODELS.glob("*/*")) if file.suffix in {".npy", ".json", ".onnx"}]
    manifest.write_text(kept + line + "\n" + "\n".join(entries), "utf-8")


def _entry(file: Path) -> str:
    digest = sha256(file.read_bytes()).hexdigest()
    key = f'[{file.parent.name}.files."{file.name}"]'
    return f'{key}\nbytes = {file.stat().st_size}\nsha256 = "{digest}"\n'
