import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from reportedly import clock
from reportedly.errors import BadSetting, ForbiddenAddress
from reportedly.fetch import Fetcher, Request
from reportedly.fetch.http.guard import Guard, refusal
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

THIS_MACHINE = """
127.0.0.1 127.0.0.1. 127.0.0.1.. 127.1 127.0.1 127.000.000.001 127.0.0.0x1 127.255.255.254 127.127.127.127 127.0.0.53
2130706433 2130706433. 0x7f000001 0X7F000001 0x7f.0.0.1 0x7f.1 0x7f.0x0.0x0.0x1 0x7f.0.1 0x000000007f000001
017700000001 0177.0.0.1 0177.0.0.01 0177.1 0177.0x0.0.1 00000177.0.0.1 127.0x1 0x7f.0.0.01
0 0.0.0.0 000.0.0.0 0x0 0x0.0.0.0 00
localhost localhost. LOCALHOST LocalHost.
[::1] [::1%25lo] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0:1] [::]
[::ffff:127.0.0.1] [::FFFF:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::ffff:0:127.0.0.1] [::ffff:0.0.0.0]
[::127.0.0.1] [::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::1]
127\u30020\u30020\u30021 127\uff0e0\uff0e0\uff0e1 \uff11\uff12\uff17.0.0.1 \u2460\u2461\u2466.0.0.1
\u24db\u24de\u24d2alhost 127%2e0%2e0%2e1 %31%32%37.0.0.1 %6c%6f%63%61%6c%68%6f%73%74 127.0.0.1%00.example
127.0.0.1%20 127.0.0.1%09 user@127.0.0.1 user:word@127.0.0.1
herald.example@127.0.0.1 herald.example:80@127.0.0.1 herald.example%40@127.0.0.1
herald.example#@127.0.0.1 127.0.0.1#@herald.example 127.0.0.1?@herald.example herald.example\\@127.0.0.1
"""
"""This machine, in every spelling that some program understands; hosts as they stand before the port."""

OTHERS = """
10.0.0.1 172.16.0.1 192.168.1.1 0xa.0.0.1 012.0.0.1 167772161 192.168.257 0300.0250.1.1 3232235777
169.254.169.254 169.254.170.2 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 [::ffff:169.254.169.254]
[::ffff:a9fe:a9fe] [64:ff9b::a9fe:a9fe] [fd00:ec2::254] 100.100.100.200 168.63.129.16 192.0.0.192 100.64.0.1
224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 198.18.0.1 192.0.2.1
[fe80::1] [fe80::1%25eth0] [fec0::1] [fc00::1] [ff02::1] [2001:db8::1] [3fff::1] [100::1] [5f00::1] [2002:a00:1::]
"""
"""Other people's networks and services for machines, likewise."""

SPELLINGS = [*THIS_MACHINE.split(), *OTHERS.split()]


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


Calls = list[tuple[str, int]]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Every address and port connected to from here on; nothing but this machine is really reached."""
    calls: Calls = []
    connect = socket.create_connection

    def noted(target: tuple[str, int], *rest: object, **more: object) -> socket.socket:
        calls.append(target)
        if not ip_address(target[0]).is_loopback:
            raise OSError(errno.ENETUNREACH, "no network in tests")
        return connect(target, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", noted)
    return calls


def fetcher(**settings: object) -> Fetcher:
    return Fetcher(FetchSettings(per_host_delay=0, timeout=5, **settings), clock.system)  # type: ignore[arg-type]


def refused(asking: Fetcher, url: str) -> Outcome:
    answer = asking.get(Request(url))
    assert isinstance(answer, Outcome), url
    assert answer.state in {"blocked", "failed"}, url
    return answer


def test_there_are_spellings_enough() -> None:
    assert len(set(SPELLINGS)) == len(SPELLINGS) >= 100


def test_no_spelling_of_a_forbidden_address_is_ever_connected_to(trap: Trap, called: Calls) -> None:
    with fetcher() as asking:
        for host in SPELLINGS:
            refused(asking, f"http://{host}:{trap.port}/")
            assert (trap.visits, called) == (0, []), host


def test_nor_when_a_redirect_leads_there(room: "Newsroom", trap: Trap, called: Calls) -> None:
    with fetcher(resolve={"herald.example": f"127.0.0.1:{room.port}"}) as asking:
        for n, host in enumerate(SPELLINGS):
            inside = quote(f"http://{host}:{trap.port}/secret", safe="/:@[]%#?\\")
            room.pages[f"herald.example/{n}"] = room.redirect(inside)
            assert isinstance(asking.get(Request(f"http://herald.example/{n}")), Outcome), host
            assert trap.visits == 0, host
            assert {port for _, port in called} == {room.port}, host
    assert len(room.asked()) >= len(SPELLINGS)


LEADS = ["http:", "http:/", "http:\\\\", "//", "http:///", "HTTP://", "ftp://", "gopher://", "file://"]


def test_odd_beginnings_lead_nowhere_either(trap: Trap, called: Calls) -> None:
    with fetcher() as asking:
        for lead in LEADS:
            refused(asking, f"{lead}127.0.0.1:{trap.port}/")
            assert (trap.visits, called) == (0, []), lead


class Turning:
    """A name server whose answers change from one question to the next."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, ...]) -> None:
        self.questions = 0
        self._answers = answers
        self._others = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self)

    def __call__(self, host: str, port: int, *rest: int, **more: int) -> list[tuple[object, ...]]:
        if host != "turning.example":
            return [*self._others(host, port, *rest, **more)]
        found = self._answers[min(self.questions, len(self._answers) - 1)]
        self.questions += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]


def test_a_name_that_changes_its_answer_gains_nothing(
    trap: Trap, called: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Turning(monkeypatch, ("8.8.8.8",), ("127.0.0.1",))
    for _ in range(5):
        with fetcher() as asking:
            refused(asking, f"http://turning.example:{trap.port}/")
    assert trap.visits == 0
    assert called == [
        ("8.8.8.8", trap.port)
    ]  # what was checked is what was connected to, and was not looked up again for that
    assert names.questions == 5


@pytest.mark.parametrize("answer", [("8.8.8.8", "127.0.0.1"), ("127.0.0.1", "8.8.8.8"), ("8.8.8.8", "::ffff:10.0.0.1")])
def test_one_forbidden_address_among_others_is_enough(
    trap: Trap, called: Calls, monkeypatch: pytest.MonkeyPatch, answer: tuple[str, ...]
) -> None:
    Turning(monkeypatch, answer)
    with fetcher() as asking:
        assert refused(asking, f"http://turning.example:{trap.port}/").state == "blocked"
    assert (trap.visits, called) == (0, [])


def test_a_redirect_to_a_name_that_turned_is_not_followed(
    room: "Newsroom", trap: Trap, called: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    Turning(monkeypatch, ("127.0.0.1",))
    room.pages["herald.example/"] = room.redirect(f"http://turning.example:{trap.port}/secret")
    with fetcher(resolve={"herald.example": f"127.0.0.1:{room.port}"}) as asking:
        assert refused(asking, "http://herald.example/").state == "blocked"
    assert (trap.visits, len(called)) == (0, 2)


def test_a_refusal_says_what_to_do(trap: Trap) -> None:
    with Fetcher(FetchSettings(per_host_delay=0), clock.system) as fetcher:
        answer = fetcher.get(Request(f"http://localhost:{trap.port}/"))
    assert isinstance(answer, Outcome)
    assert answer.state == "blocked"
    assert "this machine itself" in answer.message
    assert "fetch.resolve" in answer.message


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
