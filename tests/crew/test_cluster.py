"""A crew on several machines: what this process gives, in order; and what dies there costs no result."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import rows
from reportedly import pipeline
from reportedly.archive import Archive, place_of
from reportedly.crew import Lost, listening
from reportedly.crew.cluster import Cluster
from reportedly.crew.rounds import BATCH
from reportedly.errors import ClusterLost, DamagedArchive
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.assigning.conftest import ARTICLES, PAGES, fill
from tests.crew import chores
from tests.crew.machines import Machines, alone

__all__ = ["alone"]

pytestmark = pytest.mark.slow  # two nodes start in 20 to 50 seconds


@pytest.fixture(scope="module")
def machines(alone: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:  # noqa: ARG001
    """A cluster of two nodes with a processor each."""
    nodes = Machines(tmp_path_factory.mktemp("cluster")).start()
    try:
        nodes.add()
        yield nodes
    finally:
        nodes.stop()


@pytest.fixture(scope="module")
def two(machines: Machines) -> Iterator[Cluster]:
    with Cluster(machines.order(actors=2)) as hands:
        yield hands


@pytest.mark.parametrize("many", [0, 1, BATCH - 1, 2 * BATCH + 1, 12 * BATCH])
def test_actors_keep_the_order_of_any_number_of_jobs(two: Cluster, many: int) -> None:
    assert list(two.each(chores.doubled, range(many))) == [2 * number for number in range(many)]


def test_actors_stay_from_one_work_to_the_next_and_work_side_by_side(two: Cluster) -> None:
    who = set[object]()
    while len(who) < 2:  # the second may still be coming
        who |= {*two.each(chores.slow_who, range(4 * BATCH))}
    assert {*two.each(chores.slow_who, range(4 * BATCH))} == who


def test_the_job_that_kills_is_lost_and_of_what_is_left_is_told(two: Cluster) -> None:
    found = list(two.each(chores.fatal_at_13, range(3 * BATCH)))
    assert found.pop(13) == Lost(13, "its actor died")
    assert found == [2 * number for number in range(3 * BATCH) if number != 13]
    assert list(two.each(chores.fatal_at_13, [13], lambda job: job - 1)) == [Lost(13, "its actor died", 24)]


def test_what_the_work_did_not_foresee_is_told_of_its_job(two: Cluster) -> None:
    found = list(two.each(chores.unforeseen_at_13, range(20)))
    assert isinstance(lost := found[13], Lost)
    assert "ZeroDivisionError" in lost.ended


def test_an_error_of_the_work_comes_behind_the_results_before_it(two: Cluster) -> None:
    found: list[object] = []
    with pytest.raises(DamagedArchive, match="page 13"):
        found.extend(two.each(chores.damaged_at_13, range(12 * BATCH)))
    assert found == [2 * number for number in range(13)]
    assert list(two.each(chores.doubled, [1])) == [2], "the crew is still there"


def test_who_stops_looking_ends_what_is_under_way(two: Cluster) -> None:
    found = two.each(chores.slow, range(12 * BATCH))
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert list(two.each(chores.doubled, [7])) == [14]


def test_nothing_listens_beyond_loopback(two: Cluster) -> None:
    assert list(two.each(chores.doubled, [1])) == [2]
    sockets = [*listening._listening()]
    assert len(sockets) > 4, "of the head, the nodes, and the actors"
    assert [str(address) for address, _, _ in sockets if not address.is_loopback] == []


def test_a_machine_that_fails_costs_no_result(two: Cluster, machines: Machines) -> None:
    found = two.each(chores.slow, range(20 * BATCH))
    results = [next(found)]
    machines.kill(machines.raylets[-1])
    assert results + list(found) == [2 * number for number in range(20 * BATCH)]
    machines.add()
    assert list(two.each(chores.doubled, range(100))) == [2 * number for number in range(100)]


def test_who_has_another_token_is_not_let_in(machines: Machines, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("0" * 64)
    other = machines.order()._replace(token=str(tmp_path / "token"))
    with pytest.raises(ClusterLost, match="does not know the token in"), Cluster(other) as hands:
        list(hands.each(chores.doubled, [1]))


def test_a_desk_on_postgresql_with_a_cluster_holds_what_one_in_a_file_does(
    machines: Machines, database: str, tmp_path: Path
) -> None:
    machines.add()  # the other nodes may have no processor free
    alone, together = tmp_path / "alone", tmp_path / "together"
    read_by(alone, "[read]\nprocesses = 1\n")
    read_by(
        together,
        f'ledger = "{database}"\n',
        f'[cluster]\naddress = "{machines.address}"\ntoken_file = "{machines.token}"\nactors = 1\n',
    )
    assert rows.unlike(rows.of(alone), rows.of(together)) == []


def read_by(folder: Path, *settings: str) -> None:
    """A desk with these settings that has extracted and read what it was given."""
    folder.mkdir()
    (folder / "desk.toml").write_text("\n".join(("today = 2025-06-10", *settings)))
    desk = init_desk(folder)
    with open_ledger(desk.ledger_url, desk.clock()) as ledger:
        session = Session(desk, ledger, Archive(place_of(desk), seen=ledger.captures.first_with))
        fill(session, PAGES, ARTICLES)
        pipeline.extract_and_read(session)
