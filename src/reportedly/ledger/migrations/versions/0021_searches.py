"""Searches that people save, what they match, and whom that alerts."""

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Nothing yet."""
