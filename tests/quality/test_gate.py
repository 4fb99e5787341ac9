import tomllib

import pytest

from quality import gate
from quality.sets import SETS

NOW = {"data": "abc", "joint": 61.0, "content": 70.0}


def test_a_figure_below_its_floor_is_named() -> None:
    assert gate.compare("attribution", NOW, {"data": "abc", "joint": 61.4}) == [
        "attribution: joint is 61.0, the floor is 61.4"
    ]


@pytest.mark.parametrize("floor", [{}, {"data": "abc", "joint": 61.0}, {"data": "abc", "joint": 40.0}])
def test_at_or_above_the_floor_all_is_well(floor: dict[str, object]) -> None:
    assert gate.compare("attribution", NOW, floor) == []


def test_a_figure_that_is_no_longer_measured_counts_as_fallen() -> None:
    assert gate.compare("attribution", {"data": "abc"}, {"data": "abc", "joint": 1.0})


def test_a_floor_of_other_data_is_not_compared_but_reported() -> None:
    lines = gate.compare("attribution", NOW, {"data": "xyz", "joint": 10.0})
    assert len(lines) == 1
    assert "the data changed" in lines[0]


def test_raising_never_lowers() -> None:
    before = {"attribution": {"data": "abc", "joint": 65.0, "content": 60.0}}
    after = gate.merged(before, {"attribution": NOW}, lower=False)
    assert after["attribution"] == {"data": "abc", "joint": 65.0, "content": 70.0}


def test_lowering_takes_what_was_measured() -> None:
    before = {"attribution": {"data": "abc", "joint": 65.0, "content": 60.0}}
    assert gate.merged(before, {"attribution": NOW}, lower=True)["attribution"] == NOW


def test_what_was_not_measured_keeps_its_floor() -> None:
    before = {"times": {"data": "abc", "value": 65.0}}
    assert gate.merged(before, {"times": None, "attribution": None}, lower=True) == before


def test_other_data_does_not_move_a_floor_unasked() -> None:
    before = {"attribution": {"data": "xyz", "joint": 10.0}}
    assert gate.merged(before, {"attribution": NOW}, lower=False) == before


def test_floors_are_written_as_they_are_read() -> None:
    floors = {"attribution": NOW, "times": {"data": "def", "value": 50.5}}
    assert tomllib.loads(gate.HEAD + gate.written(floors)) == floors


def test_the_floors_in_the_project_can_be_read() -> None:
    for name, figures in tomllib.loads(gate.FLOORS.read_text(encoding="utf-8")).items():
        assert name in SETS
        assert figures["data"]


def test_what_a_model_learned_from_is_called_a_smoke_test() -> None:
    assert {name for name, kind in SETS.items() if kind.smoke} == {"extraction", "events", "outcomes"}
    assert gate.written({"events": NOW, "times": NOW}).count(gate.SMOKE) == 1
