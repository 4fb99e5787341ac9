"""Persons named in several scripts: their full names, which of them are alike, and which entities are one by that."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from reportedly.ledger import joining

revision = "0027"
down_revision = "0026"

_PERSONS: Final = sa.text(
    "SELECT entities.id, language, min(name) AS name FROM entities JOIN articles ON articles.id = article "
    "WHERE kind = 'person' AND entities.id > :after AND entities.id <= :last GROUP BY entities.id, language"
)
_LAST: Final = sa.text(
    "SELECT max(id) FROM (SELECT DISTINCT id FROM entities WHERE kind = 'person' AND id > :after ORDER BY id LIMIT 500)"
    " AS found"
)


def upgrade() -> None:
    """Add the tables, and fill them from the readings that are filed."""
    _table("full_names", ["entity", "hand"], sa.Column("name", sa.String(), nullable=False))
    _table("name_keys", ["key", "hand", "entity"])
    _table("alike", ["entity", "other"], sa.Column("likeness", sa.Float(), nullable=False))
    _table("joined", ["entity"], sa.Column("whole", sa.String(), nullable=False))
    op.create_index("ix_name_keys_entity", "name_keys", ["entity"])
    op.create_index("ix_alike_other", "alike", ["other"])
    op.create_index("ix_joined_whole", "joined", ["whole"])
    _fill(op.get_bind())


def _table(name: str, key: list[str], *more: sa.Column[Any]) -> None:
    columns = (sa.Column(one, sa.String(), nullable=False) for one in key)
    op.create_table(name, *columns, *more, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"), sqlite_with_rowid=False)


def _fill(connection: sa.Connection) -> None:
    after = ""
    while last := connection.scalar(_LAST, {"after": after}):
        rows = connection.execute(_PERSONS, {"after": after, "last": last})
        joining.note(connection, joining.in_full((row.id, row.name, row.language) for row in rows))
        after = last
