"""The people of the desk. Whoever was removed keeps their row, so that what they did keeps its author.

Invariant: while anybody may come in, an admin may.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger.database import Database
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.schema import people, sessions, tokens
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Account, Role

_HERE: Final = people.c.removed.is_(None)


@dataclass(frozen=True, slots=True)
class People:
    """Who may come in."""

    _database: Database

    def any(self) -> bool:
        """Whether the desk has accounts at all."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(people.c.id).where(_HERE).limit(1)) is not None

    def any_admin(self) -> bool:
        """Whether anybody may say who comes in."""
        with self._database.looking() as connection:
            return _admin(connection) is not None

    def all(self) -> list[Account]:
        """Everybody, by what they sign in with."""
        with self._database.looking() as connection:
            rows = connection.execute(sa.select(people).where(_HERE).order_by(people.c.id)).mappings()
            return [record_of(Account, row) for row in rows]

    def get(self, person: str) -> Account | None:
        """The account of a person; None where there is none, or it was removed."""
        with self._database.looking() as connection:
            return account_of(connection, person)

    def identified(self, identity: str) -> Account | None:
        """The account of whom a provider knows by ``identity``, removed ones left out."""
        with self._database.looking() as connection:
            return first(connection, Account, sa.select(people).where(people.c.identity == identity, _HERE))

    def was_identified(self, identity: str) -> bool:
        """Whether a provider's ``identity`` has or had an account."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(people.c.id).where(people.c.identity == identity)) is not None

    def was(self, person: str) -> bool:
        """Whether anybody has or had this id."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(people.c.id).where(people.c.id == person)) is not None

    def put(self, account: Account) -> None:
        """Let somebody in; raises ``BadInput`` where the id or the name is another's.

        One who was removed comes back, and is known to their provider as before.
        """
        with self._changing() as connection:
            _check_free(connection, account)
            known = connection.scalar(sa.select(people.c.identity).where(people.c.id == account.id))
            row = {**row_of(account), "identity": account.identity or known, "removed": None}
            insert_or_update(connection, people, [row], "id", row.keys() - {"id"})

    def set_role(self, person: str, role: Role) -> None:
        """Give somebody another role; raises ``NotInLedger``, and ``BadInput`` where no admin would be left."""
        with self._changing() as connection:
            _update(connection, person, role=role)

    def set_name(self, person: str, name: str) -> None:
        """Give somebody another name; raises as ``put``."""
        with self._changing() as connection:
            _check_name(connection, person, name)
            _update(connection, person, name=name)

    def set_password(self, person: str, password: str) -> None:
        """Give somebody another password, as its hash; raises ``NotInLedger``."""
        with self._changing() as connection:
            _update(connection, person, password=password)

    def remove(self, person: str, at: datetime) -> None:
        """Let somebody in no more, and end all they came in with; raises as ``set_role``."""
        with self._changing() as connection:
            _update(connection, person, removed=at, password=None)
            for table in (sessions, tokens):
                connection.execute(sa.delete(table).where(table.c.person == person))

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction that is undone where it would leave people without an admin."""
        with self._database.writing() as connection:
            yield connection
            if _admin(connection) is None and connection.scalar(sa.select(people.c.id).where(_HERE).limit(1)):
                raise BadInput("no admin would be left to say who may come in: make somebody else one first")


def account_of(connection: Connection, person: str) -> Account | None:
    """The account of a person, removed ones left out."""
    return first(connection, Account, sa.select(people).where(people.c.id == person, _HERE))


def _admin(connection: Connection) -> Any:
    return connection.scalar(sa.select(people.c.id).where(_HERE, people.c.role == "admin").limit(1))


def _check_free(connection: Connection, account: Account) -> None:
    if connection.scalar(sa.select(people.c.id).where(_HERE, people.c.id == account.id)) is not None:
        raise BadInput(f"somebody signs in as {account.id!r} already: choose another, or change theirs")
    _check_name(connection, account.id, account.name)


def _check_name(connection: Connection, person: str, name: str) -> None:
    others = connection.scalars(sa.select(people.c.name).where(_HERE, people.c.id != person))
    if name.casefold() in (other.casefold() for other in others):
        raise BadInput(f"{name!r} is the name of somebody else here: it stands beside what they decide")


def _update(connection: Connection, person: str, **values: Any) -> None:
    done = connection.execute(sa.update(people).where(people.c.id == person, _HERE).values(values))
    if done.rowcount == 0:
        raise NotInLedger(f"nobody signs in here as {person!r}: `reportedly users list` shows who does")
