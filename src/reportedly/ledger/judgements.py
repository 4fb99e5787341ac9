"""People's decisions: rows that are only ever added. An undo is a row too, and can be undone."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.schema import judgements
from reportedly.ledger.upserts import insert_new
from reportedly.records import Judgement, in_force


def put(connection: Connection, decision: Judgement) -> None:
    """Add a decision. ``ValueError`` where it undoes one that is not there."""
    undone = decision.undoes
    if undone is not None and connection.scalar(sa.select(judgements.c.seq).where(judgements.c.id == undone)) is None:
        raise ValueError(f"judgement {decision.id} undoes {undone}, which is not in the ledger")
    row = {name: getattr(decision, name) for name in Judgement.__struct_fields__}
    insert_new(connection, judgements, [row], "id")


def listed(connection: Connection) -> list[Judgement]:
    """Every decision ever made, in the order they were filed."""
    rows = connection.execute(sa.select(judgements).order_by(judgements.c.seq)).mappings()
    return [Judgement(**{name: row[name] for name in Judgement.__struct_fields__}) for row in rows]


def standing(decisions: Iterable[Judgement]) -> list[Judgement]:
    """The decisions in force that are no undo themselves; ``decisions`` in order of filing."""
    return [decision for decision in in_force(decisions) if decision.undoes is None]
