"""What became of an announced event, told in no word of the announcement by articles plainly of one matter."""

from collections.abc import Iterable
from datetime import date

import pytest

from reportedly.extract import plain
from reportedly.followups import Compare, follow, sightings
from reportedly.followups.deciding import decided
from reportedly.read import reader
from reportedly.read.comparer import compare
from reportedly.records import Comparison, FollowUp, Question

FERRY = (
    date(2031, 6, 2),
    "Ferry Mole Queen to sail to Ostra again",
    (
        "The car ferry Mole Queen will resume its crossings to Ostra on June 12, Vell Lines announced on Monday. "
        "The ship had been in dry dock with a bent shaft since February. In the meantime a fishing boat carried "
        "the people of Ostra and their post, and shopkeeper Maren Dool ran out of flour twice."
    ),
)
BACK = (
    date(2031, 6, 14),
    "Wedding on Ostra saved by a lorry full of cake",
    (
        "Two hundred chairs and a brass band rolled off the Mole Queen on Thursday, the first she has brought "
        "since February. Half of Ostra was on the pier when the ship came round the point, and shopkeeper Maren "
        "Dool sold forty pounds of flour before closing time."
    ),
)
ELSEWHERE = (
    date(2031, 6, 14),
    "Theatre in Vell reopens with a comedy",
    (
        "The municipal theatre of Vell opened its doors on Thursday after two years of works. Four hundred people "
        "saw a comedy about a miller. Director Ilse Thorn thanked the carpenters."
    ),
)


def followed(*articles: tuple[date, str, str], by: Compare = compare) -> tuple[FollowUp, ...]:
    """What becomes of what some articles, each with its day, headline and text, announce."""
    read = [
        plain.article(text, url=f"https://a.example/{i}", outlet=f"o{i}", published=day, headline=title)
        for i, (day, title, text) in enumerate(articles)
    ]
    return follow((seen for reading in reader.read(read) for seen in sightings(reading)), by)


@pytest.mark.parametrize(("later", "states"), [(BACK, ["happened"]), (ELSEWHERE, [])])
def test_a_ferry_that_lands_has_resumed_its_crossings(later: tuple[date, str, str], states: list[str]) -> None:
    (found,) = followed(FERRY, later)
    assert found.window
    assert (found.window.end, [change.state for change in found.history]) == (date(2031, 6, 12), states)


DERBY = (
    date(2031, 6, 2),
    "Derby awaits Vell",
    "The women of Rovers Vell will play FC Ostra in Vell on June 8, the league said. Striker Noemi Falk has a cold.",
)
FLOODED = (
    date(2031, 6, 6),
    "Women's derby off: lake too high",
    (
        "The ground of Rovers Vell lies ankle-deep in water, and a duck was seen in the penalty area. The women's "
        "match against FC Ostra will now be played on June 18, the league said. Striker Noemi Falk came in boots."
    ),
)


def answer(**of: float) -> Comparison:
    values = dict.fromkeys(Comparison._fields, 0.0) | of
    return Comparison(**{**values, "no": 1 - sum(of.values())})


def test_two_sentences_tell_a_move_and_its_new_day() -> None:
    """One that something changed, one that it is ahead on a later day: neither is clear by itself."""

    def compared(questions: Iterable[Question]) -> list[Comparison]:
        return [answer(again=0.8) if "June 18" in each.later_sentence else answer(moved=0.6) for each in questions]

    found = next(each for each in followed(DERBY, FLOODED, by=compared) if each.announced == DERBY[0])
    assert [(change.state, change.window and change.window.end) for change in found.history] == [
        ("moved", date(2031, 6, 18))
    ]


@pytest.mark.parametrize(
    ("said", "context", "told"),
    [
        (answer(happened=0.95), 0.3, "happened"),
        (answer(happened=0.75), None, None),
        (answer(happened=0.7), 0.3, None),
        (answer(moved=0.99), 0.3, "moved"),
        (answer(cancelled=0.9), 0.3, None),
    ],
)
def test_where_articles_are_of_one_matter_a_clear_answer_is_enough(
    said: Comparison, context: float | None, told: str | None
) -> None:
    found = decided(None, -0.6, said, context)
    assert (found and found[0]) == told
