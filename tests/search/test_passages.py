from hypothesis import given
from hypothesis import strategies as st

from reportedly.search import passage, question, words

RIVER = "River talks\n\nThe ministers of Varn and Ostrel visited the dam and signed nothing, not even a note."
LONG = (
    "Fog lay on the quay. " * 40 + "The dam at Ostrel was shut. " + "Nobody spoke. " * 40 + "The ministers left Ostrel."
)


def marked(text: str, typed: str) -> list[str]:
    return [piece for piece, sought in passage(text, question(typed)) if sought]


def test_words_are_marked_as_they_stand() -> None:
    assert marked(RIVER, "VISIT minister") == ["ministers", "visited"]
    assert marked("وزير گفت: مي\u200cشود", "می\u200cشود وزیر") == ["وزير", "مي\u200cشود"]


def test_words_in_a_row_are_marked_only_where_they_are_in_a_row() -> None:
    assert marked(RIVER, '"signed nothing"') == ["signed", "nothing"]
    assert marked(RIVER, '"the dam"') == ["the", "dam"]


def test_words_near_each_other_and_beginnings_are_marked() -> None:
    assert marked(RIVER, '"dam ministers"~6') == ["ministers", "dam"]
    assert marked(RIVER, '"dam ministers"~5') == []
    assert marked(RIVER, "ost* minis*") == ["ministers", "Ostrel"]


def test_the_passage_with_most_of_what_was_sought_is_shown() -> None:
    assert marked(LONG, "ministers dam ostrel") == ["dam", "Ostrel"]
    shown = "".join(piece for piece, _ in passage(LONG, question("dam ostrel")))
    assert shown.startswith(" … ")
    assert shown.endswith(" … ")
    assert shown.replace(" … ", "") in LONG


def test_where_nothing_was_sought_the_beginning_is_shown() -> None:
    assert passage(RIVER, question("")) == ((RIVER, False),)
    assert passage(LONG, question("-dam"))[0][0].startswith("Fog lay")
    assert passage("", question("dam")) == ()


@given(st.text("ab. کي\u200c\u00ad新ﷺ", max_size=400), st.text('ab کی新*"', max_size=8))
def test_a_passage_is_words_of_the_text_and_marks_only_what_was_sought(text: str, typed: str) -> None:
    pieces = passage(text, question(typed))
    assert "".join(piece for piece, _ in pieces if piece != " … ") in text
    assert all(list(words(piece)) for piece, sought in pieces if sought)
