"""Who works for a living strikes nobody; troops and storms strike otherwise: a model tells them apart."""

import pytest

from tests.read.reading_of import reading, words

STRIKES = (
    ("Nurses will strike on June 11.", "PROTEST"),
    ("Bakers in Vell will strike for two days from Thursday.", "PROTEST"),
    ("Bus drivers in Oberfeld are to strike on Friday.", "PROTEST"),
    ("Members of the pilots' union will strike on Thursday.", "PROTEST"),
    ("Port workers threatened to strike on Friday.", "PROTEST"),
    ("Lecturers voted to strike from June 16.", "PROTEST"),
    ("The union called a 48-hour strike for Friday.", "PROTEST"),
    ("A two-day strike ended on Sunday.", "PROTEST"),
    ("Thursday's strike has been called off.", "PROTEST"),
    ("The strike ends on the 12th.", "PROTEST"),
    ("Warplanes struck Oberfeld on Monday.", "ASSAULT"),
    ("Gunmen struck again on Monday in Vell.", "ASSAULT"),
    ("The air force will strike the port on Friday.", "ASSAULT"),
    ("Rebels struck a convoy near Vell.", "ASSAULT"),
    ("Rockets struck a school on Monday.", "ASSAULT"),
    ("Drivers struck a policeman on Monday.", "ASSAULT"),
)


@pytest.mark.parametrize(("text", "root"), STRIKES)
def test_who_strikes_tells_which_kind_of_strike(text: str, root: str) -> None:
    got = reading(text)
    assert root in {event.type for event in got.events if words(got, event.trigger) in {"strike", "struck", "striking"}}
