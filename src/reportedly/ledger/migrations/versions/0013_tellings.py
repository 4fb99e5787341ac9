"""What an article adds to a story, and what a story says of its voices, disagreements and running story."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_GISTS = ("headline_words", "names", "deeds", "figures", "said")
_STORIES = ("folds", "sides", "disagreements", "drifts", "claims")


def upgrade() -> None:
    """Add the columns; they fill when articles are read anew and grouped."""
    op.add_column("gists", sa.Column("country", sa.String()))
    for name in _GISTS:
        op.add_column("gists", _empty(name))
    for name in _STORIES:
        op.add_column("stories", _empty(name))
    op.add_column("stories", sa.Column("thread", sa.String()))
    op.create_index("ix_stories_thread", "stories", ["thread"])
    op.add_column("story_articles", _empty("shares"))


def _empty(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="[]")
