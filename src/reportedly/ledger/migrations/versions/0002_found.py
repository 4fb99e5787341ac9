"""What a reader found in an article."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables."""
    _readings()
    _entities()
    _gists()
    _sentences()
    _times()
    _relations()
    _statements()
    _events()
    _expectations()
    _participants()
    _sightings()


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("schema", sa.String(), nullable=False),
        sa.Column("filed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("head", sa.Text()),
        sa.Column("distanced", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_readings_article"),
        sa.PrimaryKeyConstraint("article", name="pk_readings"),
        sa.UniqueConstraint("article", "reader", name="uq_readings_article_reader"),
    )


def _entities() -> None:
    op.create_table(
        "entities",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("wikidata", sa.String()),
        sa.Column("geonames", sa.Integer()),
        sa.Column("country", sa.String()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_entities_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_entities"),
        sa.UniqueConstraint("article", "id", name="uq_entities_article_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entities_id", "entities", ["id"])


def _gists() -> None:
    op.create_table(
        "gists",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("owner", sa.String()),
        sa.Column("published", sa.Date()),
        sa.Column("headline", sa.String()),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("credits", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["readings.article"], name="fk_gists_article", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", name="pk_gists"),
    )


def _sentences() -> None:
    op.create_table(
        "sentences",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_sentences_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_sentences"),
        sqlite_with_rowid=False,
    )


def _times() -> None:
    op.create_table(
        "times",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.String()),
        sa.Column("end", sa.String()),
        sa.Column("grain", sa.String(), nullable=False),
        sa.Column("vague", sa.Boolean(), nullable=False),
        sa.Column("timex", sa.String()),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_times_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_times"),
        sa.UniqueConstraint("article", "id", name="uq_times_article_id"),
        sqlite_with_rowid=False,
    )


def _relations() -> None:
    op.create_table(
        "relations",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "object"],
            ["entities.article", "entities.id"],
            name="fk_relations_article_object",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_relations_article_reader",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["article", "subject"],
            ["entities.article", "entities.id"],
            name="fk_relations_article_subject",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_relations"),
        sqlite_with_rowid=False,
    )


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_entity", sa.String()),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("via", sa.String()),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_statements_article_reader",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["article", "source_entity"],
            ["entities.article", "entities.id"],
            name="fk_statements_article_source_entity",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "via"],
            ["statements.article", "statements.id"],
            name="fk_statements_article_via",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_statements"),
        sa.UniqueConstraint("article", "id", name="uq_statements_article_id"),
        sqlite_with_rowid=False,
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("lemma", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("time", sa.String()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("statement", sa.String()),
        sa.ForeignKeyConstraint(
            ["article", "place"],
            ["entities.article", "entities.id"],
            name="fk_events_article_place",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_events_article_reader",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["article", "statement"],
            ["statements.article", "statements.id"],
            name="fk_events_article_statement",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "time"],
            ["times.article", "times.id"],
            name="fk_events_article_time",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_events"),
        sa.UniqueConstraint("article", "id", name="uq_events_article_id"),
        sqlite_with_rowid=False,
    )


def _expectations() -> None:
    op.create_table(
        "expectations",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("window", sa.Text()),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "event"],
            ["events.article", "events.id"],
            name="fk_expectations_article_event",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_expectations_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_expectations"),
        sa.UniqueConstraint("article", "id", name="uq_expectations_article_id"),
        sqlite_with_rowid=False,
    )


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String()),
        sa.ForeignKeyConstraint(
            ["article", "entity"],
            ["entities.article", "entities.id"],
            name="fk_participants_article_entity",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "event"],
            ["events.article", "events.id"],
            name="fk_participants_article_event",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_participants_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_participants"),
        sqlite_with_rowid=False,
    )


def _sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "event"],
            ["events.article", "events.id"],
            name="fk_sightings_article_event",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_sightings_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_sightings"),
        sqlite_with_rowid=False,
    )
