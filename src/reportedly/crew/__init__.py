"""Those who do the work of stages: one protocol, and who keeps it, here or in processes of their own.

Invariant: what is done is a function from records to records, named by where it stands in the code. It knows no ledger
and nothing of who does it. So the work may be done in this process, in others, or on other machines.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import Final

from reportedly.crew.crew import Crew, Here, Lost, Work
from reportedly.crew.processes import Processes
from reportedly.settings import Desk

__all__ = ["WORTH_STARTING", "Crew", "Here", "Lost", "Processes", "Work", "at_hand", "of", "of_desk"]

WORTH_STARTING: Final = 64
"""Articles to read below which starting processes takes longer than the reading."""


def at_hand() -> int:
    """How many processes there are where nobody asks for a number: one for each core, at most two."""
    return min(2, os.cpu_count() or 1)


def of(processes: int) -> Here | Processes:
    """A crew of that many processes, which start when there is work; of one or none, this process."""
    return Processes(processes) if processes > 1 else Here()


def of_desk(desk: Desk, *, much: bool, told: Callable[[str], None]) -> Crew:
    """Who extracts and reads for a desk: with ``much`` to do its cluster or its processes, else this process.

    Where a cluster is lost processes take its place, which is ``told``.
    """
    if not much:
        return Here()
    processes = partial(of, desk.settings.read.processes or at_hand())
    if not desk.settings.cluster.address:
        return processes()
    from reportedly.crew import cluster, standins  # noqa: PLC0415  few desks have one

    return standins.WithStandIns(cluster.of(desk), processes, told)
