"""What was seen: outlets, feeds, captures, articles, and the full-text index over these."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    _captures()
    _feed_items()
    _feed_states()
    _outlets()
    _articles()
    _outcomes()
    _extractions()
    if op.get_context().dialect.name == "sqlite":
        _words()


def _captures() -> None:
    op.create_table(
        "captures",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("warc", sa.String(), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_captures"),
        sa.UniqueConstraint("id", name="uq_captures_id"),
    )
    op.create_index("ix_captures_url_fetched_at", "captures", ["url", "fetched_at"])
    op.create_index("ix_captures_warc_offset", "captures", ["warc", "offset"])


def _feed_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("title", sa.String()),
        sa.Column("published", sa.DateTime(timezone=True)),
        sa.Column("updated", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("url", name="pk_feed_items"),
    )


def _feed_states() -> None:
    op.create_table(
        "feed_states",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.Column("polled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_feed_states"),
    )


def _outlets() -> None:
    op.create_table(
        "outlets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("feeds", sa.Text(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("owner", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_outlets"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("headline", sa.String()),
        sa.Column("title_start", sa.Integer()),
        sa.Column("title_end", sa.Integer()),
        sa.Column("credit_start", sa.Integer()),
        sa.Column("credit_end", sa.Integer()),
        sa.Column("byline_start", sa.Integer()),
        sa.Column("byline_end", sa.Integer()),
        sa.Column("dateline_start", sa.Integer()),
        sa.Column("dateline_end", sa.Integer()),
        sa.Column("dateline_place", sa.String()),
        sa.Column("dateline_day", sa.Date()),
        sa.Column("published", sa.Date()),
        sa.Column("published_end", sa.Date()),
        sa.Column("published_basis", sa.String()),
        sa.Column("furniture", sa.Text(), nullable=False),
        sa.Column("capture", sa.String()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name="fk_articles_capture"),
        sa.PrimaryKeyConstraint("seq", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
        sa.UniqueConstraint("url", "revision", name="uq_articles_url_revision"),
    )
    op.create_index("ix_articles_outlet_published_seq", "articles", ["outlet", "published", "seq"])
    op.create_index("ix_articles_published_seq", "articles", ["published", "seq"])


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("capture", sa.String()),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name="fk_outcomes_capture"),
        sa.PrimaryKeyConstraint("seq", name="pk_outcomes"),
        sa.UniqueConstraint("id", name="uq_outcomes_id"),
    )
    op.create_index("ix_outcomes_at", "outcomes", ["at"])
    op.create_index("ix_outcomes_url_at", "outcomes", ["url", "at"])


def _extractions() -> None:
    op.create_table(
        "extractions",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("outcome", sa.String()),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name="fk_extractions_capture"),
        sa.ForeignKeyConstraint(["outcome"], ["outcomes.id"], name="fk_extractions_outcome"),
        sa.PrimaryKeyConstraint("capture", name="pk_extractions"),
    )


def _words() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE article_words USING fts5(headline, text, content='articles', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
