"""Plain words are never surer than the record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.account import wording
from reportedly.records import Window


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 6, 3), date(2024, 6, 3), "3 June 2024"),
        (date(2024, 6, 3), date(2024, 6, 9), "3 to 9 June 2024"),
        (date(2024, 5, 28), date(2024, 6, 3), "28 May to 3 June 2024"),
        (date(2023, 12, 28), date(2024, 1, 3), "28 December 2023 to 3 January 2024"),
    ],
)
def test_days_say_once_what_they_share(start: date, end: date, words: str) -> None:
    assert wording.days(start, end) == words


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (None, "at a time not given"),
        (Window(None, None, vague=True), "at a time not given"),
        (Window(None, date(2024, 6, 9)), "by 9 June 2024"),
        (Window(date(2024, 6, 3), None), "from 3 June 2024 on"),
        (Window(date(2024, 6, 9), date(2024, 6, 9)), "on 9 June 2024"),
        (Window(date(2024, 6, 3), date(2024, 6, 9), vague=True), "roughly 3 to 9 June 2024"),
    ],
)
def test_a_vague_window_stays_vague(window: Window | None, words: str) -> None:
    assert wording.window(window) == words


@pytest.mark.parametrize(
    ("given_words", "quotation"),
    [
        ("the bridge will reopen.", "“the bridge will reopen”"),
        ("“We are ready,”", "“We are ready”"),
        ('a "river guard" fired', "“a ‘river guard’ fired”"),
        ("two so-called “guards”", "“two so-called ‘guards’”"),
        ("We mourn,” she said", "“‘We mourn,’ she said”"),
        ("he said: “We mourn", "“he said: ‘We mourn’”"),
        ("over\ntwo   lines", "“over two lines”"),
    ],
)
def test_quotations_keep_the_words_and_tidy_the_marks(given_words: str, quotation: str) -> None:
    assert wording.quoted(given_words) == quotation


def test_a_long_quotation_is_cut_at_a_word() -> None:
    assert wording.quoted("all the bridges of the river are closed", most=20) == "“all the bridges of …”"


@given(st.text(max_size=200))
def test_any_text_can_be_quoted_on_one_line(text: str) -> None:
    quotation = wording.quoted(text)
    assert quotation.startswith("“")
    assert quotation.endswith("”")
    assert "\n" not in quotation


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists_read_as_sentences_do(names: list[str], words: str) -> None:
    assert wording.listed(names) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 KB"),
        (7_412, "7.41 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (52_300_000, "52.3 MB"),
        (3_210_000_000, "3.21 GB"),
        (5 * 10**13, "50 TB"),
    ],
)
def test_sizes_have_three_figures_at_most(size: int, words: str) -> None:
    assert wording.size(size) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("پل ترال باز شد.", "«پل ترال باز شد»"),
        ("فتح جسر ترال", "«فتح جسر ترال»"),
        ("Мост Терал открыт.", "«Мост Терал открыт»"),
        ("The bridge is open.", "“The bridge is open”"),
    ],
)
def test_words_whose_language_nobody_gives_stand_in_marks_by_their_letters(words: str, told: str) -> None:
    assert wording.quoted_by_letters(words) == told
