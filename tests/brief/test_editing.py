import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.brief import editing
from reportedly.errors import BadInput
from reportedly.records import Draft, DraftSection, DraftSentence
from tests.brief.writers import cited
from tests.newsroom import ORIGINAL

SHELLS = cited(ORIGINAL, "Shells hit the eastern end of Teral Bridge")
FIRST = DraftSentence("l2", "One", (SHELLS,), "One")
TWO = Draft(
    "Ferries",
    (
        DraftSection(
            "p1", "story", "North", (DraftSentence("l2", "One", (SHELLS,), "One"), DraftSentence("l3", "Two"))
        ),
        DraftSection("p4", "story", "South", (DraftSentence("l5", "Three"),)),
    ),
    None,
    5,
)


def order(given: Draft) -> dict[str, list[str]]:
    return {section.id: [sentence.id for sentence in section.sentences] for section in given.sections}


def test_a_rewritten_sentence_keeps_what_it_cites_and_how_it_was_drafted() -> None:
    fresh = editing.rewritten(TWO, "Boats", {"p1": "Up  river"}, {"l2": "Uno,\r\n dos"})
    assert fresh.title == "Boats"
    assert fresh.sections[0].title == "Up river"
    assert fresh.sentences[0] == DraftSentence("l2", "Uno, dos", (SHELLS,), "One")
    assert editing.as_drafted(fresh, "l2").sentences[0].text == "One"


def test_a_sentence_whose_words_were_all_taken_out_is_dropped_with_the_words_it_had() -> None:
    fresh = editing.rewritten(TWO, None, {}, {"l2": " \n "})
    assert (fresh.sentences[0].text, fresh.sentences[0].dropped) == ("One", True)
    assert editing.dropped(fresh, "l2", out=False).sentences[0].dropped is False


def test_a_sentence_moves_within_its_section_and_over_its_edge() -> None:
    assert order(editing.moved(TWO, "l3", -1)) == {"p1": ["l3", "l2"], "p4": ["l5"]}
    assert order(editing.moved(TWO, "l3", 1)) == {"p1": ["l2"], "p4": ["l3", "l5"]}
    assert order(editing.moved(TWO, "l5", -1)) == {"p1": ["l2", "l3", "l5"], "p4": []}
    assert editing.moved(TWO, "l2", -1) == TWO
    assert editing.moved(TWO, "l5", 1) == TWO


def test_a_section_moves_with_all_it_holds() -> None:
    assert list(order(editing.moved(TWO, "p4", -1))) == ["p4", "p1"]
    assert editing.moved(TWO, "p1", -1) == TWO


def test_sentences_and_sections_are_added_under_ids_of_their_own() -> None:
    fresh = editing.added(editing.with_section(TWO, "East"), "p6", "Four")
    assert order(fresh) == {"p1": ["l2", "l3"], "p4": ["l5"], "p6": ["l7"]}
    assert editing.added(fresh, "p1").sentences[2] == DraftSentence("l8", "")


def test_a_citation_is_added_once() -> None:
    fresh = editing.citing(editing.citing(TWO, "l3", SHELLS), "l3", SHELLS)
    assert fresh.sentences[1].citations == (SHELLS,)


def test_stories_are_added_before_what_lies_ahead_and_none_twice() -> None:
    ahead = DraftSection("p6", "ahead", "What lies ahead", (DraftSentence("l7", "Soon"),))
    here = Draft("A", (DraftSection("p1", "story", "North", (), story="s1"), ahead), None, 7)
    other = DraftSection("p1", "story", "South", (DraftSentence("l2", "Calm"),), story="s2")
    more = DraftSection("p3", "ahead", "What lies ahead", (DraftSentence("l4", "Later"),))
    joined = editing.with_sections(here, Draft("B", (here.sections[0], other, more), None, 4))
    assert [(section.story, section.title) for section in joined.sections] == [
        ("s1", "North"),
        ("s2", "South"),
        (None, "What lies ahead"),
    ]
    assert [sentence.text for sentence in joined.sections[2].sentences] == ["Soon", "Later"]
    assert len({sentence.id for sentence in joined.sentences}) == 3


def test_what_the_draft_does_not_have_cannot_be_changed() -> None:
    for step in (editing.dropped, editing.as_drafted, editing.added):
        with pytest.raises(BadInput, match="x9"):
            step(TWO, "x9")
    with pytest.raises(BadInput, match="x9"):
        editing.moved(TWO, "x9", 1)


STEPS = st.tuples(
    st.sampled_from(["up", "down", "drop", "restore", "add", "rewrite"]),
    st.sampled_from(["l2", "l3", "l5", "p1", "p4"]),
)


@given(st.lists(STEPS, max_size=25))
def test_whatever_is_done_no_sentence_and_no_citation_is_lost(steps: list[tuple[str, str]]) -> None:
    now = TWO
    for what, own in steps:
        if what in {"up", "down"}:
            now = editing.moved(now, own, -1 if what == "up" else 1)
        elif what == "add" and own.startswith("p"):
            now = editing.added(now, own, "More")
        elif what == "rewrite" and own.startswith("l"):
            now = editing.rewritten(now, None, {}, {own: f"{own} anew"})
        elif own.startswith("l"):
            now = editing.dropped(now, own, out=what == "drop")
    ids = [sentence.id for sentence in now.sentences]
    assert len(ids) == len(set(ids))
    assert {"l2", "l3", "l5"} <= set(ids)
    assert next(sentence for sentence in now.sentences if sentence.id == "l2").citations == (SHELLS,)
