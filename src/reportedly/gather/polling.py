"""Polling: which feeds, sitemaps and link pages are due, what they announce, and when to ask again."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from reportedly.fetch import Announcement, Fetcher, Request, announced, backoff, host_of
from reportedly.gather.arrivals import Arrivals
from reportedly.gather.collecting import fetched, remember
from reportedly.gather.rhythm import pause
from reportedly.gather.sharing import shares
from reportedly.ledger import FeedState
from reportedly.records import Exchange, Outcome, Outlet, Record
from reportedly.session import Session, Tally

LONGEST_BACKOFF = timedelta(hours=24)
MOST_DEPTH = 2  # sitemaps within sitemaps


class Announcer(Record, frozen=True):
    """An address that announces an outlet's articles."""

    url: str
    outlet: str
    page: bool = False
    state: FeedState | None = None


def poll(session: Session, fetcher: Fetcher, known: Sequence[Outlet]) -> None:
    """Ask what is due and file what it announces; then the fresh sitemaps that indexes name."""

    def due() -> list[Announcer]:
        watched = _sources(session, known)
        return [source for source in watched if _is_due(session, source) and not fetcher.resting(source.url)]

    with session.stage("poll") as tally:
        for sources in shares(session, due, lambda source: host_of(source.url)):
            for _ in range(1 + MOST_DEPTH):
                sources = _ask(session, fetcher, {source.url: source for source in sources}, tally)  # noqa: PLW2901
            session.archive.settle()


def _sources(session: Session, known: Iterable[Outlet]) -> Iterable[Announcer]:
    for outlet in known:
        for url in outlet.watched:
            yield Announcer(url, outlet.id, url in outlet.pages, session.ledger.feeds.state(url))


def _is_due(session: Session, source: Announcer) -> bool:
    state = source.state
    return state is None or session.desk.now() >= state.due_at(session.desk.settings.fetch.poll_every)


def _ask(session: Session, fetcher: Fetcher, sources: dict[str, Announcer], tally: Tally) -> list[Announcer]:
    """Poll these; gives the sitemaps they name."""
    more: list[Announcer] = []
    arrivals = Arrivals(session)
    for done, (request, answer) in enumerate(fetcher.get_all(_asking(due) for due in sources.values()), 1):
        source = sources[request.url]
        announcement = _filed(session, arrivals, answer, source) if isinstance(answer, Exchange) else answer
        session.ledger.feeds.put_state(_state(session, fetcher, source, answer, announcement))
        if ended := _ended(answer, announcement):
            session.ledger.outcomes.put(ended)
        if isinstance(announcement, Announcement):
            more += [Announcer(url, source.outlet, state=session.ledger.feeds.state(url)) for url in announcement.more]
        tally.count(failed=isinstance(announcement, Outcome) and announcement.state != "unchanged")
        remember(session, fetcher)
        session.report("polling feeds", done, len(sources))
    return more


def _ended(answer: Exchange | Outcome, announcement: Announcement | Outcome) -> Outcome | None:
    if isinstance(announcement, Outcome):
        return announcement
    return fetched(answer, announcement.note) if isinstance(answer, Exchange) else None


def _asking(source: Announcer) -> Request:
    state = source.state
    return Request(source.url, state.etag, state.last_modified) if state else Request(source.url)


def _filed(session: Session, arrivals: Arrivals, answer: Exchange, source: Announcer) -> Announcement | Outcome:
    """Archive what came and file what it announces, each page under the one address it is known by."""
    arrivals.keep(answer, announces=True)
    announcement = announced(answer, source.outlet, page=source.page)
    if isinstance(announcement, Announcement):
        names = session.ledger.pages.canonical(item.url for item in announcement.items)
        items = [msgspec.structs.replace(item, url=names.get(item.url, item.url)) for item in announcement.items]
        session.ledger.feeds.put_items(items)
    return announcement


def _state(
    session: Session,
    fetcher: Fetcher,
    source: Announcer,
    answer: Exchange | Outcome,
    announcement: Announcement | Outcome,
) -> FeedState:
    now = session.desk.now()
    before = source.state or FeedState(source.url, None, None, now)
    if isinstance(announcement, Outcome) and announcement.state != "unchanged":
        return _failing(before, announcement.message, now, session.desk.settings.fetch.poll_every, fetcher)
    wait = _pause(session, before, announcement)
    well = msgspec.structs.replace(before, polled_at=now, failures=0, next_at=now + wait, succeeded_at=now)
    if not isinstance(answer, Exchange):
        return well
    # An index that did not change may name sitemaps that did: it is always asked for anew.
    marks = (None, None) if isinstance(announcement, Announcement) and announcement.kind == "index" else _marks(answer)
    return msgspec.structs.replace(well, etag=marks[0], last_modified=marks[1])


def _marks(answer: Exchange) -> tuple[str | None, str | None]:
    return answer.etag, answer.last_modified


def _pause(session: Session, before: FeedState, announcement: Announcement | Outcome) -> timedelta:
    """By what the feed just announced; where it had nothing new, as long as the last time."""
    fetch = session.desk.settings.fetch
    if isinstance(announcement, Announcement):
        return pause(announcement.items, session.desk.now(), fetch.poll_every, fetch.poll_at_latest)
    last = (before.next_at or before.polled_at) - before.polled_at
    return last if last and not before.failures else timedelta(seconds=fetch.poll_every)


def _failing(before: FeedState, why: str, now: datetime, first: float, fetcher: Fetcher) -> FeedState:
    """Ask again after ever longer; the marks of the last good answer stay good."""
    times = before.failures + 1
    wait = backoff(times, timedelta(seconds=first), LONGEST_BACKOFF, fetcher.chance)
    return msgspec.structs.replace(before, polled_at=now, failures=times, next_at=now + wait, failed_at=now, error=why)
