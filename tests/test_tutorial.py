"""The first part of the tutorial, gone through as it is written: the three outlets, a desk of them, a brief."""

import importlib.util
import re
import shlex
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.commands import reportedly

ROOT = Path(__file__).parent.parent
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
PART = TUTORIAL.partition("\n## Three weeks at the sample desk\n")[0]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OF_ITS_MOMENT = re.compile(r"\b[jw][0-9a-f]{16}\b")  # ids of decisions and alerts hang on the time, or on chance
pytestmark = pytest.mark.slow


@pytest.fixture
def open_on() -> Iterator[Callable[[str], int]]:
    """Closes the outlets and opens them as they are on a day; gives back their port."""
    spec = importlib.util.spec_from_file_location("serve", ROOT / "docs" / "three-outlets" / "serve.py")
    assert spec
    assert spec.loader
    serve = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(serve)
    running: list[ThreadingHTTPServer] = []

    def close() -> None:
        for server in running:
            server.shutdown()
            server.server_close()
        running.clear()

    def opened(day: str) -> int:
        port = running[0].server_address[1] if running else 0
        close()
        running.append(serve.outlets(day, port))
        threading.Thread(target=running[0].serve_forever, daemon=True).start()
        return int(running[0].server_address[1])

    yield opened
    close()


def set_in(file: Path, lines: str) -> None:
    """Write the settings; a single line takes the place of the one with its key."""
    key = lines.partition(" ")[0]
    changed = re.sub(rf"^{key} .*\n", lines, file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(changed if lines.count("\n") == 1 else lines, "utf-8")


def printed(line: str) -> list[str]:
    answer = reportedly(*shlex.split(line)[1:])
    assert answer.code == 0, answer.err
    return OF_ITS_MOMENT.sub("", answer.out + answer.err).splitlines()


def test_three_outlets_come_to_a_brief_as_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_on: Callable[[str], int]
) -> None:
    monkeypatch.chdir(tmp_path)
    port, said = 0, list[str]()
    for kind, lines in BLOCK.findall(PART):
        if kind == "toml":
            set_in(Path("desk.toml"), lines.replace("8790", str(port)))
        elif kind == "text":
            wanted = OF_ITS_MOMENT.sub("", lines).splitlines()
            assert [line for line in wanted if line != "..." and line not in said] == []
        else:
            said = []
            for line in lines.splitlines():
                if line.startswith("python3 docs/three-outlets/serve.py "):
                    port = open_on(line.rpartition(" ")[2])
                elif line.startswith("cd "):
                    monkeypatch.chdir(line.partition(" ")[2])
                elif line.startswith("reportedly ") and line != "reportedly serve":
                    said += printed(line)
    assert {file.name for file in Path().iterdir()} >= {"brief-1.md", "articles.csv", "statements.xlsx", "expected.ics"}
