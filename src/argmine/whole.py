"""Files that have their name only when they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from argmine.errors import Unwritable


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """The file to fill beside `path`: it gets that name when the context ends well, and is removed when it does not.

    A link stays one: the file that it names is replaced.

    Raises:
        Unwritable: the system refuses to write it, or there is a folder, device or pipe; what was at `path` stays.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise Unwritable(f"{path} is no file that can be replaced.", "Name a file.")
    unfinished = target.with_name(f"{target.name}.tmp")
    try:
        yield unfinished
        unfinished.replace(target)
    except OSError as error:
        if error.filename is not None and str(error.filename) not in (str(unfinished), str(target)):
            raise  # of another file
        reason = error.strerror or str(error) or type(error).__name__
        raise Unwritable(
            f"{path} cannot be written: {reason}.", "Check the path, your rights, and the room on the disk."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
