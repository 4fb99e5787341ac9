"""The calendar as a program keeps it that takes events by UID and SEQUENCE."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from reportedly.export import ics
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Change, Evidence, FollowUp, GivenExpectation, Window
from reportedly.text import Span

NOW = datetime(2031, 5, 21, 6, tzinfo=UTC)
DAY = date(2031, 6, 2)
SAID = Evidence("a-1", "https://herald.example/talks", Span(0, 5), "Talks open in Varn on Monday, the ministry said.")
TALKS = FollowUp("f-1", "CONSULT", (SAID,), date(2031, 5, 20), Window(DAY, DAY), "certain")
ADDRESS = "https://desk.example"


def events(data: bytes) -> list[Any]:
    return [*icalendar.Calendar.from_ical(data).walk("VEVENT")]


class Client:
    """Keeps one event a UID: the one with the highest SEQUENCE."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def take(self, data: bytes) -> None:
        for event in events(data):
            held = self.events.get(event["UID"])
            if held is None or event["SEQUENCE"] >= held["SEQUENCE"]:
                self.events[event["UID"]] = event


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        opened.articles.file(Article(SAID.article, SAID.article_url, "herald", SAID.sentence, "en", "hand/1"))
        yield opened


def calendar(given: Iterable[GivenExpectation]) -> bytes:
    return b"".join(ics.write("River Desk", ADDRESS, given))


def taken(ledger: Ledger, now: datetime, *followups: FollowUp) -> bytes:
    ledger.followups.put(followups)
    ledger.given.bring_up_to_date(now)
    return calendar(ledger.given.expectations(gone=None))


def one(followup: FollowUp) -> Any:
    return ics.event_of(GivenExpectation("f-1", 1, 1, NOW, None, followup), ADDRESS)


def test_taken_again_after_a_move_and_a_cancel_it_leaves_one_event(ledger: Ledger) -> None:
    client, later = Client(), DAY + timedelta(days=7)
    client.take(taken(ledger, NOW, TALKS))
    (first,) = client.events.values()
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert (first["SEQUENCE"], first["STATUS"], first["LAST-MODIFIED"].dt) == (0, "CONFIRMED", NOW)

    moved = replace(TALKS, history=(Change(date(2031, 5, 25), "moved", (SAID,), Window(later, later)),))
    client.take(taken(ledger, NOW + timedelta(days=1), moved))
    (second,) = client.events.values()
    assert (second["SEQUENCE"], second["DTSTART"].dt) == (1, later)
    assert second["LAST-MODIFIED"].dt == NOW + timedelta(days=1)

    off = replace(moved, history=(*moved.history, Change(date(2031, 5, 30), "cancelled", (SAID,))))
    data = taken(ledger, NOW + timedelta(days=2), off)
    client.take(data)
    client.take(data)
    (third,) = client.events.values()
    assert (third["SEQUENCE"], third["STATUS"], third["DTSTART"].dt) == (2, "CANCELLED", later)
    assert "called off" in third["DESCRIPTION"]


def test_what_nobody_announces_any_more_is_cancelled_and_not_just_missing(ledger: Ledger) -> None:
    client = Client()
    client.take(taken(ledger, NOW, TALKS))
    with ledger.following.at_work("hand") as shelf:
        shelf.drop("f-1")
    client.take(taken(ledger, NOW))
    (event,) = client.events.values()
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert "No article on the desk announces it any more." in event["DESCRIPTION"]


def test_a_vague_window_is_a_span_with_its_words() -> None:
    event = one(replace(TALKS, window=Window(date(2031, 6, 1), date(2031, 6, 30), vague=True)))
    assert event is not None
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2031, 6, 1), date(2031, 7, 1))
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"].startswith("Some time within these days")
    assert "roughly 1 to 30 June 2031" in event["DESCRIPTION"]
    assert event["DTSTART"].params["VALUE"] == "DATE"


@pytest.mark.parametrize("window", [None, Window(None, DAY), Window(DAY, None)])
def test_what_has_no_whole_window_stands_on_no_day(window: Window | None) -> None:
    assert one(replace(TALKS, window=window)) is None


def test_what_is_put_off_without_a_new_day_is_struck_out() -> None:
    event = one(replace(TALKS, history=(Change(DAY, "moved", (), None),)))
    assert event is not None
    assert (event["STATUS"], event["DTSTART"].dt) == ("CANCELLED", DAY)
    assert "no new time is given" in event["DESCRIPTION"]


def test_the_calendar_has_a_name_and_each_event_leads_to_the_desk() -> None:
    given = GivenExpectation("f-1", 1, 1, NOW, None, replace(TALKS, supports=(SAID,) * 9))
    read: Any = icalendar.Calendar.from_ical(calendar([given]))
    assert read["X-WR-CALNAME"] == "River Desk: expected"
    (event,) = events(calendar([given]))
    assert event["URL"] == f"{ADDRESS}/expectations/f-1"
    assert "and 4 more announcements" in event["DESCRIPTION"]
    assert max(map(len, calendar([given]).split(b"\r\n"))) <= 75


def test_words_of_articles_cannot_add_an_event() -> None:
    evil = replace(
        SAID, sentence="Talks\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x", article_url="https://e.example/\r\nX:1"
    )
    data = calendar([GivenExpectation("f-1", 1, 1, NOW, None, replace(TALKS, supports=(evil,)))])
    assert [event["UID"] for event in events(data)] == ["f-1@reportedly"]


def test_within_days_is_also_what_was_moved_out_of_them() -> None:
    away = Window(date(2032, 1, 1), date(2032, 1, 2))
    given = GivenExpectation("f-1", 2, 2, NOW, None, replace(TALKS, history=(Change(DAY, "moved", (), away),)))
    assert ics.touches(given, DAY, DAY)
    assert ics.touches(given, None, None)
    assert not ics.touches(given, date(2031, 7, 1), date(2031, 7, 2))
