"""What was announced, and what became of it."""

from reportedly.followups.comparing import Compare, Recalled
from reportedly.followups.following import RULES, Following, follow
from reportedly.followups.shelf import Shelf
from reportedly.followups.sighted import sightings
from reportedly.followups.verdicts import Verdicts, verdicts

__all__ = ["RULES", "Compare", "Following", "Recalled", "Shelf", "Verdicts", "follow", "sightings", "verdicts"]
