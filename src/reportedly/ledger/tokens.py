"""What programs come in with, for people. What is revoked is deleted; the audit log keeps that it was."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reportedly.ledger.database import Database
from reportedly.ledger.people import account_of
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.schema import tokens
from reportedly.records import Account, Token


@dataclass(frozen=True, slots=True)
class Tokens:
    """Which programs may come in for whom."""

    _database: Database

    def put(self, token: Token) -> None:
        """File a new one."""
        with self._database.writing() as connection:
            connection.execute(sa.insert(tokens).values(row_of(token)))

    def open(self, token: str) -> tuple[Account, Token] | None:
        """Whose token it is; None where it was revoked, or never was."""
        with self._database.looking() as connection:
            found = first(connection, Token, sa.select(tokens).where(tokens.c.id == token))
            account = account_of(connection, found.person) if found else None
        return (account, found) if account and found else None

    def used(self, token: str, at: datetime) -> None:
        """Put down that a program came with it."""
        with self._database.writing() as connection:
            connection.execute(sa.update(tokens).where(tokens.c.id == token).values(used=at))

    def of(self, person: str) -> list[Token]:
        """Somebody's tokens, the newest first."""
        query = sa.select(tokens).where(tokens.c.person == person).order_by(tokens.c.made.desc(), tokens.c.id)
        with self._database.looking() as connection:
            return [record_of(Token, row) for row in connection.execute(query).mappings()]

    def revoke(self, person: str, token: str) -> bool:
        """Take one of somebody's away; whether it was there."""
        gone = sa.delete(tokens).where(tokens.c.person == person, tokens.c.id == token)
        with self._database.writing() as connection:
            return connection.execute(gone).rowcount > 0
