"""What keeps a ledger healthy over years: what takes its room, whether it adds up, and what may be set aside."""

from reportedly.ledger.upkeep.room import Room, RoomTaken
from reportedly.ledger.upkeep.upkeep import Upkeep
from reportedly.ledger.upkeep.waiting import Waiting

__all__ = ["Room", "RoomTaken", "Upkeep", "Waiting"]
