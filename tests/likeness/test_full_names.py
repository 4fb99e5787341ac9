"""Two full names in two scripts are told to be one, and two persons are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.likeness import full_names
from reportedly.likeness.full_names import ALIKE, keys, likeness, parts, spelled_alike

NAMES = st.text("abdeghiklmnrsuz al-محمدحسینرضاпетрובן'", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarek Velani", "طارق ولانی"),
        ("Shahbaz Orvati", "شہباز اورواتی"),
        ("Shehbaz Orvati", "شهباز أورفاتي"),
        ("Masoud Kelmanian", "Масуд Кельманиан"),
        ("Abdel Fattah al-Sarsi", "عبد الفتاح السرسي"),
        ("Abdulfattah Sarsi", "عبدالفتاح سرسی"),
        ("Mohammed bin Sarvand", "محمد بن سروند"),
        ("Hassan Nasrallah Brell", "حسن نصر الله برل"),
        ("Sheikh Jaffran Tolo", "شیخ جعفران تولو"),
        ("Dana Wolmar", "דנה וולמר"),
        ("مسعود کلمانیان", "Масуд Кельманиан"),
    ],
)
def test_one_name_in_two_scripts(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Velani", "حسین ولانی"),
        ("Ahmad Orvati", "محمد اورواتی"),
        ("Mohammed bin Sarvand", "محمد بن کلمانی"),
        ("Tarek Velani", "سمیر ولانی"),
        ("Salim Garsi", "سلمان گرسی"),
    ],
)
def test_brothers_are_two(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE


def test_a_lone_name_is_like_none() -> None:
    assert likeness("Velani", "ولانی") == 0
    assert keys("Velani") == ()
    assert likeness("al-Velani", "الولانی") == 0


def test_parts_leave_out_what_tells_nobody_apart() -> None:
    assert parts("Abdel Fattah al-Garsi") == ("abdfattah", "garsi")
    assert parts("عبد الفتاح الجرسي") == ("عبدفتاح", "جرسی")
    assert parts("Sheikh Hasina") == ("sheikh", "hasina")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Shehbaz Orvati", "Shahbaz Orvati", True),
        ("Mohsin Naqvi", "Mohsen Naghvi", True),
        ("Mohsen Rezaei", "Mohsen Razavi", False),
        ("Hassan Orvati", "Hossein Orvati", False),
        ("پزشکیان مسعود", "بزشكيان مسعود", True),
        ("Orvati", "Orvati", False),
    ],
)
def test_spellings_of_one_name_in_one_script(one: str, other: str, *, alike: bool) -> None:
    assert spelled_alike(one, other) is spelled_alike(other, one) is alike


@pytest.mark.parametrize(
    ("name", "script"),
    [("Émile", "latin"), ("مسعود", "arabic"), ("Масуд", "cyrillic"), ("דנה", "hebrew"), ("王", "other")],
)
def test_a_name_has_a_script(name: str, script: str) -> None:
    assert full_names.script(name) == script
    assert script in full_names.SCRIPTS


@given(NAMES, NAMES)
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
