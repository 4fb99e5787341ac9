"""Mentions of events are found once each, on their side of the day, with those who take part."""

from quality.measure import Prf
from quality.mentions import counts, figures
from quality.rows import Row

TEXT = "Torv signed the treaty. Vell will vote."
GOLD: Row = {
    "doc": "one",
    "text": TEXT,
    "events": [
        {
            "span": [5, 11],
            "time": "NON_FUTURE",
            "polarity": "POS",
            "participants": [{"span": [0, 4], "role": "Arg0"}, {"span": [12, 22], "role": "Arg1"}],
        },
        {"span": [34, 38], "time": "FUTURE", "polarity": "POS", "participants": []},
    ],
}


def event(span: list[int], status: str, actors: list[list[int]], recipients: list[list[int]]) -> Row:
    """An event of a reading."""
    sides = {"actors": actors, "recipients": recipients}
    parties = {side: [{"span": each, "entity": None} for each in spans] for side, spans in sides.items()}
    return {"trigger": span, "status": status, **parties}


def test_what_is_found_lies_on_its_side_of_the_day() -> None:
    reading = {"entities": [], "events": [event([5, 11], "occurred", [], []), event([34, 38], "occurred", [], [])]}
    seen = counts(GOLD, reading)
    assert (seen["found"], seen["placed"]) == (2, 1)
    assert figures(seen)["placed"] == Prf(50.0, 50.0, 50.0)


def test_parties_are_right_in_their_part_only() -> None:
    right = {"entities": [], "events": [event([5, 11], "occurred", [[0, 4]], [[16, 22]])]}
    wrong = {"entities": [], "events": [event([5, 11], "occurred", [[16, 22]], [[0, 4]])]}
    assert figures(counts(GOLD, right))["parties"] == Prf(100.0, 100.0, 100.0)
    assert figures(counts(GOLD, wrong))["parties"] == Prf(0.0, 0.0, 0.0)


def test_what_nobody_read_is_missed() -> None:
    assert counts(GOLD, None)["wanted"] == 2
