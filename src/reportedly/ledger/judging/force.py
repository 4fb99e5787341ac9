"""Which decisions are in force: kept, so that nobody goes through all rows to know.

Invariant: in the transaction that files a decision, what is in force about the same things is put down anew. An undo
has no row of its own here; it lets one go, or come back.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import in_force, judgements
from reportedly.ledger.upserts import insert
from reportedly.records import Judgement, thing
from reportedly.records import in_force as standing


def settle(connection: Connection, about: str) -> None:
    """Put down which decisions about this are in force, and about all that undos tie to it."""
    rows = tied(connection, {about})
    every = [record_of(Judgement, row) for row in rows]
    left = {each.id for each in standing(every) if each.undoes is None}
    connection.execute(sa.delete(in_force).where(in_force.c.about.in_({each.about for each in every})))
    insert(connection, in_force, [_row(row) for row in rows if row["id"] in left])


def tied(connection: Connection, names: set[str]) -> Sequence[RowMapping]:
    """All decisions about these things in their order, with all that undos tie to them."""
    undo, undone = judgements.alias("undo"), judgements.alias("undone")
    while True:
        rows = connection.execute(
            sa.select(judgements).where(judgements.c.about.in_(names)).order_by(judgements.c.seq)
        ).mappings()
        found = rows.all()
        both = sa.select(undo.c.about, undone.c.about.label("other")).join(undone, undone.c.id == undo.c.undoes)
        tied = both.where(sa.or_(undo.c.about.in_(names), undone.c.about.in_(names)))
        more = {name for pair in connection.execute(tied) for name in pair} - names
        if not more:
            return found
        names = names | more


def _row(row: RowMapping) -> dict[str, object]:
    judged = thing(row["about"])
    own = {name: row[name] for name in ("seq", "kind", "about")}
    label = row["value"] if row["kind"] in _SOUGHT else None  # the others may be of any length, and have no index
    return {**own, "of": judged.kind if judged else "", "label": label}


_SOUGHT = frozenset({"tag", "mark"})
