"""What articles mean, as vectors that are alike in all languages."""

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Nothing yet."""
