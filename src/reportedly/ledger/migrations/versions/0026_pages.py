"""What pages need to be quick: what was known of each expectation from one day until another, and events by place."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_SLICE: Final = 500
_SETTLED: Final = ("happened", "cancelled", "denied")
_NEVER: Final = date.max


def upgrade() -> None:
    """Add the table, and fill it from what is filed of each expectation; add the index."""
    placed = sa.text("place IS NOT NULL")
    columns = ["article", "place", "status", "type"]
    op.create_index("ix_events_placed", "events", columns, sqlite_where=placed, postgresql_where=placed)
    op.create_table(
        "spells",
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opens", sa.Date()),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["followup"], ["followups.id"], name="fk_spells_followup", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("followup", "n", name="pk_spells"),
        sqlite_with_rowid=False,
    )
    for columns in (
        ["kind", "closes", "opens", "since", "until", "followup"],
        ["kind", "opens", "closes", "since", "until", "followup"],
        ["kind", "since", "until", "followup"],
    ):
        op.create_index("ix_spells_" + "_".join(columns), "spells", columns)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    table = sa.table("spells", *(sa.column(name) for name in ("followup", "n", "kind", "state")), *_days())
    history = defaultdict[str, list[tuple[date, str, Any]]](list)
    told = sa.text('SELECT followup, "on", state, "window" FROM changes ORDER BY followup, n')
    for own, on, state, window in connection.execute(told.columns(*_typed("followup", "on", "state", "window"))):
        history[own].append((on, state, window))
    every = sa.text('SELECT id, announced, "window" FROM followups').columns(*_typed("id", "announced", "window"))
    rows = [
        row
        for own, announced, window in connection.execute(every)
        for row in _rows(own, announced, window, history[own])
    ]
    for start in range(0, len(rows), _SLICE):
        connection.execute(sa.insert(table).values(rows[start : start + _SLICE]))


def _days() -> list[sa.ColumnClause[Any]]:
    return [sa.column(name, sa.Date()) for name in ("since", "until", "opens", "closes")]


def _typed(*names: str) -> list[sa.ColumnClause[Any]]:
    return [sa.column(name, sa.Date() if name in {"on", "announced"} else sa.String()) for name in names]


def _rows(own: str, announced: date | None, window: Any, told: list[Any]) -> Iterator[dict[str, Any]]:
    first = announced or date.min
    days = [first, *sorted({on for on, _, _ in told if on > first})]
    for n, (since, until) in enumerate(zip(days, [*days[1:], _NEVER], strict=True)):
        seen = [one for one in told if one[0] <= since]
        moved = [one for one in seen if one[1] == "moved"]
        start, end = _ends(moved[-1][2] if moved else window)
        state = seen[-1][1] if seen else "open"
        opens = start or end
        kind = "settled" if state in _SETTLED else "timed" if opens else "untimed"
        ends = {"since": since, "until": until, "opens": opens, "closes": end or _NEVER}
        yield {"followup": own, "n": n, "kind": kind, "state": state, **ends}


def _ends(window: Any) -> tuple[date | None, date | None]:
    held = json.loads(window) if isinstance(window, str | bytes) else window or {}
    return _day(held.get("start")), _day(held.get("end"))


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
