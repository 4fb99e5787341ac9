"""Parties, liaisons, pacts, and what was given and got under them."""

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Nothing yet."""
