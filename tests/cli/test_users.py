"""People let in, changed and sent away by commands."""

import json
import os
import pty
import sys
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.people import Passwords
from reportedly.settings import desk_in, init_desk
from tests.commands import Answer, reportedly

ODA = b"seven herons over the weir\n"
TAM = b"a lantern in the boathouse\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    init_desk(tmp_path / "desk")
    return tmp_path / "desk"


def users(desk: Path, *words: str, given: bytes = b"") -> Answer:
    return reportedly("users", *words, "--desk", desk, given=given)


@pytest.fixture
def crewed(desk: Path) -> Path:
    assert users(desk, "add", "oda", "--name", "Oda Brell", "--role", "admin", given=ODA).code == 0
    assert users(desk, "add", "Tam", given=TAM).out == "tam: may come in as reader, under the name tam\n"
    return desk


def test_the_first_is_an_admin_and_all_are_listed(desk: Path) -> None:
    refused = users(desk, "add", "tam", given=TAM)
    assert refused.code == 3
    assert "no admin would be left" in refused.err
    users(desk, "add", "oda", "--name", "Oda Brell", "--role", "admin", given=ODA)
    users(desk, "add", "tam", given=TAM)
    assert users(desk, "list").out == "oda\tadmin\tOda Brell\t0\t0\ntam\treader\ttam\t0\t0\n"


def test_the_password_is_the_line_that_was_given(crewed: Path) -> None:
    users(crewed, "password", "tam", given=b"a lantern in the harbour\r\n")
    with open_ledger(desk_in(crewed).ledger_url) as ledger:
        account = ledger.people.get("tam")
    assert account
    assert Passwords().match(account.password, "a lantern in the harbour")


@pytest.mark.parametrize(
    ("words", "given", "code", "said"),
    [
        (("add", "ilse"), b"", 2, "read from stdin"),
        (("add", "ilse"), b"short\n", 3, "at least 12 characters"),
        (("add", "ilse", "--role", "chief"), ODA, 3, "is no role"),
        (("add", "oda"), ODA, 3, "signs in as 'oda' already"),
        (("add", "local"), ODA, 3, "cannot be signed in with"),
        (("role", "oda", "reader"), b"", 3, "no admin would be left"),
        (("role", "eve", "reader"), b"", 3, "nobody signs in here as 'eve'"),
        (("password", "eve"), ODA, 3, "nobody signs in here as 'eve'"),
        (("sessions", "eve"), b"", 3, "nobody signs in here as 'eve'"),
        (("remove", "eve"), b"", 3, "nobody signs in here as 'eve'"),
    ],
)
def test_what_cannot_be_is_said(crewed: Path, words: tuple[str, ...], given: bytes, code: int, said: str) -> None:
    answer = users(crewed, *words, given=given)
    assert answer.code == code
    assert said in answer.err
    assert len(users(crewed, "list").out.splitlines()) == 2


def test_a_role_changes_and_the_last_to_go_leaves_a_desk_without_accounts(crewed: Path) -> None:
    assert users(crewed, "role", "tam", "admin").out == "tam: admin from now on\n"
    assert users(crewed, "remove", "oda").code == 0
    assert "no accounts now" in users(crewed, "remove", "tam").out
    assert users(crewed, "list").out == ""


def test_sessions_are_listed_and_ended(crewed: Path) -> None:
    assert users(crewed, "sessions", "tam").out == ""
    assert users(crewed, "sessions", "tam", "--end").out == "tam: 0 ended\n"


def test_the_log_tells_what_was_done_and_from_where(crewed: Path) -> None:
    first, second = users(crewed, "audit").out.splitlines()
    assert first.endswith("\tadded\ttam: reader\tterminal")
    assert second.endswith("\tadded\toda: admin\tterminal")
    (line,) = users(crewed, "audit", "--limit", "1", "--format", "jsonl").out.splitlines()
    assert json.loads(line)["about"] == "tam: reader"


@pytest.mark.parametrize("again", ["seven herons over the weir", "seven herns over the weir"])
def test_at_a_terminal_the_password_is_typed_twice_and_not_shown(desk: Path, again: str) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        command = "import sys; from reportedly import cli; sys.argv[0] = 'reportedly'; cli.main()"
        words = ["users", "add", "oda", "--role", "admin", "--desk", str(desk)]
        os.execv(sys.executable, [sys.executable, "-c", command, *words])  # noqa: S606  the child of the terminal
    said = read_until(terminal, b"password of oda: ")
    os.write(terminal, ODA)
    said += read_until(terminal, b"the same again: ")
    os.write(terminal, again.encode() + b"\n")
    said += read_until(terminal, b"\n", more=True)
    os.close(terminal)
    ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert b"herons" not in said
    assert ended == (0 if again.encode() + b"\n" == ODA else 2)
    assert bool(users(desk, "list").out) == (ended == 0)


def read_until(terminal: int, words: bytes, *, more: bool = False) -> bytes:
    """What the terminal shows up to some words, or to its end where there is ``more``."""
    said = b""
    while more or words not in said:
        try:
            part = os.read(terminal, 1000)
        except OSError:  # the program ended and with it the terminal
            break
        if not part:
            break
        said += part
    return said
