"""What both indexes answer with, and how they are told which sentences to look at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Hits = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Row ids of sentences and their scores, best first."""

Rows = NDArray[np.bool_]
"""A set of sentences: for each row id, from 0, whether it belongs. Row ids beyond its end do not."""

NONE: Hits = (np.empty(0, np.int64), np.empty(0, np.float32))
