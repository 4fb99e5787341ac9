"""A ledger moved to another database, whole: from SQLite to PostgreSQL, and back."""

from reportedly.ledger.moving.comparing import Compared
from reportedly.ledger.moving.moving import move

__all__ = ["Compared", "move"]
