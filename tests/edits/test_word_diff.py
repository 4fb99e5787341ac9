from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.edits.tokens import tokens
from reportedly.edits.word_diff import rewordings
from reportedly.text import Span


def told(before: str, after: str) -> list[tuple[str, str]]:
    found = rewordings(tokens(before), tokens(after))
    return [(one.before.of(before), one.after.of(after)) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("As many as 14 people died.", "Nine people died.", [("As many as 14", "Nine")]),
        ("The bridge was allegedly hit.", "The bridge was hit.", [("allegedly", "")]),
        ("Police came.", "Police came. They left.", [("", "They left.")]),
        ("It cost 1,000 crowns.", "It cost 1,500 crowns.", [("1,000", "1,500")]),
        ("He is safe.", "He is not safe.", [("", "not")]),
        ("Is he safe.", "Is he safe?", [(".", "?")]),
        ("", "Rain.", [("", "Rain.")]),
        ("Rain.", "", [("Rain.", "")]),
    ],
)
def test_what_was_struck_and_what_was_added(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    assert told(before, after) == changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Two   men\nleft.", "Two men left."),
        ("“We won’t,” he said – once.", '"We won\'t," he said - once.'),
        ("The re\u00adport of the min\u00adistry", "The report of the ministry"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_spaces_and_typography_are_no_change(before: str, after: str) -> None:
    assert told(before, after) == []


def test_furniture_is_no_change() -> None:
    before, after = "Share this\nThe quay burned.", "The quay burned.\nMost read today"
    found = rewordings(tokens(before, [Span(0, 10)]), tokens(after, [Span(17, 32)]))
    assert found == ()


def test_a_paragraph_written_anew_is_one_change_although_a_word_remains() -> None:
    before = "Ministers met. The delegation from the islands arrived late and went home early on Friday. All slept."
    after = "Ministers met. Nobody knows why these talks had begun in Vell, or who would pay. All slept."
    assert len(told(before, after)) == 1


def test_words_in_right_to_left_script_are_compared() -> None:
    assert told("پل ترال بسته شد", "پل ترال باز شد") == [("بسته", "باز")]


some_text = st.lists(st.sampled_from(["a", "b", "c", "the", "1,000", ".", "\n", "“", "é"]), max_size=60).map(" ".join)


@given(some_text, some_text)
def test_putting_the_added_words_for_the_struck_ones_gives_the_later_text(before: str, after: str) -> None:
    made, end = "", 0
    for one in rewordings(tokens(before), tokens(after)):
        made += before[end : one.before.start] + " " + one.after.of(after) + " "
        end = one.before.end
    made += before[end:]
    assert [token.same for token in tokens(made)] == [token.same for token in tokens(after)]


@given(some_text, some_text)
def test_rewordings_ascend_in_both_texts(before: str, after: str) -> None:
    found = rewordings(tokens(before), tokens(after))
    for one, following in pairwise(found):
        assert one.before.end <= following.before.start
        assert one.after.end <= following.after.start
