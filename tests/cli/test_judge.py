"""Decisions from a shell: a wrong match is undone, stays undone when all is matched anew, and comes back by an undo."""

import getpass
import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from reportedly.cli.who import user

ANNOUNCED = "President Orla Fenn of Chile will visit Peru on June 12 to open the new harbour of Callao, officials said."
CAME = "President Orla Fenn of Chile visited Peru on Thursday and opened the new harbour of Callao, officials said."
HERE, THERE = "https://harbour.example/1", "https://mirror.example/2"


def reportedly(*words: str | Path) -> tuple[int, str, str]:
    asked = [sys.executable, "-m", "reportedly", *map(str, words)]
    done = subprocess.run(asked, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    rows = [
        {"url": HERE, "outlet": "harbour", "published": "2025-06-10", "title": "A visit", "text": ANNOUNCED},
        {"url": THERE, "outlet": "mirror", "published": "2025-06-12", "title": "She came", "text": CAME},
    ]
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for words in (("init", folder / "desk"), ("import", news, "--desk", folder / "desk"), ("run",)):
        code, _, error = reportedly(*words, *(("--desk", folder / "desk") if words[0] == "run" else ()))
        assert code == 0, error
    return folder / "desk"


def visit(desk: Path) -> dict[str, object]:
    _, printed, _ = reportedly("followups", "--as-of", "2025-06-30", "--format", "jsonl", "--desk", desk)
    return next(one for line in printed.splitlines() if (one := json.loads(line))["article_url"] == HERE)


def test_a_wrong_match_is_undone_and_the_decision_undone_again(desk: Path) -> None:
    known = visit(desk)
    assert known["state"] == "happened"
    code, said, error = reportedly("judge", "wrong", str(known["id"]), THERE, "--who", "Ilse", "--desk", desk)
    assert code == 0, error
    assert visit(desk)["state"] == "silent"
    decision = said.partition(":")[0]
    _, listed, _ = reportedly("judge", "list", "--desk", desk)
    assert listed.startswith(f"* {decision}")
    assert f"Ilse: split {known['id']} {THERE}" in listed
    assert reportedly("judge", "undo", decision, "--desk", desk)[0] == 0
    assert visit(desk)["state"] == "happened"


def test_what_is_not_there_cannot_be_judged(desk: Path) -> None:
    known = str(visit(desk)["id"])
    for words in (("wrong", "f0", THERE), ("wrong", known, "https://else.example/3"), ("undo", "j0")):
        code, _, error = reportedly("judge", *words, "--desk", desk)
        assert code != 0
        assert "Traceback" not in error


@pytest.mark.parametrize("error", [KeyError("uid not found: 4711"), OSError("No username set in the environment")])
def test_a_user_without_a_name_has_an_empty_one(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert user() == ""


NAMELESS = """
import getpass
import pwd

def nobody(*_):
    raise KeyError("uid not found: 4711")

pwd.getpwuid = nobody
from reportedly.cli import main
main()
"""


def without_a_name(*words: str | Path) -> list[str]:
    """A command as a user runs it whose number has no name, in many a container."""
    return [sys.executable, "-c", NAMELESS, *map(str, words)]


def environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in {"LOGNAME", "USER", "LNAME", "USERNAME"}}


def test_a_user_without_a_name_is_asked_for_one(desk: Path) -> None:
    asked = without_a_name("judge", "withdraw", str(visit(desk)["id"]), "--desk", desk)
    done = subprocess.run(asked, capture_output=True, check=False, timeout=120, env=environment())
    assert done.returncode == 3
    assert done.stderr.decode().strip().endswith("a decision needs the name of who decides: give it with --who")


def test_the_desk_is_served_to_a_user_without_a_name(desk: Path) -> None:
    asked = without_a_name("serve", "--port", "0", "--desk", desk)
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env=environment()) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split("the web desk is at ")[-1].split(" ")[0]
            form = httpx.get(f"{address}expectations/{visit(desk)['id']}", trust_env=False).text
            assert 'name="who" value="" required' in form
        finally:
            server.kill()


def test_the_list_names_what_a_decision_needs(desk: Path) -> None:
    _, printed, _ = reportedly("followups", "--as-of", "2025-06-30", "--desk", desk)
    assert any(line.endswith(f" | {visit(desk)['id']}") for line in printed.splitlines())
