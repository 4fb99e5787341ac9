"""The ledger as the rest of the desk sees it: every method is one transaction, and records go in and come out.

Invariant: nothing outside this package sees a connection, a row or SQL. A ``Ledger`` may be used from many threads at
once; readers never wait for the writer, and writers wait for each other.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from types import TracebackType
from typing import Self

from reportedly import clock
from reportedly.ledger import articles, followups, judgements, lookup, readings, revisions, stories
from reportedly.ledger.captures import Captures
from reportedly.ledger.database import Database, connect
from reportedly.ledger.feeds import Feeds
from reportedly.ledger.hosts import Hosts
from reportedly.ledger.migrations import bring_up_to_date
from reportedly.ledger.outcomes import Outcomes
from reportedly.ledger.outlets import Outlets
from reportedly.ledger.pages import Pages
from reportedly.ledger.readings import back
from reportedly.ledger.readings.back import PARTS, Part
from reportedly.ledger.revisions import Pair
from reportedly.ledger.view import ArticleLine, Counts, EntityLine, FollowUpLine, Hit, StoryLine
from reportedly.records import Article, Edit, FollowUp, Gist, Judgement, Look, Reading, Sighting, Story


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
        self._now = now
        self.outlets = Outlets(database)
        self.feeds = Feeds(database)
        self.hosts = Hosts(database)
        self.pages = Pages(database)
        self.captures = Captures(database)
        self.outcomes = Outcomes(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # -- filing: one transaction each; doing it twice changes nothing --------------------------------------------------

    def file_article(self, article: Article) -> None:
        """File an article as the next revision of its URL, unless it is there.

        One that is there and was overtaken by another is the latest again where another capture shows it.
        """
        with self._database.writing() as connection:
            articles.file(connection, article)

    def file_articles(self, given: Iterable[Article]) -> None:
        """File articles as ``file_article`` does, all in one transaction: quicker where there are many."""
        with self._database.writing() as connection:
            for article in given:
                articles.file(connection, article)

    def file_reading(self, reading: Reading, gist: Gist, sightings: Iterable[Sighting]) -> None:
        """File a reading in place of the article's reading before it, leaving out private persons.

        Raises ``ValueError`` where its article is not filed or its parts do not fit together.
        """
        with self._database.writing() as connection:
            readings.file(connection, reading, gist, tuple(sightings), self._now())

    def file_edit(self, pair: Pair, edit: Edit) -> None:
        """File how two revisions of ``edits_to_compare`` differ, in place of an earlier comparison of the two."""
        with self._database.writing() as connection:
            revisions.file(connection, pair, edit)

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

    def articles_to_read(self, reader: str) -> Iterator[Article]:
        """Articles that ``reader`` has not read, a page in memory at a time; readings may be filed meanwhile."""
        return articles.to_read(self._database, reader)

    def unread(self, reader: str) -> int:
        """How many articles ``articles_to_read`` would give."""
        with self._database.looking() as connection:
            return lookup.unread(connection, reader)

    def edits_to_compare(self) -> list[Pair]:
        """Revisions that followed each other on a page and were not compared by the readings they have now."""
        with self._database.looking() as connection:
            return list(revisions.due(connection))

    def gists(self) -> Iterator[Gist]:
        """What relates articles to each other, of the last revision of each URL that has been read."""
        with self._database.looking() as connection:
            yield from readings.gists(connection)

    def sightings(self) -> Iterator[Sighting]:
        """Events as follow-ups see them, of the last revision of each URL that has been read."""
        with self._database.looking() as connection:
            yield from readings.sightings(connection)

    # -- views ---------------------------------------------------------------------------------------------------------

    def article(self, article_id: str) -> Article | None:
        """An article revision by its id."""
        with self._database.looking() as connection:
            return articles.get(connection, article_id)

    def articles_by_id(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Article revisions by their ids, all in a few queries; those that are not there are left out."""
        with self._database.looking() as connection:
            return articles.by_id(connection, article_ids)

    def articles_by_outlet(self) -> dict[str, int]:
        """How many articles each outlet has, by its id; also outlets that nobody described."""
        with self._database.looking() as connection:
            return articles.by_outlet(connection)

    def article_lines(self, article_ids: Iterable[str]) -> dict[str, ArticleLine]:
        """Lines of article revisions by their ids, without loading texts; those that are not there are left out."""
        with self._database.looking() as connection:
            return articles.lines_of(connection, article_ids)

    def newest_day(self, until: date) -> date | None:
        """The last day up to ``until`` on which an article came out; None where there is none."""
        with self._database.looking() as connection:
            return articles.newest_day(connection, until)

    def latest(self, url: str) -> Article | None:
        """The revision of a URL that its page showed last."""
        with self._database.looking() as connection:
            return articles.latest(connection, url)

    def revisions(self, url: str) -> list[Article]:
        """All revisions of a URL, in the order in which they were first filed."""
        with self._database.looking() as connection:
            return articles.revisions(connection, url)

    def page_history(self, url: str) -> tuple[Sequence[Look], Sequence[Edit]]:
        """All looks at a page, ascending, and the edits between its revisions; ``account.page_events`` tells them."""
        with self._database.looking() as connection:
            looks, edits = revisions.looks(connection, (url,)), revisions.edits(connection, (url,))
        return looks.get(url, ()), edits.get(url, ())

    def edits(self, urls: Iterable[str]) -> dict[str, list[Edit]]:
        """The edits of these pages that were compared; a page without edits has none."""
        with self._database.looking() as connection:
            return revisions.edits(connection, urls)

    def edited_within(self, start: date, end: date) -> list[tuple[str, date, Edit]]:
        """URL, day and edit of each edit of words first seen from ``start`` to ``end``, in the order of days."""
        with self._database.looking() as connection:
            return revisions.edited_within(connection, start, end)

    def gone_within(self, start: date, end: date) -> list[tuple[str, date]]:
        """URL and day of each page with an article that was first found gone from ``start`` to ``end``."""
        with self._database.looking() as connection:
            return revisions.gone_within(connection, start, end)

    def articles(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[ArticleLine]:
        """Latest revisions, newest first, undated ones last."""
        with self._database.looking() as connection:
            return articles.lines(connection, limit, offset, outlet)

    def articles_naming(self, entity_id: str, *, limit: int = 50, offset: int = 0) -> list[ArticleLine]:
        """Latest revisions that name an entity, newest first."""
        with self._database.looking() as connection:
            return articles.naming(connection, entity_id, limit, offset)

    def articles_naming_each(self, entity_ids: Iterable[str], *, most: int) -> dict[str, list[ArticleLine]]:
        """For each entity named by no more than ``most`` articles: their latest revisions, newest first."""
        with self._database.looking() as connection:
            return articles.naming_each(connection, entity_ids, most)

    def reading(self, article_id: str) -> Reading | None:
        """What was found in an article, as it was filed."""
        return self.readings((article_id,)).get(article_id)

    def readings(self, article_ids: Iterable[str], parts: Collection[Part] = PARTS) -> dict[str, Reading]:
        """What was found in these articles, one query a part; an article that has not been read has no reading.

        With ``parts`` the others are left empty: quicker where a page shows only some.
        """
        with self._database.looking() as connection:
            return back.get(connection, article_ids, parts)

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

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Names of entities by id; what is no known entity's id is left out."""
        with self._database.looking() as connection:
            return lookup.names(connection, ids)

    def entity(self, entity_id: str) -> EntityLine | None:
        """An entity over all articles that name it."""
        with self._database.looking() as connection:
            return lookup.entity(connection, entity_id)

    def search(self, words: str, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Articles that hold all ``words``, best first: ``"two words"`` in a row, ``begin*``; all else is words."""
        with self._database.looking() as connection:
            return lookup.search(connection, words, limit, offset)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._database.looking() as connection:
            return lookup.counts(connection)

    def judgements(self, *, about: str | None = None, standing: bool = False) -> list[Judgement]:
        """People's decisions in the order they were made; with ``standing`` only those in force."""
        with self._database.looking() as connection:
            made = judgements.listed(connection)
        made = judgements.standing(made) if standing else made
        return [decision for decision in made if about in (None, decision.about)]
