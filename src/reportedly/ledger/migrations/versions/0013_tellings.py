"""What an article adds to a story, what a story says of its voices and running story, and who names what how."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_GISTS = ("headline_words", "names", "deeds", "figures", "said")
_STORIES = ("folds", "sides", "disagreements", "drifts", "claims")


def upgrade() -> None:
    """Add the columns, which fill when articles are read anew and grouped, and the indexes to count names by."""
    op.add_column("gists", sa.Column("country", sa.String()))
    for name in _GISTS:
        op.add_column("gists", _empty(name))
    for name in _STORIES:
        op.add_column("stories", _empty(name))
    op.add_column("stories", sa.Column("thread", sa.String()))
    op.create_index("ix_stories_thread", "stories", ["thread"])
    op.add_column("story_articles", _empty("shares"))
    op.add_column("entities", _empty("distanced"))
    op.add_column("entities", sa.Column("outlet", sa.String()))
    op.add_column("entities", sa.Column("published", sa.Date()))
    op.drop_index("ix_entities_id", "entities")
    op.create_index("ix_entities_naming", "entities", ["id", "published", "outlet", "words", "distanced", "article"])
    op.create_index("ix_entities_name_id", "entities", ["name", "id"])


def _empty(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="[]")
