"""The browsers in which people are signed in. What ends is deleted; the audit log keeps that it was."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reportedly.ledger.database import Database
from reportedly.ledger.people import account_of
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.schema import sessions
from reportedly.records import Account, SignIn


@dataclass(frozen=True, slots=True)
class Sessions:
    """Who is signed in where."""

    _database: Database

    def begin(self, session: SignIn, unseen_since: datetime) -> None:
        """File a new one, and forget those that are over: ended, or not seen since then."""
        over = sa.delete(sessions).where((sessions.c.ends <= session.began) | (sessions.c.seen < unseen_since))
        with self._database.writing() as connection:
            connection.execute(over)
            connection.execute(sa.insert(sessions).values(row_of(session)))

    def open(self, session: str, at: datetime, unseen_since: datetime) -> tuple[Account, SignIn] | None:
        """Whose session it is at that moment; None where it is over, or never was."""
        own = sa.select(sessions).where(sessions.c.id == session, sessions.c.ends > at, sessions.c.seen >= unseen_since)
        with self._database.looking() as connection:
            found = first(connection, SignIn, own)
            account = account_of(connection, found.person) if found else None
        return (account, found) if account and found else None

    def seen(self, session: str, at: datetime) -> None:
        """Put down that its browser came by."""
        with self._database.writing() as connection:
            connection.execute(sa.update(sessions).where(sessions.c.id == session).values(seen=at))

    def of(self, person: str) -> list[SignIn]:
        """Somebody's sessions, the one seen last first."""
        query = sa.select(sessions).where(sessions.c.person == person).order_by(sessions.c.seen.desc(), sessions.c.id)
        with self._database.looking() as connection:
            return [record_of(SignIn, row) for row in connection.execute(query).mappings()]

    def end(self, person: str, session: str | None = None, *, but: str = "") -> int:
        """End one session of somebody, or all ``but`` one; how many ended."""
        which = sessions.c.id != but if session is None else sessions.c.id == session
        with self._database.writing() as connection:
            ended: int = connection.execute(sa.delete(sessions).where(sessions.c.person == person, which)).rowcount
        return ended
