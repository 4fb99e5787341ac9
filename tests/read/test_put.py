import pytest

from reportedly.read.put import how_put


@pytest.mark.parametrize(
    ("sentence", "certainty", "denied"),
    [
        ("Army spokesman Ivo Marsh said the guard fired.", "certain", False),
        ("Army spokesman Ivo Marsh said the guard may have fired.", "possible", False),
        ("Varen News reported: Ivo Marsh said the guard could have fired from the bank.", "possible", False),
        ("Varen News reported: “Shells hit the bridge”.", "certain", False),
        ("Varen News reported: Ivo Marsh said “the guard fired” (put as possible).", "possible", False),
        ("The guard fired.", "certain", False),
        ("The guard may have fired from the bank.", "possible", False),
        ("Sel Courier reported: Minister Anka Reut denied that troops had fired.", "unknown", True),
    ],
)
def test_a_sentence_is_as_sure_as_what_it_passes_on(sentence: str, certainty: str, *, denied: bool) -> None:
    (put,) = how_put([sentence])
    assert put.denied is denied
    assert put.certainty == certainty or denied


def test_sources_are_the_words_that_name_them() -> None:
    named, nobody = how_put(["Twelve people were killed, governor Mara Dovic said.", "Twelve people were killed."])
    assert any("Mara Dovic" in source for source in named.sources)
    assert nobody.sources == ()
    assert how_put([]) == []


def test_hedges_are_found_wherever_they_stand() -> None:
    (put,) = how_put(["It rained, and the dam may hold, probably."])
    assert put.hedges == ("may", "probably")
