"""A story in the order of time, each entry under the date that it says it shows.

When something happened as articles tell it, when an article came out, when the desk first told of it, when its page was
changed, and when something is expected are five things; a day of one is never put down as another's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from reportedly.account import links
from reportedly.account.telling import Telling
from reportedly.account.wording import STATES, counted, edited, moment, quoted, quoted_by_letters, window_in_figures
from reportedly.records import Edit, Event, FollowUp, Reading
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

Shows = Literal["happened", "published", "seen", "edited", "expected"]

LABELS: Final[dict[Shows, str]] = {
    "happened": "told to have happened",
    "published": "published",
    "seen": "first told by the desk; no date of its own",
    "edited": "page changed",
    "expected": "expected",
}
DAYS: Final = 6
"""Of what happened: those that most articles tell of."""
AHEAD: Final = 5
LONG: Final = timedelta(days=3)
"""Before the first article: what happened earlier is what the story stands on."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the line: ``day`` is that which ``shows`` names, None where nobody knows; ``when`` says it in words.

    ``title`` is a headline or quoted words, ``note`` what else is known: of an article when the desk saw it.
    """

    shows: Shows
    day: date | None
    at: datetime | None
    when: str
    title: str
    path: str
    outlet: str
    note: str = ""
    is_copy: bool = False
    earlier: bool = False

    @property
    def label(self) -> str:
        """Which date this is."""
        return LABELS[self.shows]


def timeline(ledger: "Ledger", tellings: Sequence[Telling], followups: Iterable[FollowUp]) -> list[Entry]:
    """All entries of these articles, and the first expectations that rest on them, oldest first, undated ones last."""
    seen = ledger.news.of_pages(telling.article.url for telling in tellings)
    days = [telling.day for telling in tellings if telling.day]
    entries = [
        *_happened(tellings, min(days, default=None)),
        *(_published(telling, seen.get(telling.article.url)) for telling in tellings),
        *_edited(ledger, tellings),
        *_expected(followups),
    ]
    return sorted(entries, key=_place)


_ORDER: Final[tuple[Shows, ...]] = ("happened", "published", "seen", "edited", "expected")


def _place(entry: Entry) -> tuple[date, int, str, str]:
    at = entry.at.isoformat() if entry.at else ""
    return (entry.day or date.max, _ORDER.index(entry.shows), at, entry.path)


def _published(telling: Telling, seen: tuple[int, datetime] | None) -> Entry:
    out, when = telling.article.published, seen[1] if seen else None
    path, title, outlet = f"/articles/{telling.article.id}", telling.headline, telling.outlet
    note = f"the desk told of it first {moment(when)}" if when else ""
    if out is None and telling.fetched:
        words = f"{telling.fetched}"
        return Entry("seen", telling.fetched, None, words, title, path, outlet, note, telling.is_copy)
    if out is None:
        day, words = (when.date(), moment(when)) if when else (None, "date unknown")
        return Entry("seen", day, when, words, title, path, outlet, is_copy=telling.is_copy)
    day = out.start
    words = moment(out.at) if out.at else f"{day}" if day == out.end else f"{day} to {out.end}"
    return Entry("published", day, out.at, words, title, path, outlet, note, telling.is_copy)


# -- what happened ----------------------------------------------------------------------------------------------------


def _happened(tellings: Sequence[Telling], first: date | None) -> Iterator[Entry]:
    """For each day on which something is told to have happened the first telling of it; copies tell nothing."""
    told: dict[date, list[tuple[Telling, Span]]] = defaultdict(list)
    for telling in tellings:
        if telling.reading:
            for day, sentence in _days(telling.reading).items():
                told[day].append((telling, sentence))
    most = sorted(told, key=lambda day: (-len(told[day]), -day.toordinal()))[:DAYS]
    for day in most:
        telling, sentence = told[day][0]
        words = quoted(sentence.of(telling.article.text), 200, telling.article.language)
        others = len(told[day]) - 1
        note = f"and by {counted(others, 'other article')}" if others else ""
        path, earlier = links.passage(telling.article.id, sentence), bool(first and day < first - LONG)
        yield Entry("happened", day, None, f"{day}", words, path, telling.outlet, note, earlier=earlier)


def _days(reading: Reading) -> dict[date, Span]:
    """By day the sentence of the first event that the article puts on that one day as done."""
    times = {time.id: time for time in reading.times if time.day and not time.vague}
    days: dict[date, Span] = {}
    for event in sorted(reading.events, key=lambda event: event.trigger):
        time = times.get(event.time or "")
        if time and time.day and event.status == "occurred" and event.polarity == "affirmed":
            days.setdefault(time.day, _sentence(reading.sentences, event))
    return days


def _sentence(sentences: Iterable[Span], event: Event) -> Span:
    return next((sentence for sentence in sentences if sentence.holds(event.trigger)), event.trigger)


# -- what was changed, and what lies ahead ----------------------------------------------------------------------------


def _edited(ledger: "Ledger", tellings: Sequence[Telling]) -> Iterator[Entry]:
    of = {telling.article.url: telling for telling in tellings}
    edits = [(url, edit) for url, some in ledger.edits.of_pages(of).items() for edit in some if _counts(edit)]
    known = ledger.edits.seen_at(edit.after for _, edit in edits)
    for url, edit in edits:
        at = known.get(edit.after)
        path = f"/articles/{edit.after}/history"
        when, day = (moment(at), at.date()) if at else ("date unknown", None)
        yield Entry("edited", day, at, when, of[url].headline, path, of[url].outlet, edited(edit))


def _counts(edit: Edit) -> bool:
    return bool(edit.struck + edit.added) and not edit.partial


def _expected(followups: Iterable[FollowUp]) -> Iterator[Entry]:
    """Those with a window; the same words for the same days stand once, however many articles were parted by them."""
    told: set[tuple[str, str]] = set()
    for followup in followups:
        window, first = followup.window, followup.supports[0] if followup.supports else None
        if window and first and (day := window.start or window.end):
            when, title = window_in_figures(window), quoted_by_letters(first.sentence, 160)
            if (when, title) not in told and len(told) < AHEAD:
                told.add((when, title))
                yield Entry(
                    "expected", day, None, when, title, f"/expectations/{followup.id}", "", STATES[followup.state]
                )
