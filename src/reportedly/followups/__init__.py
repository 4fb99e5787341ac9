"""What was announced, and what became of it."""

from reportedly.followups.comparing import Asked, Compare
from reportedly.followups.following import follow
from reportedly.followups.sighted import sightings
from reportedly.followups.verdicts import Verdicts, verdicts

__all__ = ["Asked", "Compare", "Verdicts", "follow", "sightings", "verdicts"]
