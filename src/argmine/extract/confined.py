"""Reading what may be an attack: in a process of its own, with a limit on time and on memory.

A decompression bomb or a drawing that calls itself keeps a PDF library busy in compiled code, where no exception
reaches it; only its process can be stopped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as ReadingTimeoutError
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from argmine.errors import TimedOut, TooLarge

_T = TypeVar("_T")


def confined(read: Callable[[Path], _T], path: Path, *, seconds: float, megabytes: int) -> _T:
    """What `read(path)` gives, read in another process.

    Args:
        read: a function that another process can import.
        path: the file.
        seconds: how long it may take, the start of the process included.
        megabytes: how much memory the process may address.

    Raises:
        TimedOut: it took longer.
        TooLarge: it wanted more memory, or died of it.
        SourceError: whatever `read` raises.
    """
    with ProcessPool(1, initializer=limit_memory, initargs=[megabytes], context=get_context("spawn")) as pool:
        try:
            result: _T = pool.schedule(read, args=[path], timeout=seconds).result()
        except ReadingTimeoutError as error:
            reason = f"Reading {path} took over {seconds:g} seconds."
            raise TimedOut(reason, "It may be a bomb: open it with care.") from error
        except (ProcessExpired, MemoryError) as error:
            reason = f"{path} cannot be read within {megabytes:,} MB of memory."
            raise TooLarge(reason, "It may be a bomb: open it with care.") from error
    return result


def limit_memory(megabytes: int) -> None:
    """Let this process address no more memory than that, and leave no image of it when it dies.

    Windows knows no such limit; there time alone is limited.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on every system)

    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
