"""What a larger database keeps otherwise: words to find articles by, derived rows by month."""

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Nothing yet."""
