"""An archive that several machines write needs nothing more here: each capture names its file, and that its writer."""

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Nothing."""
