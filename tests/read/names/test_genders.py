"""Whom “he” and “she” can mean, by title, office, given name and pronouns before."""

import pytest

from reportedly.read.names import genders
from tests.read.names.names_of import one, read
from tests.read.names.test_referents import meant

MET = [
    ("Mr Saleem Dorani met Mrs Maria Dost. She was late.", "She", "Maria Dost"),
    ("Paul Dorani met Maria Dost. She was late.", "She", "Maria Dost"),
    ("Maria Dorani met Paul Dost. He was late.", "He", "Paul Dost"),
    ("Minister Sarn Dorani met Minister Odrun Dost. She was late. He was not.", "He", "Odrun Dost"),
    ("Saleem Dorani met Maria Dost. He was late. She was not.", "She", "Maria Dost"),
    ("The mayor, Maria Dorani, came. She was late.", "She", "Maria Dorani"),
    ("Omar Dost and his sister Hana Dost came. She was late.", "She", "Hana Dost"),
]


@pytest.mark.parametrize(("text", "word", "name"), MET, ids=[row[0] for row in MET])
def test_a_pronoun_means_who_it_can(text: str, word: str, name: str) -> None:
    assert meant(text, word) == name


def test_nobody_where_another_fits_better_than_the_subject() -> None:
    assert meant("President Odrun Dorani met President Paul Dost. He was late.", "He") is None


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("The spokeswoman, Odrun Dost, came.", "Odrun Dost", "female"),
        ("German Chancellor Odrun Dost came.", "Odrun Dost", None),
        ("President Odrun King came.", "Odrun King", None),
    ],
)
def test_titles_and_offices_tell(text: str, name: str, gender: str | None) -> None:
    got = read(text)
    assert genders.of_person(got, one(got, name).id) == gender
