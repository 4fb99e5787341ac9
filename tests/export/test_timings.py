"""What the steps of a run took, as a table."""

from reportedly.export import timings
from reportedly.session import Spent


def test_each_step_has_its_share_of_the_processors() -> None:
    told = timings.table({"read": Spent(60.0, 90.0), "file": Spent(0.0, 8.0), "fetch": Spent(3.25, 2.0)})
    assert [line.split() for line in told.splitlines()[1:]] == [
        ["fetch", "3.2", "s", "2.0", "s", "2.0%"],
        ["read", "60.0", "s", "90.0", "s", "90.0%"],
        ["file", "8.0", "s", "8.0%"],
    ]


def test_where_nothing_was_done_nothing_has_a_share() -> None:
    assert timings.table({"read": Spent()}).splitlines()[1].split() == ["read", "0.0", "s", "0.0%"]
