"""Those who do the work of stages: one protocol, and who keeps it, here or in processes of their own.

Invariant: what is done is a function from records to records, named by where it stands in the code. It knows no ledger
and nothing of who does it. So the work may be done in this process, in others, or on other machines.
"""

from reportedly.crew.crew import Crew, Here, Lost, Work
from reportedly.crew.processes import Processes

__all__ = ["Crew", "Here", "Lost", "Processes", "Work", "of"]


def of(processes: int) -> Here | Processes:
    """A crew of that many processes, which start when there is work; of one or none, this process."""
    return Processes(processes) if processes > 1 else Here()
