import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest

from reportedly.fetch import Request
from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.pace import Pace
from tests.loopback import Newsroom

HOST = "herald.example"
DELAY = 0.15


def test_the_time_between_two_requests_counts_from_the_end_of_the_first() -> None:
    pace = Pace(threading.Event())
    with pace.turn(HOST, DELAY):
        time.sleep(0.1)
        ended = time.monotonic()
    with pace.turn(HOST, DELAY):
        assert time.monotonic() - ended >= DELAY


def test_a_host_that_is_being_asked_is_not_asked_by_another_thread_as_well() -> None:
    pace, together = Pace(threading.Event()), []
    inside: list[int] = []

    def visit() -> None:
        with pace.turn(HOST, 0.0):
            inside.append(1)
            together.append(len(inside))
            time.sleep(0.05)
            inside.pop()

    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [1, 1, 1, 1]


def test_a_turn_that_failed_is_over_too() -> None:
    pace = Pace(threading.Event())
    with pytest.raises(ValueError, match="reset"), pace.turn(HOST, 0.0):
        raise ValueError("reset")
    with pace.turn(HOST, 0.0):
        pass


def test_a_turn_is_reserved_among_all_that_ask_and_waited_for() -> None:
    asked: list[tuple[str, float]] = []

    def reserve(host: str, delay: float) -> float:
        asked.append((host, delay))
        return DELAY

    pace, began = Pace(threading.Event(), reserve=reserve), time.monotonic()
    with pace.turn(HOST, 1.5):
        assert time.monotonic() - began >= DELAY
    assert asked == [(HOST, 1.5)]


def test_waiting_ends_when_everything_is_stopped() -> None:
    stop = threading.Event()
    pace = Pace(stop)
    with pace.turn(HOST, 0.0):
        pass
    threading.Timer(0.1, stop.set).start()
    began = time.monotonic()
    with pytest.raises(NoPage, match="stopped"), pace.turn(HOST, 30.0):
        pass
    assert time.monotonic() - began < 5


def test_the_delay_a_robots_txt_wishes_already_holds_for_the_first_page(room: Newsroom) -> None:
    asked: list[float] = []

    def noted(url: str, body: str) -> None:
        answer = room.page(body)

        def answering(handler: BaseHTTPRequestHandler) -> None:
            asked.append(time.monotonic())
            answer(handler)

        room.pages[url] = answering

    noted(f"{HOST}/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    noted(f"{HOST}/one", "<p>One.</p>")
    with room.fetcher() as fetcher:
        list(fetcher.get_all([Request(f"http://{HOST}/one")]))
    assert asked[1] - asked[0] >= 0.4


def test_a_thread_does_not_wait_for_a_host_after_its_robots_txt(room: Newsroom) -> None:
    """Six hosts that want half a second each, asked by one thread, are waited for together."""
    hosts = [f"paper{number}.example" for number in range(6)]
    for host in hosts:
        room.pages[f"{host}/one"] = room.page("<p>One.</p>")
    with room.fetcher(per_host_delay=0.5, parallel_hosts=1) as fetcher:
        began = time.monotonic()
        list(fetcher.get_all([Request(f"http://{host}/one") for host in hosts]))
    assert time.monotonic() - began < 1.5


def test_hosts_that_an_earlier_run_asked_get_their_delay_first() -> None:
    pace = Pace(threading.Event(), 0.0, [HOST])
    began = time.monotonic()
    with pace.turn("wire.example", DELAY):
        assert time.monotonic() - began < DELAY
    with pace.turn(HOST, DELAY):
        assert time.monotonic() - began >= DELAY
