"""The program as a shell starts it: what only a process of its own can show."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from reportedly.settings import Desk
from tests.commands import interrupted, reportedly, started

MAIN = "from reportedly.cli import main; main()"
NAMELESS = """
import pwd

def nobody(*_):
    raise KeyError("uid not found: 4711")

pwd.getpwuid = nobody
"""
DEFECT = """
from reportedly import clock

def broken():
    raise ArithmeticError("a defect")

clock.system = broken
"""


@pytest.mark.process("a pipe from another program")
def test_what_is_piped_into_the_module_is_read() -> None:
    command = [sys.executable, "-m", "reportedly", "read", "-", "--format", "jsonl"]
    done = subprocess.run(command, input="Rain fell, said Ana Ruiz.", capture_output=True, check=True, text=True)
    assert "Ana Ruiz" in done.stdout


def test_a_folder_that_is_no_desk_is_refused(tmp_path: Path) -> None:
    code, _, complaint = reportedly("stories", "--desk", tmp_path)
    assert code == 2
    assert complaint.startswith("reportedly: ")
    assert "reportedly init" in complaint


def test_a_command_that_does_not_exist_is_a_usage_error() -> None:
    code, _, complaint = reportedly("publish")
    assert code == 2
    assert "No such command 'publish'" in complaint


@pytest.mark.process("a traceback ends a process")
def test_a_defect_shows_its_traceback(tmp_path: Path) -> None:
    with started(DEFECT + MAIN, "read", tmp_path / "any.txt") as running:
        out, complaint = running.communicate(timeout=60)
    assert (running.returncode, out) == (1, "")
    assert complaint.startswith("Traceback")
    assert complaint.endswith("ArithmeticError: a defect\n")


@pytest.mark.process("Ctrl-C reaches a whole process")
def test_ctrl_c_ends_a_watch_with_a_sentence(desk: Desk) -> None:
    waiting = "import time; time.sleep = lambda seconds, sleep=time.sleep: (print('waiting', flush=True), sleep(60))\n"
    with started(waiting + MAIN, "watch", "--desk", desk.folder) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "waiting\n"
        code, _, complaint = interrupted(running)
    assert code == 130
    assert complaint == "reportedly: stopped; what was filed is kept, the same command goes on from there\n"


@pytest.mark.process("a server does not end by itself")
def test_the_desk_is_served_to_a_user_without_a_name(filled: Path) -> None:
    nameless = {key: value for key, value in os.environ.items() if key not in {"LOGNAME", "USER", "LNAME", "USERNAME"}}
    with started(NAMELESS + MAIN, "serve", "--port", "0", "--desk", filled, env=nameless) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split("the web desk is at ")[-1].split(" ")[0]
        listed = httpx.get(f"{address}api/followups", trust_env=False).json()["items"]
        form = httpx.get(f"{address}expectations/{listed[0]['followup']['id']}", trust_env=False).text
    assert 'name="who" value="" required' in form
