"""A denial is filed where somebody else says what is denied, in like words."""

from datetime import date

import pytest

from reportedly.records import Disagreement, Outlet, Statement
from reportedly.stories import disagreements, gist
from tests.newsroom import COURIER, VAREN, claim, written

CLAIM = "The governor said that Sel gunners had shelled the power station at Ostra."
SAID = ("Sel gunners had shelled the power station at Ostra", "said", "The governor")
DENIAL = "Sel denied that its gunners shelled the Ostra power station."
DENIED = ("its gunners shelled the Ostra power station", "denied", "Sel")


def filed(*told: tuple[Outlet, str, Statement]) -> tuple[Disagreement, ...]:
    gists = []
    for day, (outlet, text, statement) in enumerate(told, 1):
        one = written(outlet, str(day), f"Shells at Ostra\n\n{text}", date(2031, 5, day), statements=(statement,))
        assert one.reading is not None
        gists.append(gist(one.reading))
    return disagreements(gists)


def said(text: str, words: tuple[str, str, str]) -> Statement:
    return claim(f"Shells at Ostra\n\n{text}", *words, kind="role")


def denied(text: str, words: tuple[str, str, str]) -> Statement:
    return claim(f"Shells at Ostra\n\n{text}", *words, kind="role", polarity="denied")


def test_a_claim_and_its_denial_are_told_oldest_first() -> None:
    (found,) = filed((VAREN, CLAIM, said(CLAIM, SAID)), (COURIER, DENIAL, denied(DENIAL, DENIED)))
    assert found.kind == "denial"
    assert [told.value for told in found.told] == ["said", "denied"]
    assert found.told[0].day == date(2031, 5, 1)
    assert {"gunner", "shell"} <= set(found.thing.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Sel said that its gunners shelled the Ostra power station.",
            ("its gunners shelled the Ostra power station", "said", "Sel"),
        ),
        ("Sel denied the Ostra power station gunners bail.", ("the Ostra power station gunners bail", "denied", "Sel")),
        (
            "Sel denied that no gunners shelled the Ostra power station.",
            ("no gunners shelled the Ostra power station", "denied", "Sel"),
        ),
        ("Sel denied that its ferries brought coal.", ("its ferries brought coal", "denied", "Sel")),
    ],
)
def test_no_denial_is_made_of_other_words(text: str, words: tuple[str, str, str]) -> None:
    second = said(text, words) if words[1] == "said" else denied(text, words)
    assert filed((VAREN, CLAIM, said(CLAIM, SAID)), (COURIER, text, second)) == ()


def test_nobody_denies_what_the_same_source_says() -> None:
    own = (SAID[0], SAID[1], "Sel")
    text = CLAIM.replace("The governor", "Sel")
    assert filed((VAREN, text, said(text, own)), (COURIER, DENIAL, denied(DENIAL, DENIED))) == ()
