"""What was told to others and is no longer so."""

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Nothing yet."""
