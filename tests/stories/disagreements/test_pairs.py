"""Pairs of accounts in invented words: those that differ, how, and those that only seem to.

A pair is told as a story of two articles; ``2|`` before a text says that it came out on the second day.
"""

from datetime import date

import pytest

from reportedly.records import Disagreement, Gist
from reportedly.stories import disagreements, gist
from tests.newsroom import COURIER, VAREN, written

CONFLICTS = [
    (
        "Two people died and six others were injured when a bus left the road.",
        "16 were injured in the bus crash.",
        6,
        16,
    ),
    ("The blast killed three children in Ostra.", "A blast which killed four young children shook Ostra.", 3, 4),
    ("Hospitals counted 28 injured.", "2|Hospitals counted 27 injured.", 28, 27),
    ("Seven people, including two children, drowned.", "2|Seven people, including three children, drowned.", 2, 3),
    ("Nine guards were killed in the raid.", "Two guards were killed in the raid.", 9, 2),
    ("Police arrested 12 protesters in Ostra.", "Police arrested 31 protesters in Ostra.", 12, 31),
    ("At least 15 were injured and six killed.", "2|Six were killed and 18 injured.", 15, 18),
    ("Four soldiers of the garrison were killed.", "The clash killed eleven soldiers.", 4, 11),
    ("As many as 40 people may have died.", "Five people lost their lives in the fire.", 40, 5),
    ("Some 20,000 people took part in the march.", "5,000 people took part in the march.", 20000, 5000),
    ("Forty families were displaced by the flood.", "The flood displaced 70 families.", 40, 70),
    ("Eight were injured as the ferry struck the pier.", "The collision injured 18 of the 80 people on board.", 8, 18),
    ("Three were reported missing after the slide.", "Ten people went missing after the slide.", 3, 10),
    ("Rescuers saved 23 people.", "31 people were rescued.", 23, 31),
    ("Gunmen abducted 12 engineers.", "Twenty engineers were kidnapped.", 12, 20),
    ("2|Five were wounded in the blast.", "Eight were wounded in the blast.", 8, 5),
    (
        "A convoy took 55 tons of flour and tents to Sel.",
        "The convoy took 90 tonnes of flour and tents to Sel.",
        55,
        90,
    ),
    ("Sel sent 12 tons of relief supplies on Friday.", "A ship with 70 tonnes of supplies left the port.", 12, 70),
    ("Drivers got back Rs4.7m in excess fares.", "Rs47m in excess fares went back to drivers.", 4700000, 47000000),
    ("The flow of the Teral has fallen by 31 per cent.", "The flow of the Teral has fallen by 12 per cent.", 31, 12),
    ("Shells destroyed 14 houses in lower Ostra quarter.", "40 houses were destroyed in lower Ostra quarter.", 14, 40),
    ("Thirty pilgrims died in the crush.", "2|The crush killed 12 pilgrims.", 30, 12),
    ("“Nine women were killed,” he said.", "Three women were killed, officials said.", 9, 3),
    ("Two police officers were hurt.", "Seven police officers were hurt.", 2, 7),
    ("More than 200 people were detained.", "Police detained 90 people.", 200, 90),
]
UPDATES = [
    ("Nine people were killed when a tram left its rails.", "2|Eleven people were killed on the tram.", 9, 11),
    ("At least 20 were killed in the quake.", "2|The quake killed at least 27.", 20, 27),
    ("Six people were killed by a shell in Ostra.", "At least nine killed by a shell in Ostra.", 6, 9),
    ("Eight miners died.", "2|The death toll rises to 12.", 8, 12),
    ("The toll stood at five.", "2|Three more died, bringing the total toll to eight.", 5, 8),
    ("16 people, six of them children, were killed.", "2|The strike killed 18 people.", 16, 18),
    ("Forty people were injured.", "2|Sixty people were injured in all.", 40, 60),
    ("Police arrested four people.", "2|Police have arrested nine people.", 4, 9),
    ("The flood displaced 1,000 people.", "2|The number of displaced rose to 3,000.", 1000, 3000),
]
AGREED = [
    # the same value, put differently
    ("Twelve people were killed.", "The blast killed 12."),
    ("At least 12 people were killed.", "A dozen people were killed."),
    ("More than 100 people were killed.", "104 people were killed."),
    ("Almost 400 people were injured.", "380 people were injured."),
    ("Dozens were injured.", "The blast injured 43."),
    ("Some 20,000 people took part in the march.", "21,000 people took part in the march."),
    ("15 to 20 people were injured.", "18 people were injured."),
    ("Rs47m in excess fares went back to drivers.", "Drivers got back Rs46.8m in excess fares."),
    ("Over a dozen were injured.", "14 were injured."),
    ("Two hundred and six people died.", "206 died."),
    ("Hundreds were displaced.", "The flood displaced 730 people."),
    ("Three dozen people were held.", "Police arrested 36."),
    # a part and its whole
    ("16 people were killed.", "The strike killed 16, six of them children."),
    ("Six children were killed.", "16 people were killed in the strike."),
    ("Seven people, including two guards, were killed.", "Seven were killed."),
    ("18 of the 80 people on board were injured.", "The ferry had 80 people on board; 18 were injured."),
    ("Among the 27 dead were 25 children.", "2|27 people died."),
    ("Nine people were killed, three of them women.", "Five children were killed."),
    # an addition and the toll
    ("Three more people died, bringing the toll to eight.", "Eight people have died."),
    ("Another two people died in hospital.", "Nine people were killed."),
    ("Four more were arrested.", "2|Police arrested 19 people."),
    # another thing, other people, another time
    ("Four people were killed.", "Nine people were injured."),
    ("Two soldiers were killed.", "Five militants were killed."),
    ("Four Varenian soldiers were killed.", "Nine Selish soldiers were killed."),
    ("The bridge is 400 metres long.", "The road is 12 km long."),
    ("The toll is now nine, up from seven.", "Nine were killed."),
    ("A 12-year-old boy was killed on June 3.", "Two people were killed and 12 June was a day of mourning."),
    ("Prices rose by 12 per cent.", "The ministry cut posts by 30 per cent."),
    ("Sel sent 12 tons of wheat.", "The raid yielded 3 tons of copper."),
    ("Girls aged seven to 12 were seen dead.", "Forty people were killed."),
    (
        "Nine people were killed near the old mill at Tarn when a lorry hit a bus full of singers.",
        "2|Five people died as a balloon fell into the icy harbour of Ostra during the yearly regatta for boys.",
    ),
    ("The port cost $40m.", "The winner takes $2m for the book."),
    ("Nobody knows how many of the F-16 jets fly.", "The F-35 jets fly."),
    ("The union has 4,000 workers.", "12 workers were at the gate."),
    ("Flight 301 carried mail.", "Flight 7 was late."),
    ("It happened at 9.30 on page 12.", "It happened at 11.15 on page 4."),
]


def told(text: str, first: bool) -> Gist:  # noqa: FBT001 - the one or the other of a pair
    day, _, words = text.rpartition("|")
    one = written(VAREN if first else COURIER, "x", f"News of Ostra\n\n{words}", date(2031, 5, int(day or 1)))
    assert one.reading is not None
    return gist(one.reading)


def found(a: str, b: str) -> tuple[Disagreement, ...]:
    """What a story of the two files, put in either order."""
    gists = sorted([told(a, first=True), told(b, first=False)], key=lambda one: (one.published, one.outlet))
    return disagreements(gists)


def numbers(one: Disagreement) -> set[float]:
    """The numbers told, for a first look: ``1.5 million rupees`` is 1,500,000."""
    scales = {"million": 1e6}
    values = set()
    for account in one.told:
        words = account.value.replace(",", "").split()
        at = next(i for i, word in enumerate(words) if word[0].isdigit())
        values.add(float(words[at]) * scales.get(words[at + 1] if at + 1 < len(words) else "", 1))
    return values


@pytest.mark.parametrize(("a", "b", "one", "other"), CONFLICTS)
def test_accounts_that_stand_side_by_side_are_a_conflict(a: str, b: str, one: float, other: float) -> None:
    (told,) = [kept for kept in found(a, b) if numbers(kept) == {one, other}]
    assert told.kind == "conflict"
    assert told.cautious is not None
    assert str(min(one, other))[0] in told.told[told.cautious].value


@pytest.mark.parametrize(("a", "b", "one", "other"), UPDATES)
def test_a_toll_that_grew_is_an_update(a: str, b: str, one: float, other: float) -> None:
    (told,) = [kept for kept in found(a, b) if numbers(kept) == {one, other}]
    assert told.kind == "update"
    assert [account.day for account in told.told] == sorted(account.day for account in told.told if account.day)


@pytest.mark.parametrize(("a", "b"), AGREED)
def test_what_can_be_two_ways_to_put_it_or_two_things_is_no_disagreement(a: str, b: str) -> None:
    assert found(a, b) == ()
