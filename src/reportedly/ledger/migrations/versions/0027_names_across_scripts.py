"""Persons named in several scripts: their full names, which of them are alike, and which entities are one by that."""

from typing import Final

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
)


def upgrade() -> None:
    """Add the tables, and fill them from the readings that are filed."""
    for table, columns in (
        ("full_names", ["entity", "hand"]),
        ("name_keys", ["key", "hand", "entity"]),
        ("alike", ["entity", "other"]),
        ("joined", ["entity"]),
    ):
        more = [sa.Column(*own, nullable=False) for own in _MORE.get(table, ())]
        key = sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")
        own = (sa.Column(name, sa.String(), nullable=False) for name in columns)
        op.create_table(table, *own, *more, key, sqlite_with_rowid=False)
    op.create_index("ix_name_keys_entity", "name_keys", ["entity"])
    op.create_index("ix_alike_other", "alike", ["other"])
    op.create_index("ix_joined_whole", "joined", ["whole"])
    _fill(op.get_bind())


_MORE: Final = {
    "full_names": [("name", sa.String())],
    "alike": [("likeness", sa.Float())],
    "joined": [("whole", sa.String())],
}


def _fill(connection: sa.Connection) -> None:
    after = ""
    while last := connection.scalar(_LAST, {"after": after}):
        rows = connection.execute(_PERSONS, {"after": after, "last": last})
        joining.note(connection, joining.in_full((row.id, row.name, row.language) for row in rows))
        after = last
