"""Quarters as companies report them, and what "a year earlier" is beside their figures."""

from datetime import date

import pytest

from reportedly.read import times
from tests.read.times.times_of import days, found, page

REPORT = "The mill said on Monday that profit rose in the first quarter of 2025. "
QUARTERS = [
    (REPORT + "Sales fell 3% in the latest quarter.", "the latest quarter", "2025-Q1"),
    (REPORT + "It shut two plants during the quarter.", "the quarter", "2025-Q1"),
    (REPORT + "It lost $3 million in the year-ago quarter.", "the year-ago quarter", "2024-Q1"),
    (
        REPORT + "It lost $3 million in the comparable year-earlier period.",
        "the comparable year-earlier period",
        "2024-Q1",
    ),
    (REPORT + "It earned $5 million, up from $3 million a year earlier.", "a year earlier", "2024-Q1"),
    (REPORT + "It earned $5 million, up from $3 million a year ago.", "a year ago", "2024-Q1"),
    (REPORT + "In the 2024 third quarter it lost money.", "the 2024 third quarter", "2024-Q3"),
    (REPORT + "In the 2024 period it lost money.", "the 2024 period", "2024-Q1"),
    ("Sales fell in the latest quarter.", "the latest quarter", "2025-Q1"),
]


@pytest.mark.parametrize(("text", "words", "timex"), QUARTERS, ids=[row[0][-45:] for row in QUARTERS])
def test_the_quarter_under_report(text: str, words: str, timex: str) -> None:
    time = found(text)[words]
    first = {"1": "01-01", "3": "07-01"}[timex[-1]]
    assert (time.timex, time.grain, days(time)[0]) == (timex, "quarter", f"{timex[:4]}-{first}")


ORDINARY = [
    (REPORT + "The mill opened a year ago.", "a year ago", "2024"),
    (REPORT + "In the first nine months it earned $9 million, against $8 million a year ago.", "a year ago", "2024"),
    ("The mill earned $3 million a year ago.", "a year ago", "2024"),
]


@pytest.mark.parametrize(("text", "words", "timex"), ORDINARY, ids=[row[0][-45:] for row in ORDINARY])
def test_a_year_ago_without_figures_of_a_quarter_is_a_year(text: str, words: str, timex: str) -> None:
    assert found(text)[words].timex == timex


NONE = [
    "They walked through the quarter at night.",
    REPORT + "They lost in the quarter finals.",
    "They met in the 2024 period of calm.",
    "From July to April it took $9 million, against $8 million in the year-ago period.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_quarter_that_is_none(text: str) -> None:
    assert not {"the quarter", "quarter", "the 2024 period", "the year-ago period"} & set(found(text))


def test_a_year_that_ended_on_a_day_is_a_length() -> None:
    got = found("Sales rose in the fiscal year ended March 31 and in the year ending June 30.")
    assert [(words, time.kind, time.timex) for words, time in got.items() if time.kind == "duration"] == [
        ("the fiscal year", "duration", "P1Y"),
        ("the year", "duration", "P1Y"),
    ]


@pytest.mark.parametrize("text", [row[0] for row in QUARTERS])
def test_an_unknown_day_of_publication_leaves_quarters_without_days(text: str) -> None:
    got = found(text, None)
    assert all(days(got[words]) == (None, None) for words in ("the latest quarter", "a year ago") if words in got)


BEGUN = [
    ("Sales fell in the first quarter.", date(2025, 10, 20), "2025-Q1"),
    ("Sales will fall in the first quarter.", date(2025, 10, 20), "2026-Q1"),
    ("Sales fell in the second quarter.", date(2025, 3, 20), "2025-Q2"),
]


@pytest.mark.parametrize(("text", "published", "timex"), BEGUN)
def test_a_clause_that_looks_back_names_a_quarter_that_has_begun(text: str, published: date, timex: str) -> None:
    assert next(iter(found(text, published).values())).timex == timex


PASSING = ["The envoys will now meet the rebels.", "The bridge is now open."]


@pytest.mark.parametrize("text", PASSING)
def test_now_is_the_day_of_publication_and_dates_nothing(text: str) -> None:
    timed = times.find(page(text))
    (now,) = timed.times
    assert (now.timex, now.vague, days(now)) == ("PRESENT_REF", True, ("2025-06-18", "2025-06-18"))
    assert timed.within(timed.page.doc[:]) == ()


@pytest.mark.parametrize("text", ["The now-closed bridge fell.", "Now that the bridge is open, trade grows."])
def test_now_that_is_no_time(text: str) -> None:
    assert not found(text)
