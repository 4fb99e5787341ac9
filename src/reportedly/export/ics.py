"""What is expected, as a calendar that one can subscribe to: RFC 5545, an event an expectation.

An event keeps its UID; SEQUENCE and LAST-MODIFIED rise whenever the expectation came to be otherwise, for both are
those of what was given out. One that was called off, or that no article announces any more, stays as cancelled: else
whoever took it would keep it. A window is a span of whole days, DTEND the day after, and is never made a point; an
expectation without both ends of a window stands on no day and is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final, NamedTuple

from icalendar import Calendar, Event

from reportedly.account.wording import PUT_AS, STATES, day, days, quoted, window
from reportedly.records import Change, FollowUp, GivenExpectation, State, Window
from reportedly.text import squeezed

SLICE: Final = 20
"""Events put into one piece."""
TITLE: Final = 120  # characters
SHOWN: Final = 5  # articles that announce it
_OVER: Final[frozenset[State]] = frozenset({"cancelled", "denied"})


class _Span(NamedTuple):
    """A window of which both ends are known."""

    start: date
    end: date
    window: Window


def write(name: str, address: str, given: Iterable[GivenExpectation]) -> Iterator[bytes]:
    """The calendar in pieces: its head, each event, its end. ``address`` is where the desk is."""
    head, _, end = _head(name).to_ical().rpartition(b"END:VCALENDAR")
    yield head
    events = (event.to_ical() for one in given if (event := event_of(one, address)))
    while some := b"".join(islice(events, SLICE)):
        yield some
    yield b"END:VCALENDAR" + end


def _head(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//reportedly//expectations//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{name}: expected")
    calendar.add("x-wr-caldesc", "What articles say is to happen. Claims, not facts.")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return calendar


def event_of(given: GivenExpectation, address: str) -> Event | None:
    """The event of an expectation; None where it never had a window with both ends."""
    windows = [given.row.window, *(change.window for change in given.row.history if change.state == "moved")]
    known = [_Span(one.start, one.end, one) for one in windows if one and one.start and one.end]
    if not known:
        return None
    put_off = known[-1].window is not windows[-1]
    over = given.gone is not None or given.row.state in _OVER or put_off
    return _event(given, known[-1], address, over=over, put_off=put_off)


def touches(given: GivenExpectation, since: date | None, until: date | None) -> bool:
    """Whether any of its windows touches these days, so that one that moved out of them is still told."""
    spans = [given.row.window, *(change.window for change in given.row.history)]
    return (since is None and until is None) or any(
        one.start <= (until or date.max) and one.end >= (since or date.min)
        for one in spans
        if one and one.start and one.end
    )


def _event(given: GivenExpectation, span: _Span, address: str, *, over: bool, put_off: bool) -> Event:
    followup, event = given.row, Event()
    event.add("uid", f"{given.id}@reportedly")
    event.add("dtstamp", given.at.replace(microsecond=0))
    event.add("last-modified", given.at.replace(microsecond=0))
    event.add("sequence", given.revision - 1)
    event.add("dtstart", span.start)
    event.add("dtend", span.end + timedelta(days=1))
    event.add("summary", _title(followup, vague=span.window.vague))
    event.add("description", "\n".join(_words(given, span, put_off=put_off)))
    event.add("url", f"{address}/expectations/{given.id}")
    event.add("categories", [followup.type])
    sure = followup.certainty == "certain" and not span.window.vague
    event.add("status", "CANCELLED" if over else "CONFIRMED" if sure else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _title(followup: FollowUp, *, vague: bool) -> str:
    said = squeezed(followup.supports[0].sentence) if followup.supports else followup.type
    short = said if len(said) <= TITLE else said[:TITLE].rsplit(" ", 1)[0] + " …"
    return f"Some time within these days: {short}" if vague else short


def _words(given: GivenExpectation, span: _Span, *, put_off: bool) -> Iterator[str]:
    followup = given.row
    yield f"Expected {window(span.window)}; {PUT_AS[followup.certainty]}; {STATES[followup.state]}."
    if span.window.vague:
        yield f"The articles name no day: some time within {days(span.start, span.end)}."
    if put_off:
        yield "It was put off, and no new time is given."
    if given.gone:
        yield "No article on the desk announces it any more."
    for support in followup.supports[:SHOWN]:
        yield f"{quoted(support.sentence)} {support.article_url}"
    if len(followup.supports) > SHOWN:
        yield f"and {len(followup.supports) - SHOWN} more announcements"
    for change in followup.history:
        yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    now = f", now {window(change.window)}" if change.state == "moved" else ""
    yield f"{day(change.on)}: {STATES[change.state]}{now}"
    yield from (f"{quoted(evidence.sentence)} {evidence.article_url}" for evidence in change.evidence[:SHOWN])
