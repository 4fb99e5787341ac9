"""Which decisions whoever relates may not have known of when it read what it files: those since it began.

Invariant: from before the first thing a relater reads until what was decided meanwhile is laid once more, the number of
the last decision stands here that was filed before it began. So the one after a relater that was killed begins there.
"""

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import making
from reportedly.ledger.schema import judgements

_LIST = "related"


def begin(connection: Connection) -> int:
    """The number of the last decision when relating began: now, or when one began that did not come to its end."""
    begun = since(connection)
    if begun is None:
        begun = newest(connection)
        making.put(connection, _LIST, str(begun))
    return begun


def since(connection: Connection) -> int | None:
    """The number of the last decision before relating began; None where all that began came to its end."""
    held = making.by(connection, _LIST)
    return None if held is None else int(held)


def end(connection: Connection) -> None:
    """All that was decided meanwhile is laid."""
    making.forget(connection, _LIST)


def newest(connection: Connection) -> int:
    """The number of the last decision, 0 where there is none."""
    return connection.scalar(sa.select(sa.func.max(judgements.c.seq))) or 0
