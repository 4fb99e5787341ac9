"""Pages of other people's archives become captures and articles of the desk."""

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly import outlets, pipeline
from reportedly.archive import Archive
from reportedly.gather.archives import take_pages
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Outlet
from reportedly.session import Session
from reportedly.settings import Desk

STORY = (
    "<html><head><title>Ferry sinks off Tarnow</title></head><body><article><h1>Ferry sinks off Tarnow</h1>"
    "<p>A ferry with forty passengers sank off the quay of Tarnow before dawn, the harbour master said. All of "
    "them were taken aboard by fishing boats within the hour, and nobody was hurt.</p><p>The company that runs "
    "the line said it would look into the cause and stop all crossings until Friday.</p></article></body></html>"
)


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    with open_ledger(desk.ledger_url) as ledger:
        yield Session(desk, ledger, Archive(desk.archive, seen=ledger.captures.first_with))


def record(url: str, body: str, date: str = "2023-01-01T00:00:00Z") -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body.encode()
    fields = ("WARC-Type: response", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", "WARC-Record-ID: <urn:uuid:7>")
    head = "\r\n".join(["WARC/1.0", *fields, f"Content-Length: {len(block)}"])
    return gzip.compress(head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n")


def kept(ledger: Ledger) -> list[str]:
    return [capture.url for capture in ledger.captures.all()]


def test_a_page_becomes_a_capture_and_an_article(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "theirs.warc.gz"
    file.write_bytes(record("https://herald.example/ferry", STORY) + b"\x1f\x8b\x08 damaged")
    assert pipeline.import_file(session, file)[:3] == (1, 1, 0)
    pipeline.extract(session)
    (capture,) = session.ledger.captures.all()
    assert capture.fetched_at.isoformat() == "2023-01-01T00:00:00+00:00"
    article = session.ledger.articles.latest("https://herald.example/ferry")
    assert article is not None
    assert "forty passengers" in article.text
    assert article.capture == capture.id
    messages = [outcome.message for outcome in session.ledger.outcomes.last()]
    assert "imported from theirs.warc.gz, record <urn:uuid:7>" in messages
    assert list(session.archive.verify([capture])) == []


def test_importing_again_changes_nothing(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "theirs.wacz"
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("archive/a.warc.gz", record("https://herald.example/1", STORY))
        opened.writestr("archive/b.warc.gz", record("https://herald.example/2", STORY))
    for _ in range(3):
        assert take_pages(session, file)[:2] == (2, 0)
    assert kept(session.ledger) == ["https://herald.example/1", "https://herald.example/2"]
    size = sum(one.stat().st_size for one in session.desk.archive.glob("*.warc.gz"))
    assert size < 5_000


def test_an_import_that_was_stopped_goes_on(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "theirs.warc.gz"
    file.write_bytes(b"".join(record(f"https://herald.example/{n}", f"{STORY}{n}") for n in range(4)))

    class Stopped(Exception):
        pass

    def stop(_stage: str, done: int, _total: int | None) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        take_pages(Session(session.desk, session.ledger, session.archive, stop), file)
    assert take_pages(session, file)[:2] == (4, 0)
    assert kept(session.ledger) == [f"https://herald.example/{n}" for n in range(4)]


def saved(kind: str, url: str, block: bytes, date: str = "2023-01-01T00:00:00Z", more: str = "") -> bytes:
    fields = (f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", f"Content-Type: text/plain{more}")
    return (
        "\r\n".join(["WARC/1.0", *fields, f"Content-Length: {len(block)}"]).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    )


def outlets_of(session: Session, *urls: str) -> list[str | None]:
    found = (session.ledger.articles.latest(url) for url in urls)
    return [article.outlet if article else None for article in found]


def test_two_hosts_that_nobody_knows_are_two_outlets(session: Session, tmp_path: Path) -> None:
    urls = ("https://www.herald.example/ferry", "https://quay.example/ferry", "https://wire.example/ferry")
    (tmp_path / "a.warc.gz").write_bytes(b"".join(record(url, STORY) for url in urls))
    outlets.save(
        session.desk.outlets, Outlet("wire", "The Wire", "https://www.wire.example/", ("https://wire.example/rss",))
    )
    pipeline.import_file(session, tmp_path / "a.warc.gz")
    pipeline.extract(session)
    assert outlets_of(session, *urls) == ["herald.example", "quay.example", "wire"]


def test_a_revisit_is_another_look(session: Session, tmp_path: Path) -> None:
    url, again = "https://herald.example/ferry", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    more = "\r\nWARC-Payload-Digest: sha1:ABC"
    first = gzip.decompress(record(url, STORY)).replace(
        b"WARC-Record-ID", b"WARC-Payload-Digest: sha1:ABC\r\nWARC-Record-ID"
    )
    (tmp_path / "a.warc").write_bytes(first + saved("revisit", url, again, "2023-03-03T00:00:00Z", more))
    for _ in range(2):
        assert take_pages(session, tmp_path / "a.warc")[:2] == (2, 0)
    pipeline.extract(session)
    one, two = session.ledger.captures.all()
    assert (one.sha256, two.fetched_at.isoformat()) == (two.sha256, "2023-03-03T00:00:00+00:00")
    assert len({session.archive.body(capture) for capture in (one, two)}) == 1
    assert list(session.archive.verify([one, two])) == []


def test_a_text_of_another_program_is_an_article(session: Session, tmp_path: Path) -> None:
    words = ("The harbour of Tarnow will open again on Friday, the harbour master said on Monday. " * 3).encode()
    (tmp_path / "a.warc").write_bytes(saved("conversion", "https://herald.example/text", words))
    assert take_pages(session, tmp_path / "a.warc").filed == 1
    pipeline.extract(session)
    article = session.ledger.articles.latest("https://herald.example/text")
    assert article is not None
    assert (article.text, article.outlet) == (words.decode(), "herald.example")


def test_what_is_passed_over_is_counted(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(
        saved("revisit", "https://herald.example/1", b"", more="\r\nWARC-Refers-To: <urn:x>") * 2
    )
    taken = pipeline.import_file(session, tmp_path)
    assert (taken.filed, taken.refused) == (0, 0)
    assert taken.passed_over["revisits of what was not filed"] == 2
