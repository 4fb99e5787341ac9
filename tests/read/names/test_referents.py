"""Whom "he", "the minister" and "the group" mean; nobody, when that is not sure."""

import pytest

from reportedly.read.names.referents import referent
from tests.read.names.names_of import read


def meant(text: str, word: str) -> str | None:
    """The name of the entity that the last ``word`` of the text refers to."""
    got = read(text)
    token = [token for token in got.page.doc if token.text == word][-1]
    key = referent(got, token)
    return got.entity(key).name if key else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Saleem Dorani met Maria Holt. He said the talks went well.", "He", "Saleem Dorani"),
        ("Saleem Dorani left. He was tired. He had spoken all day.", "He", "Saleem Dorani"),
        ("Mr Saleem Dorani spoke after Mrs Maria Holt. She said little.", "She", "Maria Holt"),
        ("Interior Minister Saleem Dorani came. The talks were long. The minister said so.", "minister",
         "Saleem Dorani"),
        ("Iranian President Hamid Velani met Turkish President Emre Dogan. The Turkish president left.",
         "president", "Emre Dogan"),
        ("Saleem Dorani, spokesman of the Navy, came. The spokesperson said little.", "spokesperson", "Saleem Dorani"),
        ("The Free Lake Movement met. The movement said it would go on.", "movement", "Free Lake Movement"),
        ("The Lake Water Tribunal met. The tribunal said it would go on.", "tribunal", "Lake Water Tribunal"),
        ("The TTP attacked on Friday. The group said nothing.", "group", "Tehreek-i-Taliban Pakistan"),
        ("Saleem Dorani left. Dorani was tired.", "Dorani", "Saleem Dorani"),
        ("Fars News Agency has closed. The IRNA news agency said so.", "agency", "IRNA"),
        ("Saleem Dorani came. “They killed Joss Reed because they feared the dam,” he said.", "he", "Saleem Dorani"),
        ("Saleem Dorani left. His mother said he had gone to buy bread.", "he", "Saleem Dorani"),
    ],
)  # fmt: skip
def test_referent(text: str, word: str, name: str) -> None:
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Saleem Dorani left. A police official came. He said little.", "He"),
        ("Nobody was named. He said little.", "He"),
        ("Saleem Dorani left. A nurse said he had counted the bodies.", "he"),
        ("Interior Minister Saleem Dorani came. A minister said so.", "minister"),
        ("Interior Minister Saleem Dorani came. The governor said so.", "governor"),
        ("The Free Lake Movement met. He backs the movement for peace.", "movement"),
        ("Saleem Dorani and Maria Holt left. They said little.", "They"),
    ],
)
def test_nobody_when_not_sure(text: str, word: str) -> None:
    assert meant(text, word) is None
