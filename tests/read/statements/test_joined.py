"""What the rules add to the model’s statements, and what they leave alone."""

import pytest

from tests.read.reading_of import reading, said, statements, words


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke for an hour on Monday.\n‘Long Road to the Sea.’\nIt rained.",
        "The mayor spoke for an hour on Monday.\n“The Quiet Harbour of Meshgara.”\nIt rained.",
    ],
)
def test_a_title_is_no_quotation(text: str) -> None:
    assert not [content for _, _, content in statements(text) if "Sea" in content or "Quiet" in content]


def test_a_noun_takes_the_nearest_clause() -> None:
    got = statements("The mayor likes announcements, such as his declaration that tolls would end.")
    assert not [one for one in got if one[1] == "announcements"]


def test_the_speakers_own_asides_are_no_chain() -> None:
    got = reading("“I must tell you that the dam is full and the road is closed,” the mayor said.")
    assert not [one for one in got.statements if words(got, *one.source) == "I"]


def test_the_turns_of_a_transcript_have_each_their_speaker() -> None:
    text = (
        "The programme was on the air on Sunday.\n\n“HOLT: When will the bridge be open again?\n\n"
        "“MORENO: We hope to open it in June.\n\n“HOLT: And the road to the harbour, sir?”"
    )
    got = reading(text)
    turns = [said(got, one) for one in got.statements if words(got, *one.source) in {"HOLT", "MORENO"}]
    assert turns == [
        ("HOLT", ":", "When will the bridge be open again?"),
        ("MORENO", ":", "We hope to open it in June."),
        ("HOLT", ":", "And the road to the harbour, sir?"),
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Asked about the state of the dam, the mayor said it was safe.", "Asked"),
        ("The mayor was asked whether the dam was safe.", "asked"),
        ("The mayor has been criticised for the state of the dam.", "criticised"),
    ],
)
def test_whom_one_asks_does_not_ask(text: str, cue: str) -> None:
    got = reading(text)
    assert not [said(got, one) for one in got.statements if cue in words(got, *one.cue) and one.source]


def test_a_quotation_of_short_words_is_no_title() -> None:
    assert [content for _, _, content in statements("“I do not do it so.”")] == ["I do not do it so."]
