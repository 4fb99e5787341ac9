"""Credits: an agency is credited where credits stand, not wherever its letters do."""

import pytest

from reportedly.stories.credits import credited

MIDDLE = "The night ferry Heron ran aground off Cape Sorrow on Sunday, the coast guard said. " * 8


@pytest.mark.parametrize(
    "body",
    [
        f"VELL, May 4 (Reuters) - {MIDDLE}",
        f"VELL, May 4 (Reuters): {MIDDLE}",
        f"Reuters – {MIDDLE}",
        f"{MIDDLE}(Reuters)",
        f"{MIDDLE}Nobody was hurt. — Reuters.",
        f"{MIDDLE}\nReuters",
    ],
)
def test_an_agency_is_credited_at_the_head_or_the_foot(body: str) -> None:
    assert credited("", body) == ("Reuters",)


@pytest.mark.parametrize(
    "body",
    [
        f"The Pakistan Tehreek-e-Insaf (PTI) said so. {MIDDLE}",
        f"A PTI leader spoke in Vell. {MIDDLE}",
        f"{MIDDLE}The captain told Reuters that the light had failed.",
        f"{MIDDLE}(Reuters){MIDDLE}",
    ],
)
def test_an_agency_that_is_quoted_and_a_party_of_its_letters_are_not(body: str) -> None:
    assert credited("", body) == ()


def test_several_agencies_and_the_desk_are_named_once_each() -> None:
    assert credited("Vell  Desk", f"VELL, May 4 (APP): {MIDDLE} (AFP, Reuters)") == (
        "Vell Desk",
        "APP",
        "AFP",
        "Reuters",
    )
