"""The ledger as whoever keeps it healthy sees it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import ModuleType

from sqlalchemy.exc import DatabaseError

from reportedly.ledger import batches, unread
from reportedly.ledger.database import Database
from reportedly.ledger.edits import Edits
from reportedly.ledger.judging.judgements import Judgements
from reportedly.ledger.readings import aside
from reportedly.ledger.upkeep import article_checks, database_checks, postgresql_checks, related_checks, room, waiting
from reportedly.ledger.upkeep.database_checks import Told
from reportedly.ledger.upkeep.room import Room
from reportedly.ledger.upkeep.waiting import Waiting
from reportedly.records import READER, Article, Fault, FaultKind, in_force


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is asked of a ledger as a whole. Checks give faults as they are found, and only look."""

    _database: Database

    def room(self) -> Room:
        """What takes how much room in the database, the largest first."""
        with self._database.looking() as connection:
            return room.taken(connection)

    def compact(self) -> None:
        """Give the room of what was deleted back to the disk; raises ``ReportedlyError`` where that cannot be now."""
        self._database.compact()

    # -- readings set aside --------------------------------------------------------------------------------------------

    def set_aside(self, before: date, now: datetime, told: Told) -> int:
        """Set the readings of articles from before that day aside; gives how many.

        Readings of pages whose revisions are still to be compared stay, for that takes them.
        """
        needed = {pair.url for pair in Edits(self._database).waiting()}
        done = 0
        for some in aside.older(self._database, before, needed):
            with self._database.writing() as connection:
                aside.put_aside(connection, some, now)
            done += len(some)
            told(done, None)
        return done

    def forget(self, article_ids: Iterable[str], now: datetime) -> None:
        """Set readings aside whose rows are not those that were filed; what is read again is filed as new then."""
        for some in batches.of_ids(article_ids):
            with self._database.writing() as connection:
                aside.forget(connection, some, now)

    def to_restore(self, since: date | None = None, until: date | None = None) -> Collection[Article]:
        """The articles of these days whose readings were set aside; readings may be filed meanwhile."""
        return aside.Articles(self._database, since, until)

    def count_to_restore(self, since: date | None = None, until: date | None = None) -> int:
        """How many these are."""
        return aside.count(self._database, since, until)

    # -- what waits, and what does not add up --------------------------------------------------------------------------

    def waiting(self, now: datetime, poll_every: float, look_again_after: tuple[float, ...]) -> list[Waiting]:
        """What waits for each stage at ``now``, in the order of the stages; times of the settings are in seconds."""
        with self._database.looking() as connection:
            fetches = waiting.fetches(connection, now, look_again_after)
            extractions = waiting.extractions_due(connection)
            readings = waiting.readings_due(connection, unread.waits(connection, READER))
            relations = waiting.relations_due(connection)
        polls, comparisons = waiting.polls(self._database, now, poll_every), waiting.comparisons_due(self._database)
        return [polls, fetches, extractions, readings, comparisons, relations]

    @property
    def _own(self) -> ModuleType:
        """The checks of this kind of database."""
        return database_checks if self._database.is_sqlite else postgresql_checks

    def check_pages(self, told: Told) -> Iterator[Fault]:
        """What the database finds wrong with itself."""
        faults: Iterator[Fault] = self._own.pages(self._database, told)
        return faults

    def check_pointers(self, told: Told) -> Iterator[Fault]:
        """Rows that point at rows which are not there."""
        return _legible("pointer", self._own.pointers(self._database, told))

    def check_search(self) -> Iterator[Fault]:
        """What the full-text index lacks or has too much."""
        return _legible("search", self._own.search(self._database))

    def check_texts(self, told: Told) -> Iterator[Fault]:
        """Articles whose text is not the one that was filed."""
        return _legible("text", article_checks.texts(self._database, told))

    def check_readings(self, told: Told) -> Iterator[Fault]:
        """Readings whose rows are not those that were filed."""
        return _legible("reading", article_checks.found(self._database, told))

    def count_incomparable(self) -> int:
        """How many readings an earlier program filed in a form that cannot be compared."""
        return article_checks.count_incomparable(self._database)

    def check_stories(self) -> Iterator[Fault]:
        """Articles in no story or in several."""
        return _legible("story", related_checks.stories(self._database))

    def check_evidence(self, told: Told) -> Iterator[Fault]:
        """Words of follow-ups that are not in their articles."""
        return _legible("evidence", related_checks.evidence(self._database, told))

    def check_judgements(self) -> Iterator[Fault]:
        """Decisions about what is not there."""
        made = [each for each in in_force(Judgements(self._database).all()) if each.undoes is None]  # by the rows alone
        return _legible("judgement", related_checks.judgements(self._database, made))


def _legible(kind: FaultKind, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults; and where the database cannot even be read for them, that."""
    try:
        yield from faults
    except DatabaseError as error:
        yield Fault(kind, "ledger", f"this could not be checked: {error.orig}")
