"""Hosts are shared by those at work, and no more is fetched than the stages behind take up."""

from typing import TYPE_CHECKING

from reportedly.ledger import Program, host_id
from reportedly.records import READER, Outlet
from tests.gather.herald import HERALD, rss

if TYPE_CHECKING:
    from tests.gather.conftest import Watch
    from tests.loopback import Newsroom

COURIER = Outlet(id="courier", name="Courier", home="http://courier.example/", feeds=("http://courier.example/rss",))
NORTH = Program("north", 1, "kernel 1", READER)


def announced(room: "Newsroom", watch: "Watch") -> None:
    """Two outlets, each with a page; that of the Courier is on the host of the Herald."""
    for outlet, path in ((HERALD, "rain"), (COURIER, "snow")):
        watch.add(outlet)
        room.pages[f"{outlet.id}.example/rss"] = room.page(rss(path))
        room.pages[f"herald.example/{path}"] = room.page(f"<p>{path}</p>")


def test_what_another_asks_of_a_host_is_left_to_it(room: "Newsroom", watch: "Watch") -> None:
    announced(room, watch)
    other = watch.ledger.leases.enter(NORTH)
    watch.ledger.leases.take(other, "host", [host_id("herald.example")])
    watch.after()
    assert room.asked() == ["courier.example/rss"]
    watch.ledger.leases.leave(other)
    watch.after()
    assert sorted(room.asked()) == [
        "courier.example/rss",
        "herald.example/rain",
        "herald.example/rss",
        "herald.example/snow",
    ]


def test_what_others_leave_is_asked_for_in_a_second_share(room: "Newsroom", watch: "Watch") -> None:
    announced(room, watch)
    watch.ledger.leases.enter(NORTH)  # whoever that is asks nobody
    watch.after()
    assert sorted(room.asked()) == [
        "courier.example/rss",
        "herald.example/rain",
        "herald.example/rss",
        "herald.example/snow",
    ]
    assert watch.ledger.leases.holdings() == {}


def test_fetching_waits_for_the_stages_behind(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    paths = [f"day/{number}" for number in range(5)]
    room.pages["herald.example/rss"] = room.page(rss(*paths))
    for path in paths:
        room.pages[f"herald.example/{path}"] = room.page(f"<p>{path}</p>")
    watch.with_settings(room.settings(most_waiting=3))
    assert watch.waiting()
    assert watch.waiting()
    assert room.asked() == ["herald.example/rss", *(f"herald.example/{path}" for path in paths[:3])]
    watch.ledger.captures.mark_extracted(next(watch.ledger.captures.to_extract()).id, None)
    assert watch.waiting()
    assert room.asked()[4:] == [f"herald.example/{paths[3]}"]
    watch.after()  # who is not to wait takes the rest
    assert room.asked()[5:] == [f"herald.example/{paths[4]}"]
