"""What articles are found by, beside the full-text index."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Integer, String, Text
from sqlalchemy.dialects.postgresql import TSVECTOR

from reportedly.ledger.schema.shapes import metadata, must

article_marks = sa.Table(
    "article_marks",
    metadata,
    Column("mark", String, primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    sa.Index(None, "place"),
    sqlite_with_rowid=False,
)

article_vocabulary = sa.Table(
    "article_vocabulary",
    metadata,
    Column("word", String, primary_key=True),
    must("term"),
    sqlite_with_rowid=False,
)

article_words = sa.Table(
    "article_words",
    sa.MetaData(),  # SQLite has a table of its own kind for it
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    must("many", Integer),
    must("headline", Text),
    must("text", Text),
    must("words", TSVECTOR),
    sa.Index("ix_article_words_words", "words", postgresql_using="gin"),
)
"""What articles are found by on PostgreSQL: how many terms, those of the headline and the text, and all of them."""
