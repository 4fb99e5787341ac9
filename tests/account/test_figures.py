"""Figures that differ are found; figures that merely stand near each other are not."""

from datetime import date

import pytest

from reportedly.account.figures import differences, figures, number
from reportedly.account.telling import Telling
from reportedly.records import Outlet, StoryArticle
from tests.newsroom import COURIER, HERALD, VAREN, written


def told(outlet: Outlet, text: str, copy_of: str | None = None) -> Telling:
    one = written(outlet, "x", f"Fire in Ostra\n\n{text}", date(2024, 6, 3))
    place = StoryArticle(one.id, one.article.url, copy_of, copy_of or one.article.url)
    return Telling(place, one.article, one.reading, outlet.name)


@pytest.mark.parametrize(("words", "value"), [("12", 12), ("1,200", 1200), ("twelve", 12), ("Twenty-five", 25)])
def test_numbers_in_digits_and_words(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve people were killed in the fire.", [(12, "killed")]),
        ("At least 1,200 families fled.", [(1200, "displaced")]),
        ("Police arrested 5 protesters.", [(5, "protesters")]),
        ("Four died and nine were wounded.", [(4, "killed"), (9, "wounded")]),
        ("It cost 3 million over 12 days, 40% more than in 2023.", []),
        ("The 9.30 train stopped. People were killed.", []),
    ],
)
def test_figures_count_people_and_things(text: str, found: list[tuple[int, str]]) -> None:
    assert [(one.number, one.thing) for one in figures(told(VAREN, text))] == found


def test_different_counts_by_different_outlets_differ() -> None:
    ours, theirs = told(VAREN, "Twelve people were killed."), told(COURIER, "Four people were killed.")
    (found,) = differences([ours, theirs])
    assert found.thing == "killed"
    assert [(one.telling.outlet, one.number) for one in found.figures] == [
        ("Varen News Agency", 12),
        ("Sel Courier", 4),
    ]


def test_a_shared_count_is_no_difference() -> None:
    both = told(COURIER, "Twelve people were killed, two of the people killed were guards.")
    assert differences([told(VAREN, "Twelve people were killed."), both]) == ()


def test_a_copy_gives_no_figures() -> None:
    copy = told(HERALD, "Nine people were killed.", copy_of="https://varen.example/x")
    assert differences([told(VAREN, "Twelve people were killed."), copy]) == ()
