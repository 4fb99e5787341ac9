"""What the desk came to know in which order, when each person last looked, and what they marked."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_BIG: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SLICE: Final = 1_000

# What was told before is dated by the archived page, else by the reading; a change of an expectation by its day.
_FILED: Final = """
SELECT 'told' AS kind, p.page AS about, '' AS part, MIN(COALESCE(c.fetched_at, r.filed)) AS at
FROM placings p JOIN readings r ON r.article = p.article
LEFT JOIN articles a ON a.id = p.article LEFT JOIN captures c ON c.id = a.capture
WHERE p.story IS NOT NULL GROUP BY p.page
"""
_CHANGED: Final = """
SELECT DISTINCT 'change' AS kind, h.followup AS about, h."on" || ':' || h.state AS part, h."on" AS at FROM changes h
"""
_EDITED: Final = """
SELECT 'edit' AS kind, e.after AS about, e.before AS part, e.at AS at FROM edits e WHERE e.at IS NOT NULL
"""


def upgrade() -> None:
    """Add the tables, and fill them from what is filed."""
    op.create_table(
        "news",
        sa.Column("seq", _BIG, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False, server_default=""),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_news"),
        sa.UniqueConstraint("kind", "about", "part", name="uq_news_kind_about_part"),
    )
    op.create_index("ix_news_kind_seq", "news", ["kind", "seq"])
    op.create_index("ix_news_at", "news", ["at"])
    op.create_table(
        "story_news",
        sa.Column("story", sa.String(), nullable=False),
        *(sa.Column(name, _BIG, nullable=False) for name in ("begun", "grown", "touched")),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("voices", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_story_news"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_story_news_story", ondelete="CASCADE"),
    )
    op.create_index("ix_story_news_begun_sources", "story_news", ["begun", "sources"])
    op.create_index("ix_story_news_grown", "story_news", ["grown"])
    op.create_index("ix_story_news_touched_differs", "story_news", ["touched", "differs"])
    op.create_table(
        "looks",
        sa.Column("seq", _BIG, nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("upto", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_looks"),
    )
    op.create_index("ix_looks_person_seq", "looks", ["person", "seq"])
    op.create_table(
        "marks",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("person", "kind", "about")),
        sa.Column("read", sa.Boolean()),
        sa.Column("upto", _BIG),
        sa.Column("starred", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("person", "kind", "about", name="pk_marks"),
    )
    op.create_index("ix_marks_person_starred", "marks", ["person", "starred"])
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    """All of it in one order, that of time: what has a higher number was known later."""
    midnight = "|| ' 00:00:00.000000'" if connection.dialect.name == "sqlite" else ""
    changed = f"SELECT kind, about, part, at {midnight} AS at FROM ({_CHANGED}) AS c"  # noqa: S608  our own words
    every = f"SELECT * FROM ({_FILED}) AS f UNION ALL {changed} UNION ALL {_EDITED}"  # noqa: S608
    known = f"SELECT kind, about, part, at FROM ({every}) AS known WHERE at IS NOT NULL ORDER BY at, kind, about"  # noqa: S608
    connection.execute(sa.text(f"INSERT INTO news (kind, about, part, at) {known}"))
    _count_stories(connection)


def _count_stories(connection: sa.Connection) -> None:
    told = sa.text(
        "SELECT p.story, p.url, n.seq FROM placings p JOIN news n ON n.kind = 'told' AND n.about = p.page "
        "WHERE p.story IS NOT NULL"
    )
    seqs: dict[str, dict[str, int]] = {}
    for story, url, seq in connection.execute(told):
        seqs.setdefault(story, {})[url] = seq
    table = sa.table(
        "story_news", *map(sa.column, ("story", "begun", "grown", "touched", "sources", "differs", "voices"))
    )
    rows = list(_rows(connection, seqs))
    for start in range(0, len(rows), _SLICE):
        connection.execute(sa.insert(table), rows[start : start + _SLICE])


def _rows(connection: sa.Connection, seqs: Mapping[str, Mapping[str, int]]) -> Iterator[dict[str, Any]]:
    query = sa.text("SELECT id, independent_sources, folds, disagreements FROM stories")
    for story, sources, folds, differ in connection.execute(query):
        known = seqs.get(story)
        if known:
            into = {fold["url"]: fold["into"] for fold in json.loads(folds)}
            first: dict[str, int] = {}
            for url, seq in known.items():
                voice = url
                while voice in into:
                    voice = into[voice]
                first[voice] = min(seq, first.get(voice, seq))
            voices = sorted(first.values())
            yield {
                "story": story,
                "begun": voices[0],
                "grown": voices[-1],
                "touched": max(known.values()),
                "sources": sources,
                "differs": differ != "[]",
                "voices": json.dumps(voices, separators=(",", ":")),
            }
