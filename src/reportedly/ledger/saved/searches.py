"""Saved searches: made, changed, taken away and brought back; their matches, and what each person has read of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger.database import Database
from reportedly.ledger.engine.functions import PlainLower
from reportedly.ledger.saved import filling, looks
from reportedly.ledger.saved.index import next_version
from reportedly.ledger.saved.looks import Unread
from reportedly.ledger.saved.matches import Match, listed, seqs
from reportedly.ledger.schema import saved_searches, search_matches
from reportedly.ledger.search.places import day_of
from reportedly.ledger.upserts import insert_new
from reportedly.records import Filters, SavedSearch, content_id
from reportedly.search import question

_own, _match = saved_searches.c, search_matches.c
EVERYTHING: Final = Filters()
LONGEST: Final = 500
"""Characters that a name, or what is sought, may have."""


@dataclass(frozen=True, slots=True)
class SavedSearches:
    """The searches that people saved, and their matches."""

    _database: Database

    # -- the searches --------------------------------------------------------------------------------------------------

    def save(  # noqa: PLR0913  a search is these
        self, name: str, words: str, filters: Filters, *, owner: str, at: datetime, shared: bool = False
    ) -> SavedSearch:
        """The search as it was saved, filled with its newest matches; raises ``BadInput`` where it asks for nothing."""
        _check(name, words, filters)
        made = content_id("q", owner, at, name, words, filters)
        row = {"id": made, "name": name, "words": words, "filters": filters, "owner": owner, "shared": shared}
        row |= {"made": at, "required": (), "version": 0}
        with self._database.writing() as connection:
            insert_new(connection, saved_searches, [row], "id")
            connection.execute(sa.update(saved_searches).where(_own.id == made).values(removed=None))
            filling.fill(connection, made)
            return _get(connection, made)

    def change(self, search: str, name: str, words: str, filters: Filters, *, shared: bool) -> SavedSearch:
        """The search with another name or question; it is filled anew where it asks for something else."""
        _check(name, words, filters)
        with self._database.writing() as connection:
            before = _get(connection, search)
            values = {"name": name, "words": words, "filters": filters, "shared": shared}
            connection.execute(sa.update(saved_searches).where(_own.id == search).values(values))
            if (before.words, before.filters) != (words, filters):
                filling.fill(connection, search)
            return _get(connection, search)

    def remove(self, search: str, at: datetime) -> None:
        """Take a search away: nothing is matched with it any more, and ``restore`` brings it back."""
        with self._database.writing() as connection:
            _get(connection, search)
            version = next_version(connection)
            connection.execute(sa.update(saved_searches).where(_own.id == search).values(removed=at, version=version))

    def restore(self, search: str) -> SavedSearch:
        """The search that was taken away; what was filed meanwhile counts as from before."""
        with self._database.writing() as connection:
            connection.execute(sa.update(saved_searches).where(_own.id == search).values(removed=None))
            filling.fill(connection, search)
            return _get(connection, search)

    def get(self, search: str) -> SavedSearch:
        """A search by its id, also one that was taken away; raises ``NotInLedger``."""
        with self._database.looking() as connection:
            return _get(connection, search)

    def all(self, person: str | None = None) -> list[SavedSearch]:
        """The searches that a person sees, by name; of everybody where none is named."""
        query = sa.select(saved_searches).where(_own.removed.is_(None))
        if person is not None:
            query = query.where(sa.or_(_own.shared, _own.owner == person))
        with self._database.looking() as connection:
            rows = connection.execute(query.order_by(PlainLower(_own.name), _own.id)).mappings()
            return [_search(row) for row in rows]

    # -- what they match -----------------------------------------------------------------------------------------------

    def matches(
        self, search: str, person: str, *, limit: int = 50, before: int | None = None, unread: bool = False
    ) -> list[Match]:
        """Matches as a person has them, newest article first; ``before`` is the place of the one before.

        With ``unread`` only those that were not read.
        """
        with self._database.looking() as connection:
            own, mark = _get(connection, search), looks.upto(connection, person, search)
            query = seqs(search, person, mark).order_by(_match.place.desc()).limit(limit)
            query = query if before is None else query.where(_match.place < before)
            query = query.where(looks.is_unread(person, mark)) if unread else query
            return listed(connection, query, question(own.words))

    def newest(self, search: str, *, limit: int = 50) -> list[Match]:
        """The matches that came last, those first: as a feed lists them."""
        with self._database.looking() as connection:
            query = seqs(search, "", 0).order_by(_match.back, _match.seq.desc()).limit(limit)
            return listed(connection, query, question(_get(connection, search).words))

    def last(self, search: str) -> int:
        """The number of the match that came last; 0 where there is none."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.max(_match.seq)).where(_match.search == search)) or 0

    # -- what was read of it -------------------------------------------------------------------------------------------

    def unread(self, person: str, searches: Iterable[str]) -> dict[str, Unread]:
        """How many matches of each of these searches a person has not read."""
        with self._database.looking() as connection:
            return looks.counts(connection, person, searches)

    def mark(self, person: str, search: str, matches: Iterable[int], *, unread: bool = False) -> None:
        """Let matches, by their numbers, be read or unread to a person."""
        with self._database.writing() as connection:
            looks.mark_one(connection, person, search, matches, unread=unread)

    def mark_all(self, person: str, search: str, last: int) -> None:
        """Let all matches up to the number ``last`` be read to a person."""
        with self._database.writing() as connection:
            looks.mark_all(connection, person, search, last)

    def undo_all(self, person: str, search: str) -> None:
        """Let matches be read and unread to a person as before the last ``mark_all``."""
        with self._database.writing() as connection:
            looks.undo_all(connection, person, search)


def _check(name: str, words: str, filters: Filters) -> None:
    if not name.strip():
        raise BadInput("a saved search needs a name: say what it is to be called")
    if max(len(name), len(words)) > LONGEST:
        raise BadInput(f"a name and the words of a saved search may have {LONGEST} characters each")
    if not question(words) and (words.strip() or filters == EVERYTHING):
        raise BadInput(f"{words!r} asks for nothing: give words to be found, or filters")


def _get(connection: Connection, search: str) -> SavedSearch:
    row = connection.execute(sa.select(saved_searches).where(_own.id == search)).mappings().first()
    if row is None:
        raise NotInLedger(f"{search!r} is no saved search: `reportedly searches list` shows those there are")
    return _search(row)


def _search(row: RowMapping) -> SavedSearch:
    own: dict[str, Any] = {
        name: row[name] for name in SavedSearch.__struct_fields__ if name not in {"whole", "reached"}
    }
    reached = row["reached"]
    return SavedSearch(**own, whole=reached is None, reached=None if reached is None else day_of(reached))
