from reportedly.read import model
from reportedly.read.model import ROOTS, Pair
from reportedly.read.model.pairs import MOST


def coded(text: str, source: str, target: str) -> str | None:
    """The likeliest root of a pair in a text of one paragraph."""
    whole = (0, len(text))
    places = [(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    (p,) = model.read(text, [whole], floor=1).pairs.coded([Pair(whole, *places)])
    return None if p is None else ROOTS[int(p.argmax())]


def test_who_acts_on_whom_decides() -> None:
    text = "The harbour union accused the ferry company of fraud, and the town council gave the refugees food."
    assert coded(text, "The harbour union", "the ferry company") == "ACCUSE"
    assert coded(text, "the town council", "the refugees") == "AID"


def test_no_event_between_parties_that_are_only_named_together() -> None:
    text = "Goals by two substitutes gave Norway a 3-1 win over Ghana in front of 20,000 fans."
    assert coded(text, "Norway", "Ghana") == "NONE"


def test_probabilities_of_every_root_in_the_order_asked() -> None:
    text = "Peru arrested two envoys of Chile. Chile thanked Peru."
    marked = model.read(text, [(0, len(text))], floor=1)
    first = Pair((0, 34), (0, 4), (14, 33))
    second = Pair((35, len(text)), (35, 40), (49, 53))
    one, other = marked.pairs.coded([first, second])
    assert one is not None
    assert other is not None
    assert abs(float(one.sum()) - 1) < 1e-3
    assert [ROOTS[int(p.argmax())] for p in (one, other)] == ["COERCE", "SUPPORT"]
    assert ROOTS[int(marked.pairs.coded([second])[0].argmax())] == "SUPPORT"  # type: ignore[union-attr]


def test_a_pair_is_read_once_however_often_it_is_asked() -> None:
    text = "Peru arrested two envoys of Chile."
    pairs = model.read(text, [(0, len(text))], floor=1).pairs
    pair = Pair((0, len(text)), (0, 4), (14, 33))
    one, other = pairs.coded([pair, pair])
    assert one is other is pairs.coded([pair])[0]


def test_words_too_far_apart_or_not_read_are_not_coded() -> None:
    text = "Peru " + "and then " * MOST + "Chile met."
    assert coded(text, "Peru", "Chile") is None
    assert model.read("", [], floor=1).pairs.coded([Pair((0, 3), (0, 1), (2, 3))]) == [None]
