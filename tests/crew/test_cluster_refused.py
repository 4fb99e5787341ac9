"""Clusters that nobody works on, and one whose head dies: told in words, after a time that has a bound."""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import reportedly
from reportedly.crew import Processes
from reportedly.crew.cluster import Cluster, of
from reportedly.crew.joining import Order
from reportedly.crew.rounds import BATCH
from reportedly.crew.standins import WithStandIns
from reportedly.errors import BadSetting, ClusterLost
from reportedly.records import READER
from reportedly.settings import desk_in, init_desk
from tests.crew import chores
from tests.crew.machines import Machines, alone
from tests.thorough import THOROUGH

__all__ = ["alone"]

thorough = pytest.mark.skipif(not THOROUGH, reason="a cluster of its own: make thorough")


@pytest.fixture
def machines(alone: None, tmp_path: Path) -> Iterator[Machines]:  # noqa: ARG001
    nodes = Machines(tmp_path)
    try:
        yield nodes
    finally:
        nodes.stop()


@pytest.mark.slow
@thorough
def test_when_the_head_dies_the_work_ends_with_words(machines: Machines) -> None:
    with Cluster(machines.start().order()) as hands:
        found = hands.each(chores.slow, range(100_000))
        assert next(found) == 0
        machines.kill_head()
        with pytest.raises(ClusterLost, match=rf"the cluster at {machines.address}: .*head.* What was filed stays"):
            list(found)


@pytest.mark.slow
@thorough
def test_when_the_head_dies_others_do_what_is_left(machines: Machines) -> None:
    told: list[str] = []
    with WithStandIns(Cluster(machines.start().order()), lambda: Processes(2), told.append) as hands:
        found = hands.each(chores.slow, range(20 * BATCH))
        results = [next(found)]
        machines.kill_head()
        assert results + list(found) == [2 * number for number in range(20 * BATCH)]
    assert len(told) == 1
    assert "the head of the cluster is gone: nobody is reached at its address (Connection refused)" in told[0]


@pytest.mark.slow
@thorough
def test_who_does_not_ask_for_a_token_is_no_cluster_to_work_on(machines: Machines) -> None:
    machines.start(asks=False)
    with pytest.raises(ClusterLost, match="whoever asks is let in there"), Cluster(machines.order()) as hands:
        list(hands.each(chores.doubled, [1]))


@pytest.mark.slow
@thorough
def test_an_actor_with_another_reader_is_refused(machines: Machines, tmp_path: Path) -> None:
    machines.start().add(another_program(tmp_path / "other-program", "english/0.0.1"))
    refused = f"an actor on .* the reader english/0.0.1, and this desk .* with {READER}"
    with pytest.raises(ClusterLost, match=refused), Cluster(machines.order(actors=2)) as hands:
        list(hands.each(chores.slow, range(100_000)))


def another_program(folder: Path, reader: str) -> Path:
    """The program as it is here, but for its reader's name."""
    own, other = Path(reportedly.__file__).parent, folder / "reportedly"
    (other / "records").mkdir(parents=True)
    for thing in (*own.iterdir(), *(own / "records").iterdir()):
        if thing.name not in {"records", "kinds.py", "__pycache__"}:
            (other / thing.relative_to(own)).symlink_to(thing)
    kinds = (own / "records" / "kinds.py").read_text()
    (other / "records" / "kinds.py").write_text(kinds.replace(f'"{READER}"', f'"{reader}"'))
    return folder


def test_where_nobody_answers_is_told(alone: None, tmp_path: Path) -> None:  # noqa: ARG001
    nowhere = Order("127.0.0.1:9", str(tmp_path), (), 1)
    with (
        pytest.raises(ClusterLost, match=r"127\.0\.0\.1:9: nobody answers there \(Connection refused\)"),
        Cluster(nowhere) as hands,
    ):
        list(hands.each(chores.doubled, [1]))


def test_a_head_that_goes_while_it_is_joined_is_told(alone: None, tmp_path: Path) -> None:  # noqa: ARG001
    with closing(socket.create_server(("127.0.0.1", 0))) as head:
        hands = Cluster(Order(f"127.0.0.1:{head.getsockname()[1]}", str(tmp_path), (), 1))
        assert not hands.is_there()
    with hands, pytest.raises(ClusterLost, match=r"its head is gone \(Connection refused\)"):
        list(hands.each(chores.doubled, [1]))


def test_a_token_that_is_not_there_is_a_bad_setting(tmp_path: Path) -> None:
    init_desk(tmp_path)
    (tmp_path / "desk.toml").write_text('[cluster]\naddress = "127.0.0.1:6379"\ntoken_file = "cluster.token"\n')
    with pytest.raises(BadSetting, match=r"cluster.token_file: there is no .*/cluster.token"):
        of(desk_in(tmp_path))


def test_ports_are_told_one_by_one_or_as_ranges(tmp_path: Path) -> None:
    init_desk(tmp_path)
    (tmp_path / "desk.toml").write_text('[cluster]\naddress = "10.0.0.5:6379"\nports = ["6379", "10002-19999"]\n')
    assert of(desk_in(tmp_path))._order == Order("10.0.0.5:6379", None, ((6379, 6379), (10002, 19999)), 0)
