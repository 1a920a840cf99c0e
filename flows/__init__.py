"""The Prefect flows: the only place that imports prefect. `argmine ingest` runs the flow that `prefect deploy` deploys.

Prefect reads its settings when it is imported, so they are set here, where the user has not set them: the temporary
server that a flow starts needs 13 to 40 s on a slow machine and is given up after 20 s by default; most of its services
are of no use to one flow; results would be pickles. With PREFECT_API_URL set, that server is used instead.
"""

from __future__ import annotations

import os

_SERVICES = (
    "CANCELLATION_CLEANUP", "CLEANUP_RECONCILER", "DB_VACUUM", "EVENT_LOGGER", "EVENT_PERSISTER", "FOREMAN",
    "LATE_RUNS", "PAUSE_EXPIRATIONS", "REPOSSESSOR", "SCHEDULER", "TRIGGERS",
)  # fmt: skip
DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_UI_ENABLED": "false",
} | {f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _SERVICES}

for name, value in DEFAULTS.items():
    os.environ.setdefault(name, value)
