"""What is judged, as it stood on its page, and which decisions are in force."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_INDEXED = (["undoes"], ["who", "seq"], ["kind", "seq"], ["at"])
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OF = {"s": "story", "f": "expectation"}


def upgrade() -> None:
    """Add the tables, and put down what of the decisions made so far is in force, and about what."""
    for columns in _INDEXED:
        op.create_index(f"ix_judgements_{'_'.join(columns)}", "judgements", columns)
    op.create_table(
        "judged",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("about", "kind", "page", "url", "article")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("start", "end")),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("about", name="pk_judged"),
    )
    op.create_index("ix_judged_page", "judged", ["page"])
    op.create_table(
        "in_force",
        sa.Column("seq", _BIG, autoincrement=False, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "of", "about")),
        sa.Column("label", sa.String()),
        sa.PrimaryKeyConstraint("seq", name="pk_in_force"),
        sa.ForeignKeyConstraint(["seq"], ["judgements.seq"], name="fk_in_force_seq_judgements"),
    )
    op.create_index("ix_in_force_about", "in_force", ["about"])
    op.create_index("ix_in_force_of_kind_label", "in_force", ["of", "kind", "label"])
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    made = connection.execute(sa.text("SELECT seq, id, kind, about, value, undoes FROM judgements ORDER BY seq")).all()
    standing = [{**row._asdict(), "of": _OF.get(row.about[:1], "")} for row in _standing(made)]
    if standing:
        into = 'INSERT INTO in_force (seq, kind, "of", about) VALUES (:seq, :kind, :of, :about)'
        connection.execute(sa.text(into), standing)
    held = sa.text("SELECT id, page, url, sighting FROM announcements WHERE id = :about")
    for about in sorted({row.about for row in made if row.about.startswith("f")}):
        row = connection.execute(held, {"about": about}).first()
        if row is not None:
            connection.execute(_JUDGED, {"about": about, "page": row.page, "url": row.url, **_stood(row.sighting)})


_JUDGED = sa.text(
    'INSERT INTO judged (about, kind, page, url, article, start, "end", words) '
    "VALUES (:about, 'expectation', :page, :url, :article, 0, 0, :words)"
)


def _stood(sighting: str | dict[str, Any]) -> dict[str, str]:
    plain = sighting if isinstance(sighting, str) else msgspec.json.encode(sighting).decode()
    return {"article": msgspec.json.decode(plain)["article"], "words": plain}


def _standing(made: Sequence[Any]) -> list[Any]:
    """Those that no decision in force undoes, and that are no undo."""
    undone: set[str] = set()
    left: list[Any] = []
    for row in reversed(made):
        if row.id in undone:
            continue
        if row.undoes is not None:
            undone.add(row.undoes)
        else:
            left.append(row)
    return left[::-1]
