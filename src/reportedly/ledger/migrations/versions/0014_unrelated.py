"""Which pages are to be related again."""

import sqlalchemy as sa
from alembic import op

from reportedly.records import page_id

revision = "0014"
down_revision = "0013"

_AT_ONCE = 1000


def upgrade() -> None:
    """Add the table; every page that was read is to be related once more."""
    op.create_table(
        "unrelated",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_unrelated"),
    )
    op.create_index("ix_unrelated_page", "unrelated", ["page"])
    connection = op.get_bind()
    read = sa.text("SELECT DISTINCT url FROM articles WHERE id IN (SELECT article FROM gists) ORDER BY url")
    insert = sa.text("INSERT INTO unrelated (page, url) VALUES (:page, :url)")
    urls = connection.scalars(read).all()
    for start in range(0, len(urls), _AT_ONCE):
        some = urls[start : start + _AT_ONCE]
        connection.execute(insert, [{"page": page_id(url), "url": url} for url in some])
