"""What is worth asking the comparer."""

from datetime import date, timedelta

from msgspec.structs import replace

from reportedly.followups import asking
from reportedly.likeness import telling
from reportedly.records import Sighting, Window
from reportedly.text import Span
from tests.followups.test_bounds import DAY, sighting

DUE = Window(DAY + timedelta(days=11), DAY + timedelta(days=11))


def told(n: int, headline: str, sentence: str, at: str, published: date, **fields: object) -> Sighting:
    start = sentence.index(at)
    topic = telling(f"{headline} {sentence}")[:16]
    own = {"headline": headline, "at": Span(start, start + len(at)), "topic": topic, "outlet": f"o{n}"}
    return sighting(n, sentence, published, **{**own, **fields})


VERDICT = told(
    1,
    "Court to rule on ferry captain Halvard Brill",
    "The Vell district court will announce its verdict on ferry captain Halvard Brill on June 12.",
    "verdict",
    DAY,
    expectation="x1",
    window=DUE,
    lemma="announce",
)
SENTENCED = told(
    2,
    "Ferry captain Halvard Brill found guilty in Vell verdict",
    "The Vell district court announced its verdict on ferry captain Halvard Brill and found him guilty.",
    "announced",
    DAY + timedelta(days=11),
    change="happened",
    lemma="announce",
)
PARADE = told(
    3,
    "Lantern parade delights Vell",
    "Children led the lantern parade through Vell until the rain came.",
    "led",
    DAY + timedelta(days=11),
    lemma="lead",
)


def test_what_tells_the_announced_act_is_likelier_to_tell_something_than_what_is_of_the_same_town() -> None:
    assert (
        asking.tells(VERDICT, SENTENCED, "happened", 0.3) > asking.TOLD > asking.tells(VERDICT, PARADE, "happened", 0)
    )


def test_the_same_act_of_the_same_day_is_likelier_announced_again_than_another_act() -> None:
    once_more = replace(VERDICT, article="a4", published=DAY + timedelta(days=2), expectation="x4")
    other = replace(PARADE, expectation="x5", window=Window(DAY, DAY + timedelta(days=90)))
    assert asking.announces_again(VERDICT, once_more) > asking.AGAIN > asking.announces_again(VERDICT, other)


def test_without_a_headline_it_is_worth_asking() -> None:
    bare = replace(PARADE, headline="")
    assert asking.tells(VERDICT, bare, "happened", 0.0) >= asking.TOLD
    assert asking.announces_again(VERDICT, bare) >= asking.AGAIN


def test_every_clue_of_the_tables_is_drawn() -> None:
    drawn = asking.told_clues(VERDICT, PARADE, None, 0.0), asking.again_clues(VERDICT, PARADE)
    for clues, name in zip(drawn, ("told", "again"), strict=True):
        assert asking.table(name).steps.keys() <= clues.keys()
    nameless = replace(PARADE, headline="", at=None, words=(), published=None)
    assert asking.told_clues(nameless, nameless, None, 0.0).keys() == drawn[0].keys()
