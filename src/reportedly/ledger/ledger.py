"""The ledger as the rest of the desk sees it: a part for each noun, opened on one database.

Invariant: nothing outside this package sees a connection, a row or SQL: records go in and come out. Each method of a
part is one transaction, and filing the same thing twice changes nothing. A ``Ledger`` may be used from many threads at
once; readers never wait for the writer, and writers wait for each other.
"""

from types import TracebackType
from typing import Self

from reportedly import clock
from reportedly.ledger.articles import Articles
from reportedly.ledger.audit import Audit
from reportedly.ledger.briefs import Briefs
from reportedly.ledger.captures import Captures
from reportedly.ledger.counts import Counter, Counts, Kind
from reportedly.ledger.database import Database, connect, shown
from reportedly.ledger.edits import Edits
from reportedly.ledger.entities import Entities
from reportedly.ledger.exchange import Offers, OwnReports, Pacts, Partners, ReceivedReports
from reportedly.ledger.feeds import Feeds
from reportedly.ledger.following import FollowedPages
from reportedly.ledger.followups import FollowUps
from reportedly.ledger.given import Given
from reportedly.ledger.hosts import Hosts
from reportedly.ledger.judging.judgements import Judgements
from reportedly.ledger.leases import Leases
from reportedly.ledger.migrations import bring_up_to_date
from reportedly.ledger.moving import reached
from reportedly.ledger.namings import Namings
from reportedly.ledger.news import News
from reportedly.ledger.outcomes import Outcomes
from reportedly.ledger.outlets import Outlets
from reportedly.ledger.pages import Pages
from reportedly.ledger.people import People
from reportedly.ledger.places import Places
from reportedly.ledger.placings import Placings
from reportedly.ledger.readings import Readings
from reportedly.ledger.runs import Runs
from reportedly.ledger.saved import Alerts, SavedSearches
from reportedly.ledger.seen import SeenNews
from reportedly.ledger.sessions import Sessions
from reportedly.ledger.shelves import Shelves
from reportedly.ledger.stories import Stories
from reportedly.ledger.threads import Threads
from reportedly.ledger.tokens import Tokens
from reportedly.ledger.unrelated import UnrelatedPages
from reportedly.ledger.upkeep import Upkeep


def open_ledger(url: str, now: clock.Clock = clock.system) -> "Ledger":
    """The ledger at a database URL, made or brought up to date where needed; raises ``BadSetting``.

    ``now`` dates the readings that are filed.
    """
    database = connect(url)
    try:
        bring_up_to_date(database)
        reached.refuse_half(database, shown(url))
    except BaseException:
        database.close()
        raise
    return Ledger(database, now)


class Ledger:
    """The desk's memory. A context manager: leaving it closes the database."""

    def __init__(self, database: Database, now: clock.Clock) -> None:
        self._database, self._counter = database, Counter()
        # what is watched, and how that goes
        self.outlets = Outlets(database)
        self.feeds = Feeds(database)
        self.hosts = Hosts(database)
        self.runs = Runs(database)
        # who is at work
        self.leases = Leases(database)
        # what was seen
        self.pages = Pages(database)
        self.captures = Captures(database)
        self.outcomes = Outcomes(database)
        # what an article tells, and how its revisions differ
        self.articles = Articles(database)
        self.readings = Readings(database, now)
        self.entities = Entities(database)
        self.namings = Namings(database)
        self.places = Places(database)
        self.edits = Edits(database, now)
        # what follows from many articles, and what people decided
        self.unrelated = UnrelatedPages(database)
        self.placings = Placings(database)
        self.threads = Threads(database)
        self.stories = Stories(database, now)
        self.followups = FollowUps(database, now)
        self.shelves = Shelves(database)
        self.following = FollowedPages(database, now)
        self.judgements = Judgements(database)
        # what is new, and what each person has seen of it
        self.news = News(database)
        self.seen = SeenNews(database)
        self.given = Given(database)
        # what people keep an eye on
        self.searches = SavedSearches(database)
        self.alerts = Alerts(database)
        # who may come in
        self.people = People(database)
        self.sessions = Sessions(database)
        self.tokens = Tokens(database)
        self.audit = Audit(database)
        # what is written from it
        self.briefs = Briefs(database)
        # what is exchanged with other desks
        self.partners = Partners(database)
        self.pacts = Pacts(database)
        self.reports = OwnReports(database)
        self.offers = Offers(database)
        self.received = ReceivedReports(database)
        # all of it together
        self.upkeep = Upkeep(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._database.looking() as connection:
            return self._counter.all(connection)

    def count(self, kind: Kind) -> int:
        """How much it holds of one kind."""
        with self._database.looking() as connection:
            return self._counter.count(connection, kind)
