"""What nobody said, or was decided against or left out, is not expected; what headlines announce is."""

import pytest

from tests.read.reading_of import event, reading, words

NOT_EXPECTED = (
    "The premier never said that the tunnel would open in July.",
    "Nobody believes the rebels will surrender on Friday.",
    "Neither side said that talks would resume on Thursday.",
    "The bishop has not promised that he will visit Vell next week.",
    "The council stopped short of saying that the port would be closed in July.",
    "“I never said that we would leave,” Ada Moreno told the council.",
    "The envoy wished the two leaders would meet before Friday.",
    "The court ruled against holding the election on June 20.",
    "Deputies voted against sending troops to Eskeria next month.",
    "The strike had been set for Thursday but was called off.",
    "The bridge was meant to open on Friday but stayed shut.",
)
ANNOUNCED = (
    ("Eskeria to ban exports from July 1.", "ban", "2025-07-01"),
    ("Farmers to march on parliament on Friday.", "march", "2025-06-06"),
    ("Nurses to strike on Friday.", "strike", "2025-06-06"),
    ("Ministers to sign treaty on June 14.", "sign", "2025-06-14"),
    ("The governor called a snap election for July 12.", "election", "2025-07-12"),
    ("The last round of talks was rescheduled for Friday.", "round of talks", "2025-06-06"),
    ("The visit, originally scheduled for June 12, will now take place on June 25.", "visit", "2025-06-25"),
    ("The vote, previously set for June 15, takes place on June 29.", "vote", "2025-06-29"),
)
DENIED = (
    ("The envoy left Vell without signing the treaty.", "signing"),
    ("Instead of attacking the town, the rebels withdrew.", "attacking"),
    ("The two sides have yet to agree on a ceasefire.", "agree"),
    ("Neither army attacked Oberfeld on Sunday.", "attacked"),
)


@pytest.mark.parametrize("text", NOT_EXPECTED)
def test_what_nobody_said_or_did_is_not_expected(text: str) -> None:
    assert reading(text).expectations == ()


@pytest.mark.parametrize(("text", "trigger", "day"), ANNOUNCED)
def test_what_is_announced_has_its_day(text: str, trigger: str, day: str) -> None:
    got = reading(text)
    (ahead,) = [one for one in got.expectations if one.event == event(got, trigger).id]
    assert ahead.window is not None
    assert str(ahead.window.start) == day


@pytest.mark.parametrize(("text", "trigger"), DENIED)
def test_what_is_left_out_is_denied(text: str, trigger: str) -> None:
    assert event(reading(text), trigger).status == "denied"


def test_who_does_not_mention_it_takes_it_for_granted() -> None:
    got = reading("The mayor did not mention that troops had attacked the village on Sunday.")
    assert event(got, "attacked").status == "occurred"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ahead of Friday's vote, the party split.", "2025-06-06"),
        ("Before Thursday's talks the army closed the road.", "2025-06-05"),
    ],
)
def test_what_something_comes_ahead_of_has_its_own_day(text: str, day: str) -> None:
    windows = [one.window for one in reading(text).expectations if one.window]
    assert [(str(window.start), str(window.end)) for window in windows] == [(day, day)]


def test_what_was_done_ahead_of_a_day_was_not_done_on_it() -> None:
    got = reading("Police arrested ten men ahead of Sunday's march.")
    assert event(got, "arrested").time is None


@pytest.mark.parametrize("text", ["Sunday's attack on Vell killed two men.", "Thursday's summit in Vell was long."])
def test_a_day_takes_no_part(text: str) -> None:
    got = reading(text)
    assert not any(words(got, actor.span).endswith("'s") for one in got.events for actor in one.actors)
