"""How fast a served desk answers: its pages are found by following links from the first one."""

import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

START = 60.0  # seconds a server may take to say where it is
EACH = 12  # pages asked for of one kind
ROUNDS = 3  # times each is asked for
FIRST = ("/", "/stories", "/calendar", "/map", "/help", "/search?q=minister", "/search?q=said")
LINK = re.compile(r"""href=["'](/[^"'#]*)""")
WHOLE = re.compile(r"/export/.|/stories/[^/]+/bundle|/articles/[^/]+/bundle")
"""Files of whatever length; their first bytes are what matters, and `docs/exports.md` tells of them."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Answer(NamedTuple):
    """Answer times of one kind of page, in seconds; ``kind`` is its address with ids and values left out.

    ``slow`` is the 95th percentile.
    """

    kind: str
    pages: int
    median: float
    slow: float
    slowest: float

    def __str__(self) -> str:
        median, slow, most = (f"{seconds * 1e3:6.1f} ms" for seconds in (self.median, self.slow, self.slowest))
        return f"{self.kind:<40} {self.pages:>3} pages  median {median}  95 % {slow}  slowest {most}"


@contextmanager
def served(desk: Path) -> Iterator[str]:
    """Serve a desk at a free port while the block lasts; gives its address."""
    command = [sys.executable, "-u", "-m", "reportedly", "serve", "--port", "0", "--desk", str(desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            yield _address(server)
        finally:
            server.terminate()


def _address(server: "subprocess.Popen[str]") -> str:
    lines = []
    for line in server.stdout or ():
        lines.append(line)
        if match := ADDRESS.search(line):
            return match.group()
    raise RuntimeError(f"the server did not say where it is: {''.join(lines)}")


def answers(address: str) -> list[Answer]:
    """Follow links from the first page and time every kind of page met."""
    with httpx.Client(base_url=address, timeout=START) as client:
        client.get("/")  # the first answer loads templates
        taken: dict[str, list[list[float]]] = defaultdict(list)
        waiting, seen = list(FIRST), set(FIRST)
        for path in waiting:
            if len(taken[kind(path)]) >= EACH:
                continue
            seconds, body = _ask(client, path)
            taken[kind(path)].append(seconds)
            fresh = [link.replace("&amp;", "&") for link in LINK.findall(body)]
            waiting += [link for link in dict.fromkeys(fresh) if link not in seen and not WHOLE.match(link)]
            seen.update(fresh)
    return [Answer(of, len(many), *_middle(many)) for of, many in sorted(taken.items()) if many]


def _middle(taken: list[list[float]]) -> tuple[float, float, float]:
    every = [lasted for page in taken for lasted in page]
    return statistics.median(every), statistics.quantiles(every, n=20, method="inclusive")[-1], max(every)


def _ask(client: httpx.Client, path: str) -> tuple[list[float], str]:
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        answer = client.get(path, follow_redirects=True)
        seconds.append(time.perf_counter() - begin)
        answer.raise_for_status()
    return seconds, answer.text if "html" in answer.headers.get("content-type", "") else ""


def kind(path: str) -> str:
    """``/articles/a12ef`` and its like are one kind of page; so are different values of one parameter."""
    where, _, query = path.partition("?")
    parts = [part if not part or part.isalpha() or "." in part else "*" for part in where.split("/")[1:]]
    names = sorted(pair.partition("=")[0] for pair in query.split("&")) if query else []
    return "/" + "/".join(parts) + ("?" + "&".join(names) if names else "")
