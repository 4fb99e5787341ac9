"""Three desks, each a process with a ledger and a key of its own: reports reach the third through the second."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.settings import desk_in, init_desk
from tests import newsroom
from tests.commands import reportedly, started

SERVE = """
import sys
from pathlib import Path
from reportedly.ledger import open_ledger
from reportedly.serving import serve
from reportedly.settings import desk_in

desk = desk_in(Path(sys.argv[1]))
with open_ledger(desk.ledger_url) as ledger:
    serve(desk, ledger, 0, lambda address: print(address, flush=True), who="ilse")
"""
NAMES = ("North", "South", "East")


def run(desk: Path, *words: str | Path, given: str = "", code: int = 0) -> str:
    """What a command of exchange says at a desk."""
    answer = reportedly("exchange", *words, "--desk", desk, given=given.encode())
    assert answer.code == code, answer.err
    return answer.out


def name(desk: Path, called: str, **resolve: str) -> None:
    """Give a desk its name, and where it finds others."""
    where = "".join(f'"{host}" = "{target}"\n' for host, target in resolve.items())
    (desk / "desk.toml").write_text(f'name = "{called}"\n[fetch.resolve]\n{where}')


@pytest.fixture
def served(tmp_path: Path) -> Iterator[dict[str, Path]]:
    """The three desks, served; each knows all others, South is asked by the name ``localhost``."""
    with ExitStack() as stack:
        folders, ports = dict[str, Path](), dict[str, str]()
        for called in NAMES:
            folders[called] = init_desk(tmp_path / called).folder
            name(folders[called], called)
        with open_ledger(desk_in(folders["North"]).ledger_url) as ledger:
            newsroom.fill(ledger)
        for called, folder in folders.items():
            server = stack.enter_context(started(SERVE, folder))
            assert server.stdout is not None
            ports[called] = server.stdout.readline().strip().rpartition(":")[2].strip("/")
        for called, folder in folders.items():
            others = {"North": "127.0.0.1", "South": "localhost"}
            name(folder, called, **{others[one]: f"127.0.0.1:{ports[one]}" for one in others if one != called})
        yield folders


def acquaint(folders: dict[str, Path]) -> None:
    """Have all three know each other, and let North and South be asked."""
    keys = {called: re.findall(r"key +(\S+)", run(folder, "desk"))[0] for called, folder in folders.items()}
    for called, folder in folders.items():
        for other in set(NAMES) - {called}:
            run(folder, "party", "add", other, keys[other])
    for asking, asked, address in (
        ("South", "North", "http://127.0.0.1/taxii2/"),
        ("East", "South", "http://localhost/taxii2/"),
        ("North", "South", "http://localhost/taxii2/"),
    ):
        token = run(folders[asked], "party", "token", asking)
        run(folders[asking], "party", "connect", asked, address, given=token)


def agree(folders: dict[str, Path], title: str, parties: tuple[str, str], *more: str) -> None:
    """Draft a pact at the first, and have both sign and file it."""
    first, second = (folders[one] for one in parties)
    document = first / "pact.md"
    run(first, "pact", "draft", title, "--with", parties[1], "--until", "2099-01-01", "-o", document, *more)
    for desk in (first, second):
        run(desk, "pact", "sign", document)
    run(first, "pact", "file", document)


@pytest.mark.slow
@pytest.mark.process("each desk is a server")
@pytest.mark.timeout(600)
def test_reports_and_withdrawals_reach_the_third_through_the_second(served: dict[str, Path]) -> None:
    north, south, east = (served[one] for one in NAMES)
    acquaint(served)
    onward = ("--onward", "named", "--to", "East", "--passes-on")
    agree(served, "North and South", ("North", "South"), *onward)
    agree(served, "South and East", ("South", "East"), "--passes-on")
    assert re.search(r"North to South \(\w+\): [1-9]\d* new reports, \d+ other objects, 0 refused", run(south, "poll"))
    assert re.search(r"South to East \(\w+\): [1-9]\d* new reports, \d+ other objects, 0 refused", run(east, "poll"))
    for desk in (south, east):
        assert ": 0 new reports, 0 other objects, 0 refused" in run(desk, "poll")
    with open_ledger(desk_in(east).ledger_url) as ledger:
        report = next(one for one in ledger.received.current("report") if one.url == newsroom.ORIGINAL.article.url)
        assert report.originator == re.findall(r"fingerprint +(\S+)", run(north, "desk"))[0]
        assert report.sender == re.findall(r"fingerprint +(\S+)", run(south, "desk"))[0]

    withdrawn = ("judge", "withdraw", newsroom.ORIGINAL.id, "--note", "for partners: the agency took it back")
    assert reportedly(*withdrawn, "--who", "ilse", "--desk", north).code == 0
    told = f"withdrawn: {newsroom.ORIGINAL.article.url}: the agency took it back"
    assert told in run(south, "poll")
    assert told in run(east, "poll")
    assert "owes an answer" in run(north, "status")
    run(north, "poll")
    assert "owes an answer" not in run(north, "status")
