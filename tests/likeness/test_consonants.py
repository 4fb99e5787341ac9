"""A name has one skeleton in all scripts, so that accounts of one happening in two of them meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.likeness.consonants import MOST, skeletons


@pytest.mark.parametrize(
    "spellings",
    [
        ("Meshgara", "مشگرا", "Мешгара", "משגרה"),
        ("Sarvand", "سروند", "سرفاند", "Сарванд", "סרבנד"),
        ("Orsenburg", "اورسنبورگ", "أورسنبورغ", "Орсенбург", "אורסנבורג"),
        ("Kelmania", "کلمانیا", "كلمانيا", "کیلمانیا", "Кельмания", "קלמניה"),
        ("Korvath", "کورواتھ", "كورفاث", "Корват", "קורבאת"),
        ("Stelgard", "استلگارد", "ستيلغارد", "Стельгард"),
        ("Gelban", "جلبان", "Гельбан"),
        ("Jaffran", "جعفران", "Джаффран", "ג'פראן"),
    ],
)
def test_one_name_in_several_scripts(spellings: tuple[str, ...]) -> None:
    first = set(skeletons(spellings[0]))
    assert [spelling for spelling in spellings if not first & set(skeletons(spelling))] == []


@pytest.mark.parametrize(("one", "other"), [("Meshgara", "Мештара"), ("Sarvand", "سروان"), ("Orsenburg", "Altenburg")])
def test_other_consonants_are_another_name(one: str, other: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(other))


def test_marks_joiners_and_ornaments_tell_nothing() -> None:
    plain = skeletons("سروند")
    assert [skeletons(word) for word in ("سَرْوَنْد", "سـروند", "سر\u200cوند", "سروند\u200f")] == [plain] * 4
    assert skeletons("Şäŕvând") == skeletons("Sarvand")


@pytest.mark.parametrize("word", ["", "14", "۱۴", "—", "\u200c"])
def test_what_has_no_letters_has_no_skeleton(word: str) -> None:
    assert skeletons(word) == ()


@given(st.text(max_size=40))
def test_any_word_has_few_skeletons_in_plain_letters(word: str) -> None:
    found = skeletons(word)
    assert len(set(found)) == len(found) <= MOST
    assert all(skeleton.isascii() and skeleton.isalpha() and skeleton.islower() for skeleton in found)
