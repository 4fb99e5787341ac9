from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import (
    SCHEMA,
    Article,
    ArticleHead,
    Change,
    Evidence,
    Exchange,
    FollowUp,
    Reading,
    Statement,
    Window,
    article_id,
    content_id,
    heading,
    headline,
)
from reportedly.text import Span

VISIT = Evidence("a1", "https://gazette.example/visit", Span(10, 15), "The envoy will visit Marrow on 10 May.")
ARRIVAL = Evidence("a2", "https://gazette.example/arrival", Span(0, 7), "The envoy arrived in Marrow.")
MAY_10_TO_12 = Window(date(2031, 5, 10), date(2031, 5, 12))
JUNE_1 = Window(date(2031, 6, 1), date(2031, 6, 1))


def followup(*history: Change, window: Window | None = MAY_10_TO_12) -> FollowUp:
    announced = date(2031, 5, 1)
    return FollowUp("f1", "CONSULT", (VISIT,), announced, window, "certain", ("the envoy",), history)


def test_before_its_window_an_expectation_is_open() -> None:
    assert followup().as_of(date(2031, 5, 9)).state == "open"


def test_it_is_due_from_the_first_day_of_its_window_to_the_last() -> None:
    first, last = followup().as_of(date(2031, 5, 10)), followup().as_of(date(2031, 5, 12))
    assert (first.state, last.state) == ("due", "due")
    assert first.history[-1].on == date(2031, 5, 10)


def test_when_the_window_is_over_and_nothing_was_heard_it_is_silent_from_its_last_day_on() -> None:
    after = followup().as_of(date(2031, 5, 13))
    assert after.state == "silent"
    assert after.history == (Change(on=date(2031, 5, 12), state="silent", window=MAY_10_TO_12),)


def test_without_a_window_it_stays_open() -> None:
    assert followup(window=None).as_of(date(2040, 1, 1)).state == "open"


def test_a_window_without_an_end_is_never_over() -> None:
    assert followup(window=Window(date(2031, 5, 10), None)).as_of(date(2040, 1, 1)).state == "open"


def test_what_happened_stays_happened() -> None:
    done = followup(Change(date(2031, 5, 11), "happened", (ARRIVAL,)))
    assert done.as_of(date(2031, 12, 31)).state == "happened"
    assert done.as_of(date(2031, 5, 10)).state == "due"


@pytest.mark.parametrize("state", ["cancelled", "denied"])
def test_what_was_called_off_does_not_fall_silent(state: str) -> None:
    gone = followup(msgspec.convert({"on": "2031-05-05", "state": state}, Change))
    assert gone.as_of(date(2031, 12, 31)).state == state


def test_moved_to_another_day_it_waits_for_that_day() -> None:
    moved = followup(Change(date(2031, 5, 9), "moved", (ARRIVAL,), JUNE_1))
    assert moved.as_of(date(2031, 5, 20)).state == "moved"
    assert moved.as_of(date(2031, 5, 20)).window == JUNE_1
    assert moved.as_of(date(2031, 6, 1)).state == "due"
    assert moved.as_of(date(2031, 6, 2)).state == "silent"


def test_before_the_move_was_known_the_old_window_counts() -> None:
    moved = followup(Change(date(2031, 5, 11), "moved", (ARRIVAL,), JUNE_1))
    assert moved.as_of(date(2031, 5, 10)).window == MAY_10_TO_12


def test_moved_without_a_new_date_it_stays_moved() -> None:
    moved = followup(Change(date(2031, 5, 9), "moved", (ARRIVAL,), None))
    late = moved.as_of(date(2040, 1, 1))
    assert late.state == "moved"
    assert late.window is None


days = st.dates(date(2031, 4, 1), date(2031, 8, 1))


@given(days, days, st.sampled_from(["happened", "moved", "cancelled", "denied"]))
def test_looking_from_a_day_shows_nothing_later(on: date, day: date, state: str) -> None:
    change = msgspec.convert({"on": on, "state": state}, Change)
    assert all(seen.on <= day for seen in followup(change).as_of(day).history)


def test_equal_content_has_equal_ids() -> None:
    assert content_id("s", "a", 1) == content_id("s", "a", 1)
    assert content_id("s", "a", 1) != content_id("t", "a", 1)
    assert content_id("s", "ab", "c") != content_id("s", "a", "bc")
    assert len(content_id("s", "a")) == 17


def test_another_text_at_the_same_address_is_another_revision() -> None:
    first = article_id("https://gazette.example/1", "Two were hurt.", "plain/1")
    second = article_id("https://gazette.example/1", "Three were hurt.", "plain/1")
    assert first != second


def test_a_lone_surrogate_does_not_stop_the_desk() -> None:
    assert article_id("https://gazette.example/1", "broken \ud800 text", "plain/1").startswith("a")


def test_headers_are_found_whatever_their_case() -> None:
    moment = datetime(2031, 5, 1, tzinfo=UTC)
    exchange = Exchange("https://gazette.example/", moment, 200, "OK", (), (("ETag", '"7"'),), b"")
    assert exchange.etag == '"7"'
    assert exchange.last_modified is None


def test_a_reading_goes_through_json_unchanged() -> None:
    head = ArticleHead("a1", "u", "o", None, None, None, None, None, None, "en", "Ships left.", (Span(0, 5),))
    reading = Reading(reader="english/0.1.0", article=head, sentences=(Span(0, 11),))
    encoded = msgspec.json.encode(reading)
    assert msgspec.json.decode(encoded, type=Reading) == reading
    assert msgspec.json.decode(encoded)["schema"] == SCHEMA
    assert msgspec.json.decode(encoded)["sentences"] == [[0, 11]]


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        MAY_10_TO_12.vague = True  # type: ignore[misc]


def test_an_expectation_rests_on_its_announcements_and_on_what_became_of_it() -> None:
    assert followup(Change(date(2031, 5, 11), "happened", (ARRIVAL,))).evidence == (VISIT, ARRIVAL)


def test_a_statement_reaches_from_its_first_to_its_last_word() -> None:
    assert Statement("s1", content=(Span(20, 30),), cue=(Span(12, 16),), source=(Span(3, 11),)).envelope == Span(3, 30)


def article(text: str, headline: str | None = None, title: Span | None = None) -> Article:
    return Article("a1", "https://gazette.example/1", "gazette", text, "en", "plain/1", headline, title)


def test_an_article_is_called_by_its_headline_or_its_title_or_its_first_line() -> None:
    text = "\nThe ford is  open again\nHalden. Boats cross."
    assert headline(article(text, " The ford,\nopen ")) == "The ford, open"
    assert headline(article(text, title=Span(1, 9))) == "The ford"
    assert headline(article(text)) == ""
    assert headline(article(text), opening=200) == "The ford is open again"
    assert headline(article(text), opening=8) == "The ford"


def test_the_title_or_the_first_line_is_cited_for_the_whole_article() -> None:
    text = "\nThe ford is open\nHalden. Boats cross."
    assert heading(article(text, title=Span(5, 9))) == Span(5, 9)
    assert heading(article(text)).of(text) == "The ford is open"
    assert heading(article("word " * 100)) == Span(0, 200)
    assert heading(article("")) == Span(0, 0)


def test_the_head_of_a_reading_is_the_articles_own() -> None:
    given = article("The ford is open", "Ford", Span(0, 8))
    head = ArticleHead.of(given)
    assert (head.id, head.text, head.headline, head.title) == (given.id, given.text, "Ford", Span(0, 8))
