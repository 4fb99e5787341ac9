"""What lists of work were made by: where that changes, a list is made anew, once."""

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.schema import made_by
from reportedly.ledger.upserts import insert_or_update


def by(connection: Connection, name: str) -> str | None:
    """What the list of this name was made by; None where it was made by nothing yet."""
    held: str | None = connection.scalar(sa.select(made_by.c.by).where(made_by.c.list == name))
    return held


def put(connection: Connection, name: str, what: str) -> None:
    """Remember what the list of this name was made by."""
    insert_or_update(connection, made_by, [{"list": name, "by": what}], "list", {"by"})


def forget(connection: Connection, name: str) -> None:
    """Remember nothing of the list of this name."""
    connection.execute(sa.delete(made_by).where(made_by.c.list == name))
