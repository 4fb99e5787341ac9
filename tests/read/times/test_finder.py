"""Time expressions: what is found, which days are meant, and what must not be taken for a time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read import times
from reportedly.records import Dateline
from reportedly.text import Span
from tests.read.times.times_of import WEDNESDAY, days, found, page

ABSOLUTE = [
    ("The port opened in June 2023.", "June 2023", "2023-06-01", "2023-06-30", "2023-06"),
    ("It opened on 3 June 2023.", "3 June 2023", "2023-06-03", "2023-06-03", "2023-06-03"),
    ("It opened on June 3rd, 2023.", "June 3rd, 2023", "2023-06-03", "2023-06-03", "2023-06-03"),
    ("It opened on 2023-06-03.", "2023-06-03", "2023-06-03", "2023-06-03", "2023-06-03"),
    (
        "It opened on Saturday, 3rd of June, 2023.",
        "Saturday, 3rd of June, 2023",
        "2023-06-03",
        "2023-06-03",
        "2023-06-03",
    ),
    ("The games ran on August 2-3, 2024.", "August 2-3, 2024", "2024-08-02", "2024-08-03", "2024-08-02"),
    (
        "The fair will be held from May 30 to June 2, 2026.",
        "May 30 to June 2, 2026",
        "2026-05-30",
        "2026-06-02",
        "2026-05-30",
    ),
    ("He came in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "199"),
    (
        "Sales fell in the third quarter of last year.",
        "the third quarter of last year",
        "2024-07-01",
        "2024-09-30",
        "2024-Q3",
    ),
    ("It was founded in 1987.", "1987", "1987-01-01", "1987-12-31", "1987"),
    ("The 2018 elections were close.", "2018", "2018-01-01", "2018-12-31", "2018"),
    ("Ferries stopped on Aug 4.", "Aug 4", "2025-08-04", "2025-08-04", "2025-08-04"),
    ("Ferries stopped on December 11.", "December 11", "2024-12-11", "2024-12-11", "2024-12-11"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "timex"), ABSOLUTE, ids=[row[1] for row in ABSOLUTE])
def test_a_date_names_its_days(text: str, words: str, start: str, end: str, timex: str) -> None:
    time = found(text)[words]
    assert days(time) == (start, end)
    assert time.timex == timex
    assert not time.vague


RELATIVE = [
    ("The mayor left yesterday.", "yesterday", "2025-06-17", "2025-06-17"),
    ("The mayor left on Friday.", "Friday", "2025-06-13", "2025-06-13"),
    ("The mayor will leave on Friday.", "Friday", "2025-06-20", "2025-06-20"),
    ("The mayor said on Friday that he was ill.", "Friday", "2025-06-13", "2025-06-13"),
    ("The mayor spoke on Wednesday.", "Wednesday", "2025-06-18", "2025-06-18"),
    ("The mayor is expected to arrive on Sunday (tomorrow).", "Sunday", "2025-06-19", "2025-06-19"),
    ("The ferry will stay shut until Monday.", "Monday", "2025-06-23", "2025-06-23"),
    ("The envoys were meeting in Lima on Sunday.", "Sunday", "2025-06-15", "2025-06-15"),
    ("The mayor left last Friday.", "last Friday", "2025-06-13", "2025-06-13"),
    ("The council will meet next week.", "next week", "2025-06-23", "2025-06-29"),
    ("The council will meet this week.", "this week", "2025-06-18", "2025-06-22"),
    ("The council met this week.", "this week", "2025-06-16", "2025-06-18"),
    ("The council will meet later this year.", "later this year", "2025-06-18", "2025-12-31"),
    ("The council met last month.", "last month", "2025-05-01", "2025-05-31"),
    ("He must report within 15 days.", "within 15 days", "2025-06-18", "2025-07-03"),
    ("They will meet in three days.", "three days", "2025-06-21", "2025-06-21"),
    ("They met three days ago.", "three days ago", "2025-06-15", "2025-06-15"),
    ("Sales rose over the past three days.", "the past three days", "2025-06-15", "2025-06-18"),
    ("The bridge will open in December.", "December", "2025-12-01", "2025-12-31"),
    ("The bridge opened in December.", "December", "2024-12-01", "2024-12-31"),
    ("The road will be ready by year-end.", "year-end", "2025-11-01", "2025-12-31"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), RELATIVE, ids=[row[0] for row in RELATIVE])
def test_a_relative_time_counts_from_publication(text: str, words: str, start: str, end: str) -> None:
    assert days(found(text)[words]) == (start, end)


VAGUE = [
    ("Officers could start in a matter of days.", "in a matter of days", "2025-06-18", "2025-06-28"),
    ("Talks will be held soon.", "soon", "2025-06-18", "2025-09-18"),
    ("She will visit in the coming months.", "in the coming months", "2025-06-18", "2025-12-18"),
    ("A deal will be signed imminently.", "imminently", "2025-06-18", "2025-07-02"),
    ("They will move in the next few weeks.", "in the next few weeks", "2025-06-18", "2025-08-13"),
    ("A mission will come in early March.", "early March", "2026-03-01", "2026-03-10"),
    ("It was built in mid-January.", "mid-January", "2025-01-11", "2025-01-21"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), VAGUE, ids=[row[1] for row in VAGUE])
def test_a_vague_phrase_has_honest_bounds_and_says_so(text: str, words: str, start: str, end: str) -> None:
    time = found(text)[words]
    assert time.vague
    assert days(time) == (start, end)


def test_a_word_of_time_to_come_is_none_in_a_clause_that_looks_back() -> None:
    assert "soon" not in found("The guard was soon sent home.")


def test_what_leans_on_a_time_takes_the_one_last_named() -> None:
    text = "The first round was held in June 2023. At the time, the guild protested. Two months later it gave in."
    times_found = found(text)
    assert days(times_found["At the time"]) == ("2023-06-01", "2023-06-30")
    assert days(times_found["Two months later"]) == ("2023-08-01", "2023-08-31")


def test_a_day_named_with_its_year_keeps_it_later_in_the_text() -> None:
    text = "The mob came on March 9, 2021. Nobody forgot what happened on March 9, a clerk said."
    spans = times.find(page(text)).times
    assert [days(t)[0] for t in spans] == ["2021-03-09", "2021-03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and the long march in the sun began; the second man waited.",
        "Police cited Article 2019 and paid Rs2,023.",
        "The score was 12-10 and 3-2, on flight 2011.",
        "It cost $2020.",
        "She is a 25-year-old nurse, aged 55 days it is not.",
        "The Daily Herald met Theresa May and said nothing.",
        "In the year 9999 or the year 0 nothing is due.",
    ],
)
def test_numbers_and_names_are_no_times(text: str) -> None:
    assert not [time for time in found(text).values() if time.kind != "duration"]


@pytest.mark.parametrize("text", ["It ended on 31 February 2024.", "It will melt in 10,000 years."])
def test_what_no_calendar_can_tell_has_no_days(text: str) -> None:
    (time,) = found(text).values()
    assert days(time) == (None, None)


def test_without_a_publication_date_relative_times_have_no_days_but_dates_do() -> None:
    times_found = found("He left yesterday, will be back on Monday or soon, and saw her on 5 June 2020.", None)
    assert days(times_found["yesterday"]) == days(times_found["Monday"]) == days(times_found["soon"]) == (None, None)
    assert times_found["Monday"].timex == "XXXX-WXX-1"
    assert days(times_found["5 June 2020"]) == ("2020-06-05", "2020-06-05")


def test_a_dateline_serves_where_publication_is_unknown() -> None:
    text = "PORT ELLA, June 3 - The mayor left yesterday."
    dated = times.find(page(text, None, Dateline(Span(0, 17), None, date(2025, 6, 3))))
    assert [days(t)[0] for t in dated.times if t.span.of(text) == "yesterday"] == ["2025-06-02"]


def test_sets_and_lengths_hang_on_no_day() -> None:
    times_found = found("Every Monday he pays a three-day visit that costs 20 dollars a year; it lasted for decades.")
    assert {w: (t.kind, t.timex) for w, t in times_found.items()} == {
        "Every Monday": ("set", "XXXX-WXX-1"),
        "three-day": ("duration", "P3D"),
        "a year": ("duration", "P1Y"),
        "decades": ("duration", "PXY"),
    }


def test_a_clock_time_takes_its_day_from_its_neighbour() -> None:
    times_found = found("The ban ends at 4:59am on July 24.")
    at = times_found["4:59am"].start
    assert at is not None
    assert at.isoformat() == "2025-07-24T04:59:00"


def test_feasts_of_the_moon_are_vague() -> None:
    time = found("The truce will last until Eid al-Adha.", date(2025, 5, 20))["Eid al-Adha"]
    assert time.vague
    assert time.start is not None
    assert date(2025, 6, 4) <= time.start.date() <= date(2025, 6, 7)


WINDOWS = [
    ("He will finish by June 30.", "June 30", ("2025-06-18", "2025-06-30", False)),
    ("He will finish before Friday.", "Friday", ("2025-06-18", "2025-06-19", False)),
    ("The ban stays in place until August 24.", "August 24", ("2025-08-24", "2025-08-24", False)),
    ("Trade will resume after July 31.", "July 31", ("2025-08-01", "2025-08-30", True)),
    ("He will visit from Monday.", "Monday", ("2025-06-23", "2025-06-23", False)),
    ("The games run from July 1 to 9.", "July 1 to 9", ("2025-07-01", "2025-07-09", False)),
    ("The strike lasts from Monday to Thursday.", "Monday", ("2025-06-23", "2025-06-26", False)),
    ("She will visit this year.", "this year", ("2025-06-18", "2025-12-31", False)),
]


@pytest.mark.parametrize(("text", "words", "window"), WINDOWS, ids=[row[0] for row in WINDOWS])
def test_the_preposition_decides_the_window(text: str, words: str, window: tuple[str, str, bool]) -> None:
    timed = times.find(page(text))
    (time,) = [t for t in timed.times if t.span.of(text) == words]
    got = timed.window(time)
    assert got is not None
    assert (str(got.start), str(got.end), got.vague) == window


def test_a_length_sets_no_window() -> None:
    timed = times.find(page("He will pay a three-day visit."))
    assert timed.window(timed.times[0]) is None


def test_times_are_found_by_token_and_by_sentence() -> None:
    parsed = page("He left yesterday. She will come on Friday.")
    timed = times.find(parsed)
    first, second = parsed.body
    assert [t.span.of(parsed.article.text) for t in timed.within(first)] == ["yesterday"]
    assert timed.at(second[-2]) == timed.times[1]
    assert timed.at(second[0]) is None


def test_soft_hyphens_do_not_hide_a_date_and_spans_give_back_the_words() -> None:
    text = "The port opened in Sep\u00adtember\u00a02023."
    (time,) = times.find(page(text)).times
    assert time.span.of(text) == "Sep\u00adtember\u00a02023"
    assert days(time) == ("2023-09-01", "2023-09-30")


def test_furniture_is_skipped_unless_it_is_just_a_date() -> None:
    text = "Published in the Post, May 1st, 2025\nMay 2, 2025\nThe mayor left."
    line, stamp = Span(0, 36), Span(37, 48)
    assert [t.span for t in times.find(page(text, furniture=(line, stamp))).times] == [stamp]


_PIECES = [
    "June",
    "31",
    "February",
    "2024",
    "next",
    "Friday",
    "in",
    "10,000",
    "years",
    "of",
    "the",
    "end",
    "'90s",
    "May",
    "ago",
]
_PIECES += [
    "at",
    "3:99",
    "pm",
    "soon",
    "Ramadan",
    "99/99/2023",
    "quarter",
    "first",
    "\u00ad",
    "0",
    "9999",
    "two",
    "days",
    "later",
    "-",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=14),
    st.sampled_from([None, date(1, 1, 1), WEDNESDAY, date(9999, 12, 31)]),
)
def test_no_words_and_no_date_break_the_reader(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    spans = [t.span for t in times.find(page(text, published)).times]
    assert all(span.of(text).strip() for span in spans)
    assert spans == sorted(spans)
