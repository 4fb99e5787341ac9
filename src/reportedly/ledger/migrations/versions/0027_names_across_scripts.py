"""Names of one person, place or body in several scripts, held together."""

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Nothing yet."""
