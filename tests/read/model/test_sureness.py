import numpy as np
import pytest

from reportedly.read import model
from reportedly.read.model.sureness import Sureness
from reportedly.read.model.windows import NOWHERE, Window


def sure(text: str, word: str) -> float:
    at = text.index(word)
    score = model.read(text, [(0, len(text))], floor=1).sure.of(at, at + len(word))
    assert score is not None
    return score


def test_what_happened_is_surer_than_what_may_and_what_did_not() -> None:
    happened = sure("The ferry sank on Monday.", "sank")
    may = sure("The ferry may sink before Monday.", "sink")
    did_not = sure("The ferry did not sink on Monday.", "sink")
    assert happened > 2 > may > did_not


def test_a_condition_leaves_it_open() -> None:
    assert sure("The port closed because the wind rose.", "rose") > sure(
        "The port will close if the wind rises.", "rises"
    )


def test_a_word_in_several_pieces_has_their_mean() -> None:
    window = Window([101, 7, 8, 9, 102], [NOWHERE, (0, 3), (3, 6), (7, 9), NOWHERE])
    rated = Sureness([(window, np.array([9, 1, 2, -1, 9], np.float32))])
    assert rated.of(0, 6) == pytest.approx(1.5)
    assert rated.of(7, 9) == pytest.approx(-1)
    assert rated.of(6, 7) is None


def test_windows_may_come_in_any_order() -> None:
    first, second = Window([7], [(0, 3)]), Window([8], [(4, 6)])
    rated = Sureness([(second, np.array([2], np.float32)), (first, np.array([1], np.float32))])
    assert [rated.of(0, 3), rated.of(4, 6), rated.of(90, 99)] == [1, 2, None]
