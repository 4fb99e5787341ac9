"""Archives of other programs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from typer.testing import CliRunner

from quality.cases.case import Case, Trial, differs, folder
from reportedly.archive import foreign
from reportedly.cli import app
from reportedly.errors import BadInput
from reportedly.ledger import open_ledger
from reportedly.records import Article, Exchange
from reportedly.settings import init_desk

PAGE = "http://news.example/bridge"


def _imported(file: Path, work: Path) -> dict[str, Article]:
    """The articles that a new desk has once the archive was imported and extracted, by their addresses."""
    desk = init_desk(work / file.name)
    result = CliRunner().invoke(app, ["import", str(file), "--desk", str(desk.folder)])
    if result.exception:
        raise result.exception
    run = CliRunner().invoke(app, ["run", "--desk", str(desk.folder)])
    if run.exception:
        raise run.exception
    with open_ledger(desk.ledger_url) as ledger:
        urls = {capture.url for capture in ledger.captures.all()}
        found = {url: ledger.articles.latest(url) for url in urls}
    return {url: article for url, article in found.items() if article}


def _pages(*files: str, right: str = PAGE) -> Trial:
    """A trial of whether each of the files gives the page at one address."""

    def trial(inputs: Path) -> Iterator[str]:
        for file in files:
            with folder() as work:
                yield from differs(file, set(_imported(inputs / file, work)), {right})

    return trial


def _two_outlets(file: str, inputs: Path) -> Iterator[str]:
    with folder() as work:
        outlets = {article.outlet for article in _imported(inputs / file, work).values()}
        yield from differs("outlets", outlets, {"gazette.example", "herald.example"})


def _arc(inputs: Path) -> Iterator[str]:
    """The page of another archive written as ARC, which needs no more than a line before each answer."""
    body = _body(inputs / "warc-plain.warc.gz")
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    about = b"1 0 Elsewhere\nURL IP-address Archive-date Content-type Archive-length\n"
    head = f"filedesc://a.arc 0.0.0.0 20260309100000 text/plain {len(about)}\n".encode()
    line = f"{PAGE} 10.0.0.1 20260309100000 text/html {len(answer)}\n".encode()
    with folder() as work:
        (work / "a.arc").write_bytes(head + about + b"\n" + line + answer + b"\n")
        yield from differs("a.arc", set(_imported(work / "a.arc", work / "desk")), {PAGE})


def _body(file: Path) -> bytes:
    for found in foreign.captures(file, datetime.now(UTC)):
        if isinstance(found, Exchange):
            return found.body
    raise BadInput(f"{file} holds no page")


_DIGESTS = ("warc-digest-sha256-b32-nopad.warc.gz", "warc-digest-b32-lower.warc.gz", "warc-digest-b64.warc.gz")

CASES: tuple[Case, ...] = (
    Case("W21", ("warc-w21.warc.gz",), partial(_two_outlets, "warc-w21.warc.gz")),
    Case("W08", ("warc-http-status-odd.warc.gz",), _pages("warc-http-status-odd.warc.gz")),
    Case("W13", ("warc-multi.wacz",), _pages("warc-multi.wacz")),
    Case("W15", ("warc-wet-conversion.warc.gz",), _pages("warc-wet-conversion.warc.gz")),
    Case("W09", _DIGESTS, _pages(*_DIGESTS)),
    Case("W01", ("warc-plain.warc.gz",), _arc),
    Case(
        "W02",
        ("warc-space-uri.warc.gz",),
        _pages("warc-space-uri.warc.gz", right="http://news.example/a%20page?Title=Live%20Web"),
    ),
)
