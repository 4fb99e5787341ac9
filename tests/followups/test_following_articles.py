"""Follow-ups from articles as they are read: denied, moved, called off, and not come about."""

from datetime import date

import pytest

from reportedly.extract import plain
from reportedly.followups import follow, sightings
from reportedly.read import reader
from reportedly.read.comparer import compare
from reportedly.records import FollowUp

LAKE = ("The lake board mended two sluices.", "Nobody has named a price for the old mill.")


def followed(*articles: tuple[date, str]) -> tuple[FollowUp, ...]:
    """What becomes of what some articles announce."""
    read = [
        plain.article(f"{text}\n\n{' '.join(LAKE)}", url=f"https://lake.example/{i}", outlet=f"o{i}", published=day)
        for i, (day, text) in enumerate(articles)
    ]
    return follow((sighting for reading in reader.read(read) for sighting in sightings(reading)), compare)


def life(followup: FollowUp) -> list[tuple[str, date | None]]:
    """Each state with its new day."""
    return [(change.state, change.window.start if change.window else None) for change in followup.history]


VISIT = (date(2031, 6, 2), "VELL, June 2 — Envoy Orla Fenn will visit Oberfeld on June 12, her office said.")


@pytest.mark.parametrize(
    ("day", "text", "history"),
    [
        (5, "The office denied on Thursday that Envoy Orla Fenn would visit Oberfeld on June 12.", [("denied", None)]),
        (5, "Envoy Orla Fenn no longer plans to visit Oberfeld on June 12.", [("cancelled", None)]),
        (5, "Envoy Orla Fenn will not visit Oberfeld on June 12, her office said.", [("cancelled", None)]),
        (5, "Envoy Orla Fenn has scrapped plans to visit Oberfeld on June 12.", [("cancelled", None)]),
        (
            5,
            "VELL, June 5 — Envoy Orla Fenn postponed her visit to Oberfeld from June 12 to June 19.",
            [("moved", date(2031, 6, 19))],
        ),
        (
            5,
            "Envoy Orla Fenn brought forward her visit to Oberfeld by two days to June 10.",
            [("moved", date(2031, 6, 10))],
        ),
        (13, "Envoy Orla Fenn did not visit Oberfeld on Thursday as planned.", [("denied", None)]),
    ],
)
def test_what_becomes_of_a_visit(day: int, text: str, history: list[tuple[str, date | None]]) -> None:
    (found,) = followed(VISIT, (date(2031, 6, day), text))
    assert found.window
    assert (found.window.start, life(found)) == (date(2031, 6, 12), history)


def test_what_does_not_open_on_its_day_is_told_of_what_was_to_open() -> None:
    (found,) = followed(
        (date(2031, 6, 6), "VELL, June 6 — The new Ostra ferry terminal will open on June 14, the mayor said."),
        (date(2031, 6, 14), "VELL, June 14 — The new Ostra ferry terminal did not open on Saturday as promised."),
    )
    assert life(found) == [("denied", None)]


def test_a_question_and_a_denial_announce_nothing() -> None:
    asked = "Will Envoy Orla Fenn visit Oberfeld on June 12? Nobody at her office would say."
    denied = "The office denied that Envoy Orla Fenn would visit Oberfeld on June 12."
    assert followed((date(2031, 6, 2), asked), (date(2031, 6, 3), denied)) == ()
