"""Two parts of an article, compared as far as both of them reach."""

import pytest

from reportedly.account.page_events import tell
from reportedly.edits import compare
from reportedly.records import Article, Edit
from tests.revised import article, look, reading, said


def part(text: str) -> Article:
    return article(text, partial="it ends as a teaser does")


def changes(before: str, after: str) -> list[tuple[str, str]]:
    edit = compare(part(before), part(after), None, None)
    assert not edit.partial
    return [(one.before.of(before), one.after.of(after)) for one in edit.rewordings]


def kind(before: Article, after: Article) -> str:
    """What the second of two looks is called."""
    edit: Edit = compare(before, after, None, None)
    return tell([look(0, before.id), look(1, after.id)], [edit])[-1].kind


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 people died in a fire in Orn, police said...", "12 people died in a fire in Orn, police said..."),
        ("10 people died in a fire in Orn, police said...", "12 people died in a fire in Orn..."),
        ("10 people died in a fire in Orn, police sa…", "12 people died in a fire in Orn, police…"),
        ("10 people died in a fire in Orn, pol...", "12 people died in a fire in Orn, police said..."),
        ("10 people died, said the [...] Read more", "12 people died, said the mayor of the [...] Read more"),
        ("10 people died in a fire in Orn.", "12 people died in a fire in Orn.\n\nPolice came at noon."),
    ],
)
def test_what_was_changed_is_an_edit_and_what_one_lacks_at_its_end_was_not_struck(before: str, after: str) -> None:
    assert changes(before, after) == [("10", "12")]
    assert changes(after, before) == [("12", "10")]
    assert kind(part(before), part(after)) == "edited"


def test_words_put_in_before_push_others_out_at_the_end() -> None:
    before, after = "10 people died in a fire in Orn, police said on...", "At least 12 people died in a fire in Orn..."
    assert changes(before, after) == [("10", "At least 12")]
    assert compare(part(before), part(after), None, None).struck == 1


def test_where_the_last_words_became_others_as_many_are_compared_as_both_have() -> None:
    assert changes("The fire killed ten people in Orn", "The fire killed nobody") == [("ten", "nobody")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 people died in a fire...", "10 people died in a fire in Orn, police said..."),
        ("10 people died in a...", "10 people died in a fire in a..."),
        ("", "10 people died in a fire..."),
    ],
)
def test_two_parts_of_which_one_merely_shows_more_are_no_edit(before: str, after: str) -> None:
    edit = compare(part(before), part(after), None, None)
    assert edit.partial
    assert edit.added > 0
    assert kind(part(before), part(after)) == "part"


def test_two_parts_with_the_same_words_were_laid_out_anew() -> None:
    assert kind(part("10 people  died..."), part("10 people died...")) == "laid_out_anew"


def test_a_part_of_a_whole_article_is_no_edit_though_words_differ() -> None:
    whole = article("10 people died in a fire in Orn, police said on Monday. They came from Vell.")
    assert kind(whole, part("12 people died in a fire...")) == kind(part("12 people died..."), whole) == "part"


BEFORE = "The fire killed ten people, a nurse said. The mayor said the quay was insured..."
AFTER = "The fire killed at least twelve people, a nurse said. The mayor said the..."


def test_statements_are_compared_but_for_those_that_one_part_cuts_short() -> None:
    before, after = part(BEFORE), part(AFTER)
    insured = said(BEFORE, "the quay was insured", "said", "The mayor")
    old = reading(before, said(BEFORE, "The fire killed ten people", "said", "a nurse"), insured)
    new = reading(after, said(AFTER, "The fire killed at least twelve people", "said", "a nurse"))
    (change,) = compare(before, after, old, new).statements
    assert (change.kind, change.what) == ("changed", ("wording",))
    assert [one.kind for one in compare(before, after, reading(before, insured), new).statements] == ["appeared"]
