"""How far a ledger has moved."""

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Nothing yet."""
