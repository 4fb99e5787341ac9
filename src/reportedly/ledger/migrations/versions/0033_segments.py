"""Where the files of an archive stand that several machines write."""

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Nothing yet."""
