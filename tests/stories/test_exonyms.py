"""Places whose name in another script has other consonants are found by a list."""

import pytest

from reportedly.likeness import skeletons
from reportedly.stories.exonyms import LONGEST, beginning, plain


@pytest.mark.parametrize(
    ("spelling", "english"),
    [
        ("Китаем", "China"),
        ("آلمان", "Germany"),
        ("ألمانيا", "Germany"),
        ("دمشق", "Damascus"),
        ("ירושלים", "Jerusalem"),
        ('ארה"ב', "United States"),
        ("США", "United States"),
        ("امريكا", "United States"),
        ("الإمارات", "United Arab Emirates"),
        ("Саудовской Аравии", "Saudi Arabia"),
    ],
)
def test_places_by_the_name_of_their_language(spelling: str, english: str) -> None:
    words = [plain(word) for word in spelling.split()]
    assert english in beginning(words)
    assert english in beginning([*words, "и", "другие"])


def test_what_the_skeleton_sees_anyway_is_not_listed() -> None:
    assert not list(beginning([plain("Пакистан")]))
    assert set(skeletons("Пакистан")) & set(skeletons("Pakistan"))


@pytest.mark.parametrize(
    ("one", "other"), [("كابل", "کابل"), ("إيران", "ایران"), ("Москвой", "Москва"), ("الكويت", "کویت")]
)
def test_letters_of_one_kind_article_and_case_are_folded(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_the_longest_spelling_is_within_reach() -> None:
    assert list(beginning([plain(word) for word in ["ایالات", "متحده"]])) == ["United States"]
    assert LONGEST == 3
