"""Who may come in: accounts, sessions, tokens, and what was done."""

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Nothing yet."""
