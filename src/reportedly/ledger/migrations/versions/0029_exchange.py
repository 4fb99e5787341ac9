"""Parties, liaisons, pacts, and what was given and got under them."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"

_Moment: Final = sa.DateTime(timezone=True)
_Big: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables of partners and pacts, of this desk's reports, and of who was offered and given which."""
    _partners()
    _pacts()
    _reports()


def _must(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(), nullable=False)


def _partners() -> None:
    op.create_table(
        "partners",
        _must("desk"),
        _must("name", sa.Text()),
        _must("key"),
        _must("added", _Moment),
        _must("liaisons", sa.Text()),
        _must("token"),
        _must("certificate"),
        _must("address", sa.Text()),
        _must("secret"),
        sa.Column("removed", _Moment),
        sa.PrimaryKeyConstraint("desk", name="pk_partners"),
    )
    op.create_index("ix_partners_token", "partners", ["token"])
    op.create_table(
        "own_liaisons",
        _must("name"),
        _must("contact", sa.Text()),
        _must("role"),
        sa.Column("since", _Moment),
        sa.Column("until", _Moment),
        sa.PrimaryKeyConstraint("name", name="pk_own_liaisons"),
    )
    op.create_table(
        "transfers",
        _must("seq", _Big),
        _must("partner"),
        _must("pact"),
        _must("direction"),
        _must("way"),
        _must("at", _Moment),
        _must("many", sa.Integer()),
        _must("failed", sa.Text()),
        sa.PrimaryKeyConstraint("seq", name="pk_transfers"),
    )
    op.create_index("ix_transfers_partner_seq", "transfers", ["partner", "seq"])


def _pacts() -> None:
    op.create_table(
        "pacts",
        _must("id"),
        _must("pact", sa.Text()),
        _must("filed", _Moment),
        sa.Column("ended", _Moment),
        _must("ended_by"),
        _must("ended_why", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_pacts"),
    )
    op.create_table(
        "pact_signatures",
        _must("pact"),
        _must("desk"),
        _must("key"),
        _must("at", _Moment),
        _must("signature"),
        sa.ForeignKeyConstraint(["pact"], ["pacts.id"], name="fk_pact_signatures_pact"),
        sa.PrimaryKeyConstraint("pact", "desk", name="pk_pact_signatures"),
    )


def _reports() -> None:
    op.create_table(
        "report_versions",
        _must("id"),
        _must("modified", _Moment),
        _must("pact"),
        _must("kind"),
        _must("about"),
        _must("generation", sa.Integer()),
        _must("digest"),
        _must("body", sa.Text()),
        _must("state"),
        _must("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", "modified", name="pk_report_versions"),
    )
    op.create_index("ix_report_versions_pact_kind_about", "report_versions", ["pact", "kind", "about"])
    op.create_index("ix_report_versions_kind_about", "report_versions", ["kind", "about"])
    op.create_table(
        "sequencer",
        _must("name"),
        _must("seq", _Big),
        _must("added", _Moment),
        sa.PrimaryKeyConstraint("name", name="pk_sequencer"),
    )
    op.create_table(
        "offers",
        sa.Column("seq", _Big, nullable=False, autoincrement=False),
        _must("pact"),
        _must("receiver"),
        _must("id"),
        _must("modified", _Moment),
        _must("added", _Moment),
        sa.PrimaryKeyConstraint("seq", name="pk_offers"),
        sa.UniqueConstraint("pact", "receiver", "id", "modified", name="uq_offers_pact_receiver_id_modified"),
    )
    op.create_index("ix_offers_pact_receiver_seq", "offers", ["pact", "receiver", "seq"])
    op.create_table(
        "served",
        _must("seq", _Big),
        _must("pact"),
        _must("receiver"),
        _must("id"),
        _must("modified", _Moment),
        _must("at", _Moment),
        _must("way"),
        sa.PrimaryKeyConstraint("seq", name="pk_served"),
    )
    op.create_index("ix_served_id_receiver", "served", ["id", "receiver"])
    op.create_index("ix_served_receiver_seq", "served", ["receiver", "seq"])
    op.create_table(
        "screenings",
        _must("article"),
        _must("reader"),
        _must("private", sa.Text()),
        sa.PrimaryKeyConstraint("article", name="pk_screenings"),
    )
