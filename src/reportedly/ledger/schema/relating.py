"""The pages whose articles are to be related to others again."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Integer

from reportedly.ledger.schema.shapes import metadata, must

unrelated = sa.Table(
    "unrelated",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    must("page"),
    must("url"),
    sa.Index(None, "page"),
)
