"""What a number counts, whom, and whether it is a part, an addition or the newest toll."""

import pytest

from reportedly.stories.figures.counting import Counted, counted
from reportedly.stories.figures.quantities import tokens

MARKS = ("part", "more", "risen", "former")


def told(one: Counted) -> tuple[float | None, str, str]:
    kind = one.whom[0] if one.whom else ""
    return (one.quantity.number, " ".join([one.thing, *(mark for mark in MARKS if getattr(one, mark))]), kind)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Twelve people were killed.", [(12, "killed", "people")]),
        ("Two men died and nine others, including three foreigners, were injured.", None),
        ("A shell killed two soldiers and three civilians.", [(2, "killed", "soldiers"), (3, "killed", "civilians")]),
        ("Three men and two women were killed.", [(3, "killed", "men"), (2, "killed", "women")]),
        ("16 people, six of them children, died.", [(16, "killed", "people"), (6, "killed part", "children")]),
        ("At least 25 children were among the 27 dead.", [(25, "killed part", "children"), (27, "killed", "")]),
        ("It injured 18 of the 80 people on board.", [(18, "injured", "people")]),
        ("Three more guards died, taking the toll to 8.", [(3, "killed more", "soldiers"), (8, "killed risen", "")]),
        ("The toll rose to 1,200 from 900.", [(1200, "killed risen", "")]),
        ("The convoy took 55 tons of flour.", [(55, "tonnes", "flour")]),
        ("It paid Rs 40 million and $2m.", [(40e6, "rupees", ""), (2e6, "dollars", "")]),
        ("Floods destroyed 14 houses.", [(14, "houses destroyed", "houses")]),
        ("They shot down three drones.", [(3, "drones shot down", "drones")]),
        ("Six militants, two soldiers killed in a clash.", [(6, "killed", "fighters"), (2, "killed", "soldiers")]),
        ("It led to the deaths of nine sailors and injuries to 23.", [(9, "killed", "crew"), (23, "injured", "")]),
        ("Five workers were burnt to death.", [(5, "killed", "workers")]),
        ("26 tourists, mostly women, were gunned down.", [(26, "killed", "tourists")]),
        ("The number of those injured has reached 60.", [(60, "injured risen", "")]),
        ("No one was hurt, one of them said.", []),
        ("The ministry opened 12 offices in 2030.", []),
    ],
)
def test_a_sentence_is_read_from_left_to_right(sentence: str, found: list[tuple[float, str, str]] | None) -> None:
    read = [told(one) for one in counted(tokens(sentence))]
    assert (
        read == found if found is not None else [thing for _, thing, _ in read] == ["killed", "injured", "injured part"]
    )
