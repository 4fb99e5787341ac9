"""What was announced, and what became of it."""

from reportedly.followups.following import follow
from reportedly.followups.sighted import sightings

__all__ = ["follow", "sightings"]
