"""The ledger as the rest of the desk sees it: every method is one transaction, and records go in and come out.

Invariant: nothing outside this package sees a connection, a row or SQL. A ``Ledger`` may be used from many threads at
once; readers never wait for the writer, and writers wait for each other.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from types import TracebackType
from typing import Self

from reportedly import clock
from reportedly.ledger import followups, judgements, stories
from reportedly.ledger.articles import Articles
from reportedly.ledger.captures import Captures
from reportedly.ledger.counts import Counts, counted
from reportedly.ledger.database import Database, connect
from reportedly.ledger.edits import Edits
from reportedly.ledger.entities import Entities
from reportedly.ledger.feeds import Feeds
from reportedly.ledger.hosts import Hosts
from reportedly.ledger.migrations import bring_up_to_date
from reportedly.ledger.outcomes import Outcomes
from reportedly.ledger.outlets import Outlets
from reportedly.ledger.pages import Pages
from reportedly.ledger.readings import Readings
from reportedly.ledger.view import FollowUpLine, StoryLine
from reportedly.records import FollowUp, Judgement, Story


def open_ledger(url: str, now: clock.Clock = clock.system) -> "Ledger":
    """The ledger at a database URL, made or brought up to date where needed; raises ``BadSetting``.

    ``now`` dates the readings that are filed.
    """
    database = connect(url)
    bring_up_to_date(database)
    return Ledger(database, now)


class Ledger:
    """The desk's memory. A context manager: leaving it closes the database."""

    def __init__(self, database: Database, now: clock.Clock) -> None:
        self._database = database
        self.outlets = Outlets(database)
        self.feeds = Feeds(database)
        self.hosts = Hosts(database)
        self.pages = Pages(database)
        self.captures = Captures(database)
        self.outcomes = Outcomes(database)
        self.articles = Articles(database)
        self.edits = Edits(database)
        self.readings = Readings(database, now)
        self.entities = Entities(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # -- filing: one transaction each; doing it twice changes nothing --------------------------------------------------

    def replace_stories(self, given: Iterable[Story]) -> None:
        """Let the ledger hold these stories and no others."""
        with self._database.writing() as connection:
            stories.replace(connection, given)

    def replace_followups(self, given: Iterable[FollowUp]) -> None:
        """Let the ledger hold these follow-ups and no others."""
        with self._database.writing() as connection:
            followups.replace(connection, given)

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a person's decision; ``ValueError`` where it undoes one that is not there."""
        with self._database.writing() as connection:
            judgements.put(connection, judgement)

    # -- work lists ----------------------------------------------------------------------------------------------------

    # -- views ---------------------------------------------------------------------------------------------------------

    def stories(
        self, *, limit: int = 50, offset: int = 0, since: date | None = None, until: date | None = None
    ) -> list[StoryLine]:
        """Stories, newest first; with ``since`` or ``until`` those with articles in these days."""
        with self._database.looking() as connection:
            return stories.lines(connection, limit, offset, since, until)

    def story(self, story_id: str) -> Story | None:
        """A story by its id."""
        with self._database.looking() as connection:
            return stories.get(connection, story_id)

    def stories_by_id(self, story_ids: Iterable[str]) -> list[Story]:
        """Stories in the order of their ids; those that are not there are left out."""
        with self._database.looking() as connection:
            return stories.by_id(connection, story_ids)

    def story_of(self, article_id: str) -> str | None:
        """The id of the story an article belongs to."""
        with self._database.looking() as connection:
            return stories.of(connection, article_id)

    def all_stories(self) -> Iterator[Story]:
        """All stories, newest first."""
        with self._database.looking() as connection:
            yield from stories.everything(connection)

    def followups(self, *, since: date | None = None, until: date | None = None) -> list[FollowUp]:
        """Follow-ups, last announced first; with ``since`` or ``until`` those whose windows and changes touch these."""
        with self._database.looking() as connection:
            return followups.listed(connection, since, until)

    def followups_on(self, article_ids: Iterable[str]) -> list[FollowUp]:
        """Follow-ups that rest on words of any of these articles, last announced first."""
        with self._database.looking() as connection:
            return followups.resting_on(connection, article_ids)

    def followups_by_id(self, followup_ids: Iterable[str]) -> list[FollowUp]:
        """Follow-ups in the order of their ids; those that are not there are left out."""
        with self._database.looking() as connection:
            return followups.by_id(connection, followup_ids)

    def followup_lines(self, day: date) -> list[FollowUpLine]:
        """All that was announced by ``day``, last announced first, as it stands on that day, without evidence."""
        with self._database.looking() as connection:
            return followups.lines(connection, day)

    def followup(self, followup_id: str) -> FollowUp | None:
        """A follow-up by its id."""
        with self._database.looking() as connection:
            return followups.get(connection, followup_id)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._database.looking() as connection:
            return counted(connection)

    def judgements(self, *, about: str | None = None, standing: bool = False) -> list[Judgement]:
        """People's decisions in the order they were made; with ``standing`` only those in force."""
        with self._database.looking() as connection:
            made = judgements.listed(connection)
        made = judgements.standing(made) if standing else made
        return [decision for decision in made if about in (None, decision.about)]
