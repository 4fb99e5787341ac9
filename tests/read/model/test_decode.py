import numpy as np

from reportedly.read.model import decode
from reportedly.read.model.decode import Found


def one_hot(labels: list[int]) -> decode.Floats:
    return np.eye(3, dtype=np.float32)[labels]


def test_neighbouring_cues_are_told_apart_by_where_one_begins() -> None:
    assert [run for run, _ in decode.cue_runs(one_hot([0, 1, 2, 1, 0, 1]))] == [(1, 3), (3, 4), (5, 6)]


def test_a_gap_of_one_piece_inside_a_content_is_closed() -> None:
    real = np.ones(6, bool)
    found = decode.statement(one_hot([1, 0, 2, 0, 2, 2]), (1, 2), 1.0, real)
    assert found is not None
    assert found.content == ((2, 6),)
    assert found.source == ((0, 1),)


def test_a_cue_without_content_is_no_statement() -> None:
    assert decode.statement(one_hot([1, 0, 0]), (1, 2), 1.0, np.ones(3, bool)) is None


def test_of_two_statements_with_one_content_the_surer_stays() -> None:
    weak = Found(0.6, (0, 1), ((2, 10),), ())
    sure = Found(0.9, (1, 2), ((2, 9),), ())
    other = Found(0.7, (11, 12), ((12, 20),), ())
    assert decode.best([weak, sure, other], 0.5) == [sure, other]
    assert decode.best([weak, other], 0.65) == [other]
