"""When an article was last changed, and the moments beside the days."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns; of articles filed so far it stays unknown."""
    op.add_column("articles", sa.Column("published_at", sa.DateTime(timezone=True)))
    op.add_column("articles", sa.Column("updated", sa.Date()))
    op.add_column("articles", sa.Column("updated_end", sa.Date()))
    op.add_column("articles", sa.Column("updated_basis", sa.String()))
    op.add_column("articles", sa.Column("updated_at", sa.DateTime(timezone=True)))
