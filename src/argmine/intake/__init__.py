"""From sources to the database: what is new, read it, write it down, bring the indexes up to date.

    make_plan          places                →  what is new there, what is gone
    read_in_processes  jobs                  →  outcomes, each read within its limits; or `read_here`
    run                a plan and a reader   →  the database, its comparison and its indexes

Reading is somebody else's: a `Reader` gets jobs and yields each with its outcome, in the order of the jobs, in this
process (`read_here`), on a pool of processes (`read_in_processes`), or on one under Prefect (`argmine.flows.ingest`).
Writing is done by one writer, in that order: so an ingest that was killed and run again ends in the same database as
one that was not.
"""

from __future__ import annotations

from argmine.intake.dropping import drop
from argmine.intake.jobs import Job, Outcome, Reader, Reading
from argmine.intake.plans import Plan, effective_recipe, make_plan
from argmine.intake.pool import Pool, read_in_processes
from argmine.intake.reading import read_here, read_one
from argmine.intake.running import Report, Watch, compare_all, gather, gather_works, run

__all__ = [
    "Job", "Outcome", "Plan", "Pool", "Reader", "Reading", "Report", "Watch", "compare_all", "drop", "effective_recipe",
    "gather", "gather_works", "make_plan", "read_here", "read_in_processes", "read_one", "run",
]  # fmt: skip
