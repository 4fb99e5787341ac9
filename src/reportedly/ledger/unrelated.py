"""Pages that were read, or show another revision, since articles were last related.

Invariant: a page is put down in the transaction that files what is new of it, and struck off when what follows from
that is filed. So a run that was killed between finds it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, schema
from reportedly.ledger.database import Database
from reportedly.ledger.upserts import insert
from reportedly.records import page_id


class Unrelated(NamedTuple):
    """A page to be related; ``seqs`` are its rows."""

    page: str
    url: str
    seqs: tuple[int, ...]


def mark(connection: Connection, urls: Iterable[str]) -> None:
    """Let the articles of these pages be related again."""
    insert(connection, schema.unrelated, [{"page": page_id(url), "url": url} for url in urls])


@dataclass(frozen=True, slots=True)
class UnrelatedPages:
    """The pages whose articles are to be related to others again."""

    _database: Database

    def all(self) -> list[Unrelated]:
        """All of them, each once, in the order in which they were put down."""
        table = schema.unrelated
        pages: dict[str, list[int]] = {}
        urls: dict[str, str] = {}
        with self._database.looking() as connection:
            for seq, page, url in connection.execute(sa.select(table).order_by(table.c.seq)):
                pages.setdefault(page, []).append(seq)
                urls[page] = url
        return [Unrelated(page, urls[page], tuple(seqs)) for page, seqs in pages.items()]

    def any(self) -> bool:
        """Whether there is one."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(schema.unrelated.c.seq).limit(1)) is not None

    def strike(self, done: Iterable[Unrelated]) -> None:
        """Take these off; what was put down meanwhile stays."""
        seqs = [seq for page in done for seq in page.seqs]
        with self._database.writing() as connection:
            for some in batches.of_ids(seqs):
                connection.execute(sa.delete(schema.unrelated).where(schema.unrelated.c.seq.in_(some)))
