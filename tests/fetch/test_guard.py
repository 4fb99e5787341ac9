import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest

from reportedly import clock
from reportedly.errors import BadSetting, ForbiddenAddress
from reportedly.fetch import Fetcher, Request
from reportedly.fetch.guard import Guard, refusal
from reportedly.records import Outcome
from reportedly.settings import FetchSettings

if TYPE_CHECKING:
    from tests.loopback import Newsroom

FORBIDDEN = [
    *("0.1.2.3", "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "169.254.170.2", "100.100.100.200", "100.64.0.1", "192.0.0.192", "168.63.129.16"),
    *("192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "192.88.99.1", "224.0.0.1", "239.255.255.250"),
    *("240.0.0.1", "255.255.255.255"),
    *("::", "::1", "fe80::1", "fe80::1%1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "100::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "::a00:1"),
    *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::1", "2001:0:1::1"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]

SPELLINGS = [
    *(
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "017700000001",
    ),
    *("0177.0.0.1", "0177.0.0.01", "127.0.0.0x1", "000.0.0.0", "0", "localhost", "localhost.", "LOCALHOST"),
    *("[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]"),
    *("[64:ff9b::7f00:1]", "[::127.0.0.1]", "127\u30020\u30020\u30021", "127%2e0%2e0%2e1", "%31%32%37.0.0.1"),
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_address_inside_is_let_through(address: str) -> None:
    assert refusal(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_let_through(address: str) -> None:
    assert refusal(ip_address(address)) is None


class Trap:
    """A listener on loopback that counts who comes."""

    def __init__(self) -> None:
        self.visits = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._listener.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.fixture
def trap() -> Iterator[Trap]:
    with closing(Trap()) as made:
        yield made


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_of_this_machine_is_ever_connected_to(trap: Trap, host: str) -> None:
    with Fetcher(FetchSettings(per_host_delay=0, timeout=5), clock.system) as fetcher:
        answer = fetcher.get(Request(f"http://{host}:{trap.port}/"))
    assert isinstance(answer, Outcome)
    assert answer.state in {"blocked", "failed"}
    assert trap.visits == 0


@pytest.mark.parametrize("user", ["user@", "user:word@", "herald.example@", "herald.example:80@", "herald.example%40@"])
def test_a_user_name_does_not_hide_the_host(trap: Trap, user: str) -> None:
    with Fetcher(FetchSettings(per_host_delay=0, timeout=5), clock.system) as fetcher:
        answer = fetcher.get(Request(f"http://{user}127.0.0.1:{trap.port}/"))
    assert isinstance(answer, Outcome)
    assert answer.state == "blocked"
    assert trap.visits == 0


def test_a_refusal_says_what_to_do(trap: Trap) -> None:
    with Fetcher(FetchSettings(per_host_delay=0), clock.system) as fetcher:
        answer = fetcher.get(Request(f"http://localhost:{trap.port}/"))
    assert isinstance(answer, Outcome)
    assert answer.state == "blocked"
    assert "this machine itself" in answer.message
    assert "fetch.resolve" in answer.message


@pytest.mark.parametrize("inside", ["127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "localhost"])
def test_a_redirect_inside_is_not_followed(room: "Newsroom", trap: Trap, inside: str) -> None:
    room.pages["herald.example/"] = room.redirect(f"http://{inside}:{trap.port}/secret")
    with room.fetcher() as fetcher:
        answer = fetcher.get(Request("http://herald.example/"))
    assert isinstance(answer, Outcome)
    assert answer.state == "blocked"
    assert trap.visits == 0


def test_named_hosts_lead_where_the_settings_say() -> None:
    guard = Guard({"*.example": "127.0.0.1:8701", "wire.example": "[::1]:80", "Desk.Test": "10.0.0.1:1"})
    assert guard.endpoints("herald.example", 443, 1) == (("127.0.0.1", 8701),)
    assert guard.endpoints("www.Herald.example.", 80, 1) == (("127.0.0.1", 8701),)
    assert guard.endpoints("wire.example", 80, 1) == (("::1", 80),)
    assert guard.endpoints("desk.test", 80, 1) == (("10.0.0.1", 1),)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_named_suffix_opens_no_other_host(host: str) -> None:
    with pytest.raises(ForbiddenAddress):
        Guard({"*.example": "127.0.0.1:8701"}).endpoints(host, 8701, 5)


@pytest.mark.parametrize("target", ["127.0.0.1", "localhost:80", "", "127.0.0.1:http", ":80"])
def test_a_bad_target_is_a_bad_setting(target: str) -> None:
    with pytest.raises(BadSetting, match=r"fetch\.resolve"):
        Guard({"x.example": target})
