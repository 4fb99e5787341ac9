"""Stories brought up to date: pages that are new are placed, and what that changes is told anew.

Days are gone through in their order, those of new pages and those that hang on them (``stories.Days``), each filed
before the next. Then the stories are told of all happenings that somebody came to or left.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from reportedly import stories
from reportedly.ledger import Ledger, Unrelated, batches
from reportedly.records import Gist, Placing, story_id
from reportedly.relating.told import told_gists
from reportedly.session import Session
from reportedly.stories import OPEN, WINDOW, Days, Verdict

HAPPENINGS = 200  # whose stories are told at a time
PAGES = 500  # taken up at a time


def stories_anew(session: Session, due: Sequence[Unrelated]) -> int:
    """Bring stories up to date with these pages and with what people decided; gives how many stories differ."""
    _take_up(session.ledger, due)
    judged = _judged(session.ledger)
    _go_through(session, judged)
    _join(session)
    return _tell(session, judged)


def tell_anew(session: Session) -> int:
    """Tell what is marked to be told anew, since people corrected or withdrew words; gives how many stories differ."""
    return _tell(session, _judged(session.ledger))


def _judged(ledger: Ledger) -> Sequence[Verdict]:
    return stories.verdicts(ledger.judgements.standing(of="story", kinds=("merge", "split")))


# -- placing ----------------------------------------------------------------------------------------------------------


def _take_up(ledger: Ledger, due: Sequence[Unrelated]) -> None:
    for some in batches.of(due, PAGES):
        read = ledger.readings.last_read([page.url for page in some])
        places = [
            Placing(page.page, page.url, read[page.url].article, read[page.url].day, page.page)
            for page in some
            if page.url in read
        ]
        ledger.placings.take_up(places, WINDOW)


def _go_through(session: Session, judged: Sequence[Verdict]) -> None:
    """Place the pages of all days that are stale, in the order of the days."""
    ledger, stream = session.ledger, _Stream(session.ledger, judged)
    done = 0
    while (day := ledger.placings.next_stale()) is not None:
        session.report("grouping stories", done, None)
        stream.go_on_to(day)
        stream.turn(day)
        done += 1


class _Stream:
    """The stream of days as the ledger has it, taken up where it is needed."""

    def __init__(self, ledger: Ledger, judged: Sequence[Verdict]) -> None:
        self._ledger, self._last = ledger, date.min
        names = {name for verdict in judged if verdict.kind == "split" for name in (verdict.story, verdict.other)}
        self._apart = stories.apart(judged, [place.url for place in ledger.placings.named(sorted(names))])
        self._days = Days(ledger.placings, self._apart)

    def go_on_to(self, day: date) -> None:
        """Be ready for this day: the week before it is known."""
        if day - self._last > WINDOW:
            self._days = Days(self._ledger.placings, self._apart)
        first = max(self._last + timedelta(1), day - min(WINDOW, day - date.min))
        for earlier, places in self._ledger.placings.of_days(first, day - timedelta(1)).items() if day > first else ():
            self._days.remember(earlier, _with_gists(self._ledger, places))
        self._last = day

    def turn(self, day: date) -> None:
        """File what changes by the articles of this day, and which days hang on that."""
        before = {place.page: place for place in self._ledger.placings.of_days(day, day).get(day, ())}
        gists = {gist.url: gist for gist, _ in _with_gists(self._ledger, before.values())}
        found = self._days.turn(day, gists.values())
        self._begin(day, [(gists[place.url], place) for place in found if place.day == day])
        before |= self._ledger.placings.of_pages([place.page for place in found if place.page not in before])
        changed = [place for place in found if before.get(place.page) != place]
        moved = [(before[place.page], place) for place in changed]
        reach = timedelta(0)
        if any(old.happening != new.happening for old, new in moved):
            reach = OPEN
        if any((old.original is None) != (new.original is None) for old, new in moved):
            reach = WINDOW
        self._ledger.placings.put(day, changed, day + min(reach, date.max - day) if reach else None)

    def _begin(self, day: date, placed: Sequence[tuple[Gist, Placing]]) -> None:
        """File which happenings began on a day, and what was told of them."""
        known = self._ledger.threads.beginnings({place.happening for _, place in placed})
        told = stories.began(day, placed, {own for own, began in known.items() if began < day})
        keys = [stories.opened(part).key for part in told.parts]
        self._ledger.threads.begin(day, keys, stories.packed(told), stories.BACK)


def _with_gists(ledger: Ledger, places: Iterable[Placing]) -> list[tuple[Gist, Placing]]:
    by_article = {place.article: place for place in places}
    return [(gist, by_article[gist.article]) for gist in ledger.readings.gists_of(by_article)]


# -- running stories --------------------------------------------------------------------------------------------------


def _join(session: Session) -> None:
    """Join what began on stale days to what it goes on with, in the order of the days."""
    threads, weeks, last = session.ledger.threads, stories.Weeks(), date.min
    while (day := threads.next_stale()) is not None:
        session.report("joining running stories", 0, None)
        since = day - min(stories.BACK, day - date.min)
        if last < since:
            weeks, last = stories.Weeks(), since - timedelta(1) if since > date.min else since
        for told in threads.told(last + timedelta(1), day - timedelta(1)) if day > last else ():
            weeks.remember(stories.unpacked(told))
        (told,) = threads.told(day, day)
        threads.join(day, weeks.turn(stories.unpacked(told)))
        last = day


# -- telling ----------------------------------------------------------------------------------------------------------


def _tell(session: Session, judged: Sequence[Verdict]) -> int:
    """Tell the stories of all happenings that somebody came to or left, a few at a time; how many differ."""
    placings, told, done = session.ledger.placings, 0, 0
    total, ties = placings.count_unsettled(), _judged_together(session.ledger, judged)
    while some := placings.unsettled(HAPPENINGS):
        every = _joined(some, ties)
        articles = told_gists(session.ledger, _with_gists(session.ledger, placings.of_happenings(every)))
        aside = session.ledger.judgements.set_aside(place.url for _, place in articles)
        of_these = stories.stories_of(articles, judged, _running(session.ledger, every), aside)
        told += session.ledger.stories.tell([place.page for _, place in articles], of_these)
        done += len(some)
        session.report("telling stories", min(done, total), total)
    return told


def _running(ledger: Ledger, happenings: Iterable[str]) -> dict[str, str]:
    """The ids of the running stories that these happenings are of."""
    roots = ledger.threads.roots(happenings)
    firsts = ledger.placings.of_pages(roots.values())
    return {own: story_id(firsts[root].url) for own, root in roots.items()}


def _judged_together(ledger: Ledger, judged: Sequence[Verdict]) -> list[set[str]]:
    """The happenings that each decision is about."""
    places = ledger.placings.named({name for verdict in judged for name in (verdict.story, verdict.other)})
    happening = {name: place.happening for place in places for name in (place.url, story_id(place.url))}
    return [{happening[name] for name in (each.story, each.other) if name in happening} for each in judged]


def _joined(happenings: Iterable[str], judged: Iterable[set[str]]) -> set[str]:
    """These happenings, and all that decisions tie to them."""
    found, ties = set(happenings), list(judged)
    while near := [tie for tie in ties if not found.isdisjoint(tie)]:
        ties = [tie for tie in ties if found.isdisjoint(tie)]
        found.update(*near)
    return found
