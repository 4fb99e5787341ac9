"""``reportedly archive``: pages asked for by hand, against a real server."""

from pathlib import Path

import pytest

from reportedly import outlets
from reportedly.ledger import open_ledger
from reportedly.records import Article, Capture, Outlet
from reportedly.settings import Desk, desk_in
from tests.commands import Answer, reportedly
from tests.loopback import Newsroom, room

__all__ = ["room"]

TEXT = (
    "A ferry with forty passengers sank off the quay of Tarnow before dawn, the harbour master said. All of them were "
    "taken aboard by fishing boats within the hour, and nobody was hurt.</p><p>The company that runs the line said it "
    "would look into the cause and stop all crossings until Friday."
)


def story(headline: str, text: str = TEXT) -> str:
    return f"<html><body><article><h1>{headline}</h1><p>{text}</p></article></body></html>"


@pytest.fixture
def hand(desk: Desk, room: Newsroom) -> Desk:
    settings = f'[fetch]\nper_host_delay = 0.0\n[fetch.resolve]\n"*.example" = "127.0.0.1:{room.port}"\n'
    settings += f'"web.archive.org" = "127.0.0.1:{room.port}"\n'
    (desk.folder / "desk.toml").write_text(settings)
    room.pages["herald.example/1"] = room.page(story("Ferry sinks"), Content_Type="text/html", ETag='"1"')
    room.pages["quay.example/2"] = room.page(story("Quay closed"), Content_Type="text/html")
    room.pages["quay.example/"] = room.page("<html><body><p>Short.</p></body></html>", Content_Type="text/html")
    return desk_in(desk.folder)


def archived(desk: Desk, *words: str, given: str = "") -> Answer:
    return reportedly("archive", *words, "--desk", desk.folder, given=given.encode())


def kept(desk: Desk, *urls: str) -> tuple[list[Article | None], list[Capture]]:
    with open_ledger(desk.ledger_url) as ledger:
        return [ledger.articles.latest(url) for url in urls], list(ledger.captures.all())


def test_pages_are_archived_read_and_told_one_by_one(hand: Desk, room: Newsroom) -> None:
    outlets.save(hand.outlets, Outlet("herald", "Herald", "http://www.herald.example/", ("http://herald.example/rss",)))
    urls = ("http://herald.example/1", "http://quay.example/2", "http://quay.example/", "http://quay.example/gone")
    answer = archived(hand, *urls)
    lines = answer.out.splitlines()
    filed = [line.rpartition("  ")[2] for line in lines if line.startswith("filed")]
    assert sorted(filed) == ["herald: Ferry sinks", "quay.example: Quay closed"]
    (none,) = (line for line in lines if line.startswith("not an article"))
    assert "too little running text" in none
    (gone,) = (line for line in lines if line.startswith("gone"))
    assert "404" in gone
    assert len(lines) == 4
    assert (answer.code, "1 of 4 pages could not be had" in answer.err) == (4, True)
    assert "Ferry sinks" in reportedly("search", "harbour", "--desk", hand.folder).out
    assert "Ferry sinks" in reportedly("stories", "--desk", hand.folder).out
    assert room.asked().count("herald.example/1") == 1


def test_a_second_time_changes_nothing_but_the_looks(hand: Desk, room: Newsroom) -> None:
    urls = ("http://herald.example/1", "http://quay.example/2")
    first = archived(hand, *urls)
    before, _ = kept(hand, *urls)
    room.pages["herald.example/1"] = room.page("", 304)
    second = archived(hand, *urls)
    assert [answer.code for answer in (first, second)] == [0, 0]
    assert [line.split()[0] for line in second.out.splitlines()] == ["unchanged", "unchanged"]
    assert room.headers("herald.example/1")["if-none-match"] == '"1"'
    after, captures = kept(hand, *urls)
    assert after == before
    assert len(captures) == 3
    room.pages["quay.example/2"] = room.page(
        story("Quay closed", TEXT.replace("forty", "fifty")), Content_Type="text/html"
    )
    assert archived(hand, urls[1]).out.startswith("filed")
    assert "[-forty-]" in reportedly("history", urls[1], "--desk", hand.folder).out


def test_addresses_come_from_a_file_or_stdin(hand: Desk, tmp_path: Path) -> None:
    listed = "\ufeff# two pages\n\nhttp://herald.example/1?utm_source=x\n  http://herald.example/1#top\n"
    listed += "http://quay.example/2 later\n"
    (tmp_path / "pages.txt").write_text(listed)
    answer = archived(hand, "--from", str(tmp_path / "pages.txt"))
    assert (answer.code, len(answer.out.splitlines())) == (0, 2)
    assert "named before: http://herald.example/1#top" in answer.err
    assert len(archived(hand, "--from", "-", given=listed).out.splitlines()) == 2


def test_the_outlet_can_be_named(hand: Desk) -> None:
    outlets.save(
        hand.outlets, Outlet("tarnow", "Tarnow Post", "http://tarnow.example/", ("http://tarnow.example/rss",))
    )
    assert "tarnow: Quay closed" in archived(hand, "http://quay.example/2", "--outlet", "tarnow").out
    answer = archived(hand, "http://quay.example/2", "--outlet", "nobody")
    assert (answer.code, "no outlet nobody" in answer.err) == (2, True)


def test_a_page_of_a_web_archive_is_filed_as_it_was(hand: Desk, room: Newsroom) -> None:
    place = "web.archive.org/web/20230405060708/http://herald.example/old"
    room.pages[place] = room.page(story("Old ferry"), Content_Type="text/html")
    assert "herald.example: Old ferry" in archived(hand, f"http://{place}").out
    (article,), (capture,) = kept(hand, "http://herald.example/old")
    assert article is not None
    assert (capture.url, capture.fetched_at.isoformat()) == ("http://herald.example/old", "2023-04-05T06:07:08+00:00")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "name the address"),
        (("--from", "no-such-file"), 3, "cannot be read"),
        (("ftp://herald.example/1",), 4, "no web address"),
        (("http://127.0.0.1/",), 4, "1 of 1 page"),
    ],
)
def test_what_cannot_be_is_told(hand: Desk, words: tuple[str, ...], code: int, said: str) -> None:
    answer = archived(hand, *words)
    assert answer.code == code
    assert said in answer.out + answer.err


def test_an_import_that_finds_nothing_says_so(hand: Desk, tmp_path: Path) -> None:
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"
    fields = ("WARC-Type: response", "WARC-Target-URI: http://x.example/", f"Content-Length: {len(picture)}")
    head = "\r\n".join(("WARC/1.0", *fields)) + "\r\n\r\n"
    (tmp_path / "a.warc").write_bytes((head.encode() + picture + b"\r\n\r\n") * 2)
    answer = reportedly("import", tmp_path / "a.warc", "--desk", hand.folder)
    assert answer.code == 3
    assert "passed over pictures (2)" in answer.err
    assert "nothing to file in" in answer.err
