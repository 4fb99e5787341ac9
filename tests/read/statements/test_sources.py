"""What kind of source stands behind a claim, and whom “they”, “he” and “it” go on speaking for."""

import pytest

from reportedly.records import Statement
from tests.read.reading_of import reading, words


def kinds(text: str) -> list[tuple[str, str]]:
    """The sources of a text, each as its words with its kind."""
    got = reading(text)
    return [(words(got, *one.source), one.source_kind) for one in got.statements]


def spoken(text: str, content: str) -> tuple[Statement, str | None]:
    """The statement with these words in it and the name of who makes it."""
    got = reading(text)
    one = next(one for one in got.statements if content in words(got, *one.content))
    return one, next((entity.name for entity in got.entities if entity.id == one.source_entity), None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Officials said the dam would open in May.", "role"),
        ("An official who was not authorised to speak to the media said the dam would open in May.", "anonymous"),
        ("A diplomat said the dam would open in May. He declined to be named.", "anonymous"),
        ("A police spokesman said the road to the dam was shut.", "role"),
        ("A spokesman said the dam was safe. He is ill, said two aides who did not want to be named.", "role"),
        ("A report by the water board said that the dam would open in May.", "document"),
    ],
)
def test_who_keeps_the_name_back_is_anonymous_and_who_holds_an_office_a_role(text: str, kind: str) -> None:
    assert kinds(text)[0][1] == kind


@pytest.mark.parametrize(
    ("first", "pronoun", "kind"),
    [
        ("Two officials, who spoke on condition of anonymity, said the dam would open.", "They", "anonymous"),
        ("A senior official said the road was closed.", "He", "role"),
        ("A report by the water board said that the lake was shrinking.", "It", "document"),
        ("Two officials said the road was closed.", "He", "unknown"),
    ],
)
def test_a_pronoun_is_of_the_kind_of_who_spoke_before(first: str, pronoun: str, kind: str) -> None:
    one, _ = spoken(f"{first} {pronoun} said the water would be shared with the villages.", "shared")
    assert one.source_kind == kind


def test_it_is_the_body_that_spoke_before() -> None:
    text = "The Garvan Water Board warned that floods were near. It said the dam at Meshgara was full."
    assert spoken(text, "was full")[1] == "Garvan Water Board"
