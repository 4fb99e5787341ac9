"""Outlets and what of theirs is watched."""

from datetime import date

from reportedly.records.kinds import Record


class Selector(Record, frozen=True, forbid_unknown_fields=True):
    """Where an outlet's pages captured from ``since`` on keep their text and headline, as CSS selectors.

    For the outlets on which the general extractor fails. The next selector's ``since`` ends this one's time, so an old
    capture gets the parser of its day.
    """

    since: date
    body: str | None = None
    headline: str | None = None


class Outlet(Record, frozen=True):
    """A publisher. ``owner`` lets two outlets count as one voice; ``country`` is ISO 3166-1 alpha-2.

    What is watched: ``feeds``, ``sitemaps``, and ``pages`` that link to articles where an outlet has neither.
    ``folder`` is where a list of outlets keeps it, its parts apart by a slash. ``selectors`` ascend by ``since``.
    """

    id: str
    name: str
    home: str
    feeds: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    owner: str | None = None
    sitemaps: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    folder: str | None = None
    selectors: tuple[Selector, ...] = ()

    @property
    def watched(self) -> tuple[str, ...]:
        """All addresses that announce its articles."""
        return (*self.feeds, *self.sitemaps, *self.pages)

    def selector(self, day: date) -> Selector | None:
        """The selector for a page captured on ``day``; None leaves it to the general extractor."""
        return next((selector for selector in reversed(self.selectors) if selector.since <= day), None)
