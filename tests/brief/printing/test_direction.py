import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.brief.printing import direction
from reportedly.web import wording

MIXED = st.text(alphabet=st.sampled_from("abc 12.,“”پلترالشد؛\u200c"))


@given(MIXED)
def test_the_pieces_are_the_words(words: str) -> None:
    assert "".join(piece for piece, _ in direction.pieces(words)) == words


def test_a_run_from_right_to_left_keeps_its_spaces_and_numbers() -> None:
    assert direction.pieces("said: “پل ۱۲ ترال” today") == [
        ("said: “", False),
        ("پل ۱۲ ترال", True),
        ("” today", False),
    ]


@pytest.mark.parametrize(
    ("words", "language", "way"),
    [
        ("پل", "und", "rtl"),
        ("Teral پل", "und", "ltr"),
        ("پل reported that the bridge is open", "und", "ltr"),
        ("Teral: پل شهر باز شد", "und", "rtl"),
        ("BBC", "fa-IR", "rtl"),
        ("پل", "en", "ltr"),
        ("", "und", "ltr"),
    ],
)
def test_the_language_counts_where_it_is_known(words: str, language: str, way: str) -> None:
    assert direction.of(words, language) == way


def test_pages_and_papers_agree_which_languages_run_from_right_to_left() -> None:
    assert direction.RIGHT_TO_LEFT == wording.RIGHT_TO_LEFT
