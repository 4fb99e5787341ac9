"""What looks like one statement and is two, and what is said by nobody in particular; the sentences are invented."""

import pytest

from tests.read.reading_of import reading, words


@pytest.mark.parametrize("verb", ["said", "told the Lake Times"])
def test_reported_first_and_quoted_then_are_two(verb: str) -> None:
    got = reading(
        f"A harbour spokesperson {verb} the ferries were still being repaired. “There is no talk of a delay.”"
    )
    told, quoted = got.statements
    assert (told.mode, quoted.mode) == ("indirect", "direct")
    assert words(got, *told.content) == "the ferries were still being repaired"
    assert words(got, *quoted.content) == "There is no talk of a delay"
    assert words(got, *quoted.source) == words(got, *told.source) == "A harbour spokesperson"
    assert quoted.cue == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The road had to be closed from August because of the flood, it has been reliably learnt.", "learnt"),
        ("It is understood that the road had to be closed from August because of the flood.", "understood"),
        ("It was reported that the road had to be closed from August because of the flood.", "reported"),
    ],
)
def test_it_is_said_by_nobody_in_particular(text: str, cue: str) -> None:
    got = reading(text)
    (found,) = got.statements
    assert words(got, *found.content).lower() == "the road had to be closed from august because of the flood"
    assert cue in words(got, *found.cue)
    assert (found.source, found.source_kind, found.certainty) == ((), "unknown", "probable")


def test_what_a_document_says_is_told_beside_its_name() -> None:
    got = reading("The mayor dismissed a report claiming that the dam had cracks.")
    inner = next(one for one in got.statements if words(got, *one.content) == "the dam had cracks")
    outer = next(one for one in got.statements if one is not inner)
    assert words(got, *inner.source) == "a report"
    assert (outer.polarity, inner.via) == ("denied", outer.id)


def test_a_name_is_no_claim() -> None:
    got = reading("The new deal, officially known as the Lake Pact, was signed by both mayors in Garvan.")
    assert not any("known" in words(got, *one.cue) for one in got.statements if one.cue)
