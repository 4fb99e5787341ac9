"""Pairs: which are proposed, what the clues say of them, and what the judge makes of it."""

from datetime import date, timedelta

import pytest

from reportedly.likeness import telling as stems
from reportedly.records import Gist
from reportedly.stories.pairs.candidates import HOLDERS, Index
from reportedly.stories.pairs.clues import UNKNOWN, Weighed, clues, weighed, worth
from reportedly.stories.pairs.judge import FEW, likelihood, prior
from reportedly.stories.pairs.rarity import WINDOW, Rarity
from reportedly.stories.pairs.round_ups import is_round_up
from reportedly.stories.pairs.telling import Telling, telling

DAY = date(2031, 5, 4)


def gist(headline: str, lead: str = "", outlet: str = "coastwire", **names: tuple[str, ...]) -> Gist:
    return Gist(
        article=headline,
        url=headline,
        outlet=outlet,
        owner=None,
        published=DAY,
        headline=headline,
        shingles=b"",
        words=stems(f"{headline}\n{lead}"),
        places=names.get("places", ()),
        people=names.get("people", ()),
        names=names.get("skeletons", ()),
        headline_words=stems(headline),
    )


def told(headline: str, lead: str = "", day: date = DAY, **names: tuple[str, ...]) -> Telling:
    return telling(gist(headline, lead, "coastwire", **names), day)


OTHERS = [told(f"Tariff{i} orchard{i} library{i} glacier{i}") for i in range(30)]


def compared(a: Telling, b: Telling) -> dict[str, float]:
    first, second, rarity = ready(a, b)
    assert clues(first, second, rarity) == pytest.approx(clues(second, first, rarity))
    return clues(first, second, rarity)


def ready(a: Telling, b: Telling) -> tuple[Weighed, Weighed, Rarity]:
    rarity = Rarity()
    rarity.turn(DAY, [a, b, *OTHERS])
    return weighed(a, rarity), weighed(b, rarity), rarity


def test_names_numbers_and_speakers_of_a_headline() -> None:
    found = told("Orla Fenn says 212 saved from the ferry in 2031", "Three boats helped.")
    assert {"orla", "fenn"} <= found.capitals
    assert found.numbers == {"212", "3"}
    assert found.headline_numbers == {"212"}
    assert found.speaker == {"orla", "fenn"}
    assert told("FERRY AGROUND OFF CAPE SORROW").capitals == frozenset()


def test_what_is_rare_these_days_is_counted_over_a_week() -> None:
    rarity = Rarity()
    ferry = told("Ferry aground")
    rarity.turn(DAY, [ferry, told("Ferry afloat")])
    before = rarity.of_words(ferry)
    assert before["ferry"] < before["aground"] == pytest.approx(1.0)
    later = DAY + WINDOW + timedelta(1)
    rarity.turn(later, [told("Miners walk out", day=later)])
    assert rarity.of_words(ferry)["ferry"] == rarity.of_words(ferry)["aground"]


def test_an_article_is_compared_with_those_that_share_most_of_what_is_rare() -> None:
    index, rare = Index(), dict.fromkeys(("ferry", "sorrow", "heron"), 1.0)
    given = ("Ferry Sorrow Heron", "Ferry Heron", "Ferry", "Miner")
    index.turn(DAY, [(n, told(words)) for n, words in enumerate(given)])
    assert index.others(0, rare, {}) == [1, 2]
    index.turn(DAY + timedelta(9), [(4, told("Ferry Sorrow Heron"))])
    assert index.others(4, rare, {}) == []


def test_names_meet_across_scripts() -> None:
    index = Index()
    index.turn(DAY, [(0, told("Ferry Heron aground", skeletons=("hrn",))), (1, told("Паром сел", skeletons=("hrn",)))])
    assert index.others(0, {"aground": 1.0}, {"hrn": 0.9}) == [1]


def test_a_word_of_very_many_proposes_nothing() -> None:
    index = Index()
    index.turn(DAY, [(i, told("ferry")) for i in range(HOLDERS + 1)])
    assert index.others(0, {"ferry": 1.0}, {}) == []


def test_clues_of_two_tellings_and_of_two_raids() -> None:
    ours = told("Ferry Heron aground off Cape Sorrow", places=("cape",))
    theirs = told("Heron runs aground at Cape Sorrow, 212 saved", places=("cape",))
    other = told("Ferry Teal aground off Low Tarn", places=("tarn",))
    same, apart = compared(ours, theirs), compared(ours, other)
    assert same["capitals missing in both"] < apart["capitals missing in both"]
    assert same["places"] > apart["places"] == 0.0
    assert (same["numbers"], same["people"], same["deed"]) == (1.0, UNKNOWN, UNKNOWN)
    assert likelihood(same, FEW) > 0.5 > likelihood(apart, FEW)


def test_pairs_unlike_in_words_are_not_judged() -> None:
    one, other, _ = ready(told("Ferry aground off Cape Sorrow"), told("Miners walk out at Low Tarn"))
    assert not worth(one, other)
    assert worth(one, one)


def test_of_few_articles_two_are_sooner_one_happening() -> None:
    assert prior(4) > prior(FEW // 2) > prior(FEW) == prior(50 * FEW) == 0.0


@pytest.mark.parametrize("headline", ["Live: ferry aground", "Morning briefing", "Ferry disaster – live"])
def test_round_ups_are_seen_by_their_headlines(headline: str) -> None:
    assert is_round_up(gist(headline))
    assert not is_round_up(gist("Ferry aground off Cape Sorrow"))
