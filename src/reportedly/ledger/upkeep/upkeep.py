"""The ledger as whoever keeps it healthy sees it."""

from dataclasses import dataclass

from reportedly.ledger.database import Database
from reportedly.ledger.upkeep import room
from reportedly.ledger.upkeep.room import Room


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is asked of a ledger as a whole."""

    _database: Database

    def room(self) -> Room:
        """What takes how much room in the database, the largest first."""
        with self._database.looking() as connection:
            return room.taken(connection)
