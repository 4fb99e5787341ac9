from datetime import timedelta

from reportedly.account.page_events import tell
from reportedly.records import Edit, Look, Rewording
from reportedly.text import Span
from tests.revised import NOON, look

CHANGED = (Rewording(Span(0, 4), Span(0, 4)),)


def kinds(*looks: Look, edits: tuple[Edit, ...] = ()) -> list[tuple[str, str | None, int]]:
    return [(event.kind, event.article, event.looks) for event in tell(looks, edits)]


def test_a_page_that_stays_as_it_is_has_one_event() -> None:
    events = tell([look(0, "a1"), look(1, "a1"), look(24, state="unchanged")], ())
    assert [(event.kind, event.looks) for event in events] == [("seen", 3)]
    assert events[0].until == NOON + timedelta(hours=24)


def test_an_edit_and_its_return() -> None:
    edits = (Edit("a1", "a2", CHANGED), Edit("a2", "a1", CHANGED))
    events = tell([look(0, "a1"), look(1, "a2"), look(24, "a1")], edits)
    assert [event.kind for event in events] == ["seen", "edited", "put_back"]
    assert events[1].edit == edits[0]
    assert events[2].edit == edits[1]


def test_a_part_of_an_article_is_not_called_an_edit() -> None:
    part = Edit("a1", "a2", (Rewording(Span(0, 9), Span(0, 0)),), struck=2, partial=True)
    assert kinds(look(0, "a1"), look(1, "a2"), edits=(part,))[-1][0] == "part"


def test_a_page_laid_out_anew_is_not_called_edited() -> None:
    assert kinds(look(0, "a1"), look(1, "a2"), edits=(Edit("a1", "a2"),))[-1][0] == "laid_out_anew"


def test_a_page_that_is_gone_and_comes_back() -> None:
    looks = look(0, "a1"), look(1, state="gone", message="404"), look(2, state="gone"), look(9, "a1")
    assert kinds(*looks) == [("seen", "a1", 1), ("gone", "a1", 2), ("back", "a1", 1)]
    assert tell(looks, ())[1].message == "404"


def test_a_page_that_comes_back_with_other_words_was_edited() -> None:
    looks = look(0, "a1"), look(1, state="gone"), look(9, "a2")
    assert [kind for kind, _, _ in kinds(*looks, edits=(Edit("a1", "a2", CHANGED),))] == ["seen", "gone", "edited"]


def test_a_failure_of_the_server_says_nothing_of_the_page() -> None:
    assert kinds(look(0, "a1"), look(1, state="failed"), look(2, "a1")) == [("seen", "a1", 2)]


def test_a_page_that_never_showed_an_article() -> None:
    assert kinds(look(0, state="gone")) == [("gone", None, 1)]
    assert kinds(look(0, state="blocked"), look(1, "a1")) == [("closed", None, 1), ("seen", "a1", 1)]
