"""What both indexes answer with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Hits = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Row ids of claims and their scores, best first."""

NONE: Hits = (np.empty(0, np.int64), np.empty(0, np.float32))
