"""What articles are found by, beside the full-text index."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, String

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
