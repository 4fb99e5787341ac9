"""What lies ahead, and by when: from words of time, or not at all."""

from datetime import date

import pytest

from tests.read.reading_of import reading, words


def ahead(text: str, published: date | None = date(2025, 6, 2)) -> list[tuple[str, date | None, date | None]]:
    got = reading(text, published)
    events = {event.id: event for event in got.events}
    return [
        (words(got, events[one.event].trigger), window.start if window else None, window.end if window else None)
        for one in got.expectations
        for window in [one.window]
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("Peru will sign the treaty on 10 June 2025.", "sign", date(2025, 6, 10), date(2025, 6, 10)),
        ("President Ana Ruiz will visit Chile tomorrow.", "visit", date(2025, 6, 3), date(2025, 6, 3)),
        ("Peru has decided to deploy troops.", "deploy", None, None),
        ("The panel will submit a report.", "submit", None, None),
        ("Unions in Peru announced a strike starting Thursday.", "strike", date(2025, 6, 5), date(2025, 6, 5)),
        (
            "Peru called for calm before a lockdown scheduled for June 9.",
            "lockdown",
            date(2025, 6, 9),
            date(2025, 6, 9),
        ),
        ("Peru said on Monday it was poised to sign a treaty by Friday.", "sign", date(2025, 6, 2), date(2025, 6, 6)),
        (
            "They warned that they would march to Lima on Friday if he was not freed.",
            "march",
            date(2025, 6, 6),
            date(2025, 6, 6),
        ),
        ("The talks were put off until next week.", "talks", date(2025, 6, 9), date(2025, 6, 15)),
        ("Ana Ruiz will arrive on Friday for a two-day visit.", "visit", date(2025, 6, 6), date(2025, 6, 6)),
    ],
)
def test_window(text: str, trigger: str, start: date | None, end: date | None) -> None:
    assert ahead(text) == [(trigger, start, end)]


def test_a_vague_time_makes_a_vague_window() -> None:
    (one,) = reading("Peru-Chile talks will be held soon.").expectations
    assert one.window is not None
    assert (one.window.vague, one.window.start) == (True, date(2025, 6, 2))


def test_a_date_unknown_invents_no_window() -> None:
    assert ahead("President Ana Ruiz will visit Chile tomorrow.", None) == [("visit", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru signed the treaty.",
        "Prices will rise.",
        "Peru would attack if Chile attacked.",
        "The plan aims to boost trade ties.",
        "Chile urged Peru to sign the treaty.",
        "Peru will never attack Chile.",
    ],
)
def test_no_expectation(text: str) -> None:
    assert ahead(text) == []


def test_a_demand_with_a_deadline_is_one() -> None:
    assert [trigger for trigger, _, _ in ahead("The union asked the army to release the miners by 10 June 2025.")] == [
        "release"
    ]
