"""Mentions of one event ahead are told once."""

from datetime import date

from reportedly.read.events.once import Mention, is_over, told_once
from reportedly.records import Event, Published, Window
from reportedly.text import Span


def _mention(at: int, p: float, day: int | None = None, place: str | None = None) -> Mention:
    event = Event(f"v{at}", Span(at, at + 5), "OTHER", lemma="visit", place=place)
    when = date(2031, 7, day) if day else None
    return Mention(event, p, Window(when, when) if when else None)


def test_the_mention_that_has_a_day_tells_it() -> None:
    (only,) = told_once([_mention(0, 0.6), _mention(10, 0.9), _mention(20, 0.7, 14)])
    assert only.event.id == "v20"
    assert only.window == Window(date(2031, 7, 14), date(2031, 7, 14))


def test_of_mentions_with_a_day_or_without_the_likeliest_tells_it() -> None:
    (only,) = told_once([_mention(0, 0.6, 14), _mention(10, 0.7, 14), _mention(20, 0.95)])
    assert only.event.id == "v10"
    (only,) = told_once([_mention(0, 0.6), _mention(10, 0.95), _mention(20, 0.92)])
    assert only.event.id == "v10"


def test_other_days_or_another_place_are_another_event() -> None:
    assert len(told_once([_mention(0, 0.6, 14), _mention(10, 0.9, 20)])) == 2
    assert len(told_once([_mention(0, 0.6, place="e1"), _mention(10, 0.9, place="e2")])) == 2


def test_a_window_that_ended_before_publication_is_over() -> None:
    then = date(2031, 7, 14)
    published = Published(then, then, "given")
    assert is_over(published, Window(None, date(2031, 7, 13)))
    assert not is_over(published, Window(None, then))
    assert not is_over(None, Window(None, date(2031, 7, 13)))
