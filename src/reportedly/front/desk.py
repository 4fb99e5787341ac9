"""A desk opened to look at: what was filed, as records.

Nothing here fetches, reads or files; ``reportedly run`` and ``reportedly judge`` do.
"""

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.account import page_events
from reportedly.account.narrowing import narrowed
from reportedly.brief import compose, days
from reportedly.clock import day_of
from reportedly.ledger import ArticleLine, Counts, EntityLine, Hits, Ledger, StoryLine, open_ledger
from reportedly.records import Article, Brief, FollowUp, Outlet, PageEvent, Reading, Story
from reportedly.settings import Desk, desk_in

Day = date | str
"""A day: a ``date``, or the text "YYYY-MM-DD"."""


class OpenDesk:
    """What a desk holds. Leaving the ``with`` closes its ledger.

    Lists are newest first and come a page at a time (``limit``, ``offset``). Asking for what is not there gives None or
    nothing; a day that is none raises ``BadDate``. It may be used from many threads, and while the desk is running.
    """

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk = desk
        self._ledger = ledger

    @classmethod
    def at(cls, folder: str | PathLike[str]) -> Self:
        """The desk in ``folder``; raises ``NoDesk`` or ``BadSetting``."""
        desk = desk_in(Path(folder))
        return cls(desk, open_ledger(desk.ledger_url, desk.clock()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger."""
        self._ledger.close()

    @property
    def name(self) -> str:
        """The desk's name."""
        return self._desk.settings.name

    @property
    def today(self) -> date:
        """The desk's day: that of the machine, or the one at which its calendar stands still."""
        return self._desk.now().date()

    def counts(self) -> Counts:
        """How much the desk holds."""
        return self._ledger.counts()

    def outlets(self) -> list[Outlet]:
        """The outlets it watches, by name."""
        return self._ledger.outlets.all()

    # -- articles ------------------------------------------------------------------------------------------------------

    def articles(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[ArticleLine]:
        """Articles as lines of a list, each page's latest revision; undated ones last."""
        return self._ledger.articles.lines(limit=limit, offset=offset, outlet=outlet)

    def article(self, article: str) -> Article | None:
        """An article by its id, or by the address of its page: the revision that the page showed last."""
        return self._ledger.articles.get(article) or self._ledger.articles.latest(self._page(article))

    def reading(self, article: str) -> Reading | None:
        """What was found in an article, by its id or address; private persons are left out."""
        known = self.article(article)
        return self._ledger.readings.get(known.id) if known else None

    def search(  # noqa: PLR0913  a filter each
        self,
        words: str = "",
        *,
        outlet: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        language: str | Iterable[str] | None = None,
        entity: str | None = None,
        certainty: str | None = None,
        source: str | None = None,
        event: str | None = None,
        best: bool = False,
        limit: int = 50,
        before: str | None = None,
    ) -> Hits:
        """Articles that hold these words and pass these filters, newest first: docs/commands.md says how to ask.

        ``before`` is that of the page before. ``best`` puts those first that match best, of the newest that match.
        """
        kinds = {"outlet": outlet, "entity": entity, "certainty": certainty, "source": source, "event": event}
        filters = narrowed(self._ledger, since=since, until=until, language=language, **kinds)
        return self._ledger.articles.search(words, filters, limit=limit, before=before, best=best)

    def naming(self, entity: str, *, limit: int = 50, offset: int = 0) -> list[ArticleLine]:
        """Articles that name an entity, by its id."""
        return self._ledger.articles.naming(entity, limit=limit, offset=offset)

    def entity(self, entity: str) -> EntityLine | None:
        """An entity over all articles, by its id."""
        return self._ledger.entities.get(entity)

    def history(self, article: str) -> tuple[PageEvent, ...]:
        """What became of a page since it was first seen, by its address or an article's id, in order."""
        known = self._ledger.articles.get(article)
        return page_events.of(self._ledger, known.url if known else self._page(article))

    def _page(self, url: str) -> str:
        return self._ledger.pages.known_as(url)

    # -- over all articles ---------------------------------------------------------------------------------------------

    def stories(
        self, *, limit: int = 50, offset: int = 0, since: Day | None = None, until: Day | None = None
    ) -> list[StoryLine]:
        """Stories as lines of a list; with ``since`` or ``until`` those with articles in these days."""
        return self._ledger.stories.lines(limit=limit, offset=offset, since=day_of(since), until=day_of(until))

    def story(self, story: str) -> Story | None:
        """A story with all its articles, by its id: which are copies, and of what."""
        return self._ledger.stories.get(story)

    def followups(self, as_of: Day | None = None) -> list[FollowUp]:
        """What was announced by a day (default: ``today``) and what had become of it, last announced first.

        What was announced or reported later is left out. ``who`` has names.
        """
        day = day_of(as_of) or self.today
        known = [followup.as_of(day) for followup in self._ledger.followups.all() if followup.is_known_by(day)]
        names = self._ledger.entities.names(who for followup in known for who in followup.who)
        return [followup.naming(names) for followup in known]

    def brief(self, start: Day | None = None, end: Day | None = None) -> Brief:
        """A dispatch over some days in which every sentence is cited (default: the week of the last article)."""
        first, last = days(self._ledger, day_of(start), day_of(end), today=self.today)
        return compose(self._ledger, first, last, today=self.today)
