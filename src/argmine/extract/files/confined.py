"""Reading what may be an attack: in a process of its own, with a limit on time and on memory.

A decompression bomb or a drawing that calls itself keeps a PDF library busy in compiled code, where no exception
reaches it; only its process can be stopped. Time is counted as the processor's, not by the clock: on a busy machine a
document waits for its turn, and that is no fault of it. The clock stops only what sleeps.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as ReadingTimeoutError
from contextlib import contextmanager
from math import ceil
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from argmine.errors import TimedOut, TooLarge

_T = TypeVar("_T")
_ASLEEP, _GRACE = 10, 600.0
"""Times its limit of work, and seconds besides: so long by the clock a process may take, where much else is done."""


def confined(read: Callable[[Path], _T], path: Path, *, seconds: float, megabytes: int) -> _T:
    """What `read(path)` gives, read in another process.

    Args:
        read: a function that another process can import.
        path: the file.
        seconds: how long it may work.
        megabytes: how much memory the process may address.

    Raises:
        TimedOut: it took longer.
        TooLarge: it wanted more memory, or died of it.
        SourceError: whatever `read` raises.
    """
    with ProcessPool(1, initializer=limit_memory, initargs=[megabytes], context=get_context("spawn")) as pool:
        try:
            result: _T = pool.schedule(_within, args=[read, path, seconds], timeout=clock(seconds)).result()
        except (ReadingTimeoutError, ProcessExpired, MemoryError) as error:
            if is_late(error):
                reason = f"Reading {path} took over {seconds:g} seconds of work."
                raise TimedOut(reason, "It may be a bomb: open it with care.") from error
            reason = f"{path} cannot be read within {megabytes:,} MB of memory."
            raise TooLarge(reason, "It may be a bomb: open it with care.") from error
    return result


def _within(read: Callable[[Path], _T], path: Path, seconds: float) -> _T:
    with limited_work(seconds):
        return read(path)


def is_late(error: BaseException) -> bool:
    """Whether that is how a process ends which took too long."""
    worked = isinstance(error, ProcessExpired) and sys.platform != "win32" and error.exitcode == -signal.SIGXCPU
    return worked or isinstance(error, ReadingTimeoutError)


def clock(seconds: float) -> float:
    """How long by the clock what may work so many seconds may take: on Windows, which limits nothing else, as long."""
    return seconds if sys.platform == "win32" else _ASLEEP * seconds + _GRACE


@contextmanager
def limited_work(seconds: float) -> Iterator[None]:
    """Within this, the process may use so many seconds of the processor, rounded up; past them the system ends it."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 (not on every system)

    before, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_at_most(process_time() + seconds, most), most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (before, most))


@contextmanager
def uncounted_work() -> Iterator[None]:
    """What is done within this does not count for the limit around it."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 (not on every system)

    before, most = resource.getrlimit(resource.RLIMIT_CPU)
    began = process_time()
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    try:
        yield
    finally:
        after = before if before == most else _at_most(before + process_time() - began, most)
        resource.setrlimit(resource.RLIMIT_CPU, (after, most))


def _at_most(seconds: float, most: int) -> int:
    """Whole seconds within what the system allows a process, where that has an end (below 0 it has none)."""
    return ceil(seconds) if most < 0 else min(ceil(seconds), most)


def limit_memory(megabytes: int) -> None:
    """Let this process address no more memory than that, and leave no image of it when it dies.

    Windows knows no such limit; there time alone is limited.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on every system)

    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
