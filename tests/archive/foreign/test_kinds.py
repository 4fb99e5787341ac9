"""What else archives of other programs hold: ARC, odd answers, texts, revisits, archives in archives; all is told."""

import gzip
import io
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.archive import foreign
from reportedly.archive.foreign import Again, Kind, PassedOver
from reportedly.errors import BadInput
from reportedly.records import Exchange, Outcome

AT = datetime(2024, 6, 7, tzinfo=UTC)
URL = "http://herald.example/ferry"
PAGE = b"<html><body><p>The ferry to Tarnow sank at dawn.</p></body></html>"
HTML = "Content-Type: text/html"


def record(kind: str, block: bytes, **fields: str) -> bytes:
    told = {"WARC-Target-URI": URL, "WARC-Date": "2023-01-01T00:00:00Z"}
    told |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "\r\n".join(
        ["WARC/1.0", f"WARC-Type: {kind}", *(f"{name}: {value}" for name, value in told.items() if value)]
    )
    return f"{head}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(status: str = "HTTP/1.1 200 OK", headers: str = HTML, payload: bytes = PAGE, **fields: str) -> bytes:
    return record("response", f"{status}\r\n{headers}\r\n\r\n".encode() + payload, **fields)


def found(folder: Path, data: bytes, name: str = "theirs.warc") -> tuple[list[Exchange], Counter[str], list[str]]:
    """Pages, what was passed over, and what was said of the rest."""
    (folder / name).write_bytes(data)
    all_found = list(foreign.captures(folder / name, AT))
    pages = [one for one in all_found if isinstance(one, Exchange)]
    passed = Counter(str(one.kind) for one in all_found if isinstance(one, PassedOver))
    return pages, passed, [one.message for one in all_found if isinstance(one, Outcome)]


# -- answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("HTTP/1.1 200", 200),
        ("HTTP/2 200", 200),
        ("HTTP 200 Document follows", 200),
        ("http/1.0 200 ok", 200),
        ("ICY 200 OK", 200),
        ("HTTP/1.1  200  OK", 200),
        ("HTTP/1.1 200OK", 200),
        ("HTTP/1.1 203 Non-Authoritative Information", 203),
    ],
)
def test_a_page_behind_any_status_line(tmp_path: Path, status: str, code: int) -> None:
    (page,), passed, said = found(tmp_path, answer(status))
    assert (page.status, page.body, passed, said) == (code, PAGE, Counter(), [])


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ("Server: old", b"\xef\xbb\xbf<!-- kept by a proxy -->\n<!DOCTYPE html>" + PAGE),
        ("Content-Type: text/plain", b"<!doctype html>" + PAGE),
        ("Content-Type: application/octet-stream", b"<?xml version='1.0'?>\n<html>" + PAGE),
        ("Content-Type: text/html | Content-Encoding: gzip".replace(" | ", "\r\n"), gzip.compress(PAGE)),
        ("Server: old\r\nContent-Encoding: gzip", gzip.compress(b"<!doctype html>" + PAGE)),
    ],
)
def test_a_page_is_known_by_its_kind_or_by_its_beginning(tmp_path: Path, headers: str, payload: bytes) -> None:
    (page,), passed, said = found(tmp_path, answer(headers=headers, payload=payload))
    assert PAGE in page.body
    assert (passed, said) == (Counter(), [])


def test_a_page_without_any_head(tmp_path: Path) -> None:
    (page,), _, _ = found(tmp_path, record("response", b"<!doctype html>\n\n" + PAGE))
    assert (page.status, page.body) == (200, b"<!doctype html>\n\n" + PAGE)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (answer("HTTP/1.1 301 Moved"), Kind.redirect),
        (answer("HTTP/1.1 404 Not Found"), Kind.error),
        (answer("220 ready"), Kind.no_answer),
        (answer(headers="Content-Type: image/jpeg"), Kind.picture),
        (answer(headers="Content-Type: video/mp4"), Kind.media),
        (answer(headers="Content-Type: application/javascript"), Kind.code),
        (answer(headers="Content-Type: text/css; charset=utf-8"), Kind.code),
        (answer(headers="Content-Type: application/json"), Kind.data),
        (answer(headers="Content-Type: application/rss+xml"), Kind.data),
        (answer(headers="Content-Type: application/pdf"), Kind.document),
        (answer(headers="Content-Type: text/plain", payload=b"User-agent: *"), Kind.text),
        (answer(headers="Content-Type: x/y"), Kind.other),
        (answer(headers="Server: x", payload=b"\x89PNG"), Kind.other),
        (answer(payload=b" \n"), Kind.empty),
        (answer(WARC_Target_URI="dns:herald.example"), Kind.no_web),
        (answer(WARC_Target_URI="<urn:pageinfo:http://herald.example/>"), Kind.no_web),
        (record("resource", b"{}", Content_Type="application/json"), Kind.data),
        (record("conversion", b"\x89PNG", Content_Type="image/png"), Kind.picture),
        (record("revisit", b"", WARC_Payload_Digest="sha1:AAAA"), Kind.again),
    ],
)
def test_what_is_no_page_is_told_by_its_kind(tmp_path: Path, data: bytes, kind: Kind) -> None:
    pages, passed, said = found(tmp_path, data + answer(WARC_Target_URI="http://herald.example/other"))
    assert [page.url for page in pages] == ["http://herald.example/other"]
    assert (passed, said) == (Counter([str(kind)]), [])


def test_names_of_fields_and_types_in_any_letters(tmp_path: Path) -> None:
    data = answer().replace(b"WARC-Type: response", b"warc-type: Response").replace(b"WARC-Target", b"warc-TARGET")
    assert [page.url for page in found(tmp_path, data)[0]] == [URL]


def test_a_replayed_page_is_filed_as_it_was(tmp_path: Path) -> None:
    shown = "https://web.archive.org/web/20220102030405id_/https://herald.example/old"
    (page,), _, _ = found(tmp_path, answer(WARC_Target_URI=shown))
    assert (page.url, page.fetched_at) == ("https://herald.example/old", datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC))


# -- texts and revisits -----------------------------------------------------------------------------------------------


def test_a_text_taken_out_of_a_page_is_one_unless_the_page_is_there(tmp_path: Path) -> None:
    text = record("conversion", "Die Fähre sank.".encode(), Content_Type="text/plain")
    (page,), _, _ = found(tmp_path, text)
    assert (page.body.decode(), page.header("content-type")) == ("Die Fähre sank.", "text/plain; charset=utf-8")
    pages, passed, _ = found(tmp_path, answer() + text)
    assert [page.body for page in pages] == [PAGE]
    assert passed == Counter([str(Kind.known_text)])


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ({"WARC_Payload_Digest": "sha1:ABC"}, {"WARC_Payload_Digest": "sha1:ABC"}),
        ({"WARC_Record_ID": "<urn:uuid:1>"}, {"WARC_Refers_To": "<urn:uuid:1>"}),
        ({}, {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": "2023-01-01T00:00:00Z"}),
        ({}, {}),
    ],
)
def test_a_revisit_is_another_look_at_the_same_bytes(
    tmp_path: Path, first: dict[str, str], again: dict[str, str]
) -> None:
    later = record("revisit", f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode(), WARC_Date="2023-02-02T00:00:00Z", **again)
    (tmp_path / "a.warc").write_bytes(
        record("response", f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode() + PAGE, **first) + later
    )
    page, seen = foreign.captures(tmp_path / "a.warc", AT)
    assert isinstance(page, Exchange)
    assert isinstance(seen, Again)
    assert (seen.url, seen.fetched_at) == (URL, datetime(2023, 2, 2, tzinfo=UTC))
    assert seen.headers == page.response_headers


# -- ARC --------------------------------------------------------------------------------------------------------------


def arc_record(url: str, payload: bytes, more: str = "") -> bytes:
    block = f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode() + payload
    return f"{url} 10.0.0.1 20230102030405 text/html {more}{len(block)}\n".encode() + block + b"\n"


def arc(*records: bytes) -> list[bytes]:
    about = b"1 0 Elsewhere\nURL IP-address Archive-date Content-type Archive-length\n"
    return [f"filedesc://a.arc 0.0.0.0 20230102030405 text/plain {len(about)}\n".encode() + about + b"\n", *records]


SPACED = "http://herald.example/a b?c=d e"
ARC = arc(
    arc_record(URL, PAGE), arc_record(SPACED, PAGE), arc_record("http://herald.example/3", PAGE, "200 - - 17 a.arc.gz ")
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.arc", b"".join(ARC)),
        ("a.arc.gz", b"".join(map(gzip.compress, ARC))),
        ("a.arc.gz", gzip.compress(b"".join(ARC))),
        ("named-otherwise", b"".join(map(gzip.compress, ARC))),
    ],
)
def test_arc_files_are_read_as_warc_files_are(tmp_path: Path, name: str, data: bytes) -> None:
    pages, passed, said = found(tmp_path, data, name)
    assert foreign.is_archive(tmp_path / name)
    assert [page.url for page in pages] == [URL, "http://herald.example/a%20b?c=d%20e", "http://herald.example/3"]
    assert {(page.fetched_at, page.body) for page in pages} == {(datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC), PAGE)}
    assert (passed, said) == (Counter(), [])


def test_damage_in_an_arc_file_costs_one_page(tmp_path: Path) -> None:
    bad = ARC[2].replace(b"text/html 1", b"text/html 9", 1)
    pages, _, said = found(tmp_path, b"".join([*ARC[:2], b"noise\n", *ARC[2:]]), "a.arc")
    assert [page.url for page in pages] == [URL, "http://herald.example/a%20b?c=d%20e", "http://herald.example/3"]
    assert len(said) == 1
    assert found(tmp_path, b"".join([*ARC[:2], bad]), "a.arc")[0][0].url == URL


def test_a_last_page_counted_too_long_is_whole_if_it_ends_as_pages_do(tmp_path: Path) -> None:
    long = answer().replace(f"Content-Length: {len(answer()) - 0}".encode(), b"")
    size = int(long.partition(b"Content-Length: ")[2].partition(b"\r")[0])
    short = long.replace(f"Content-Length: {size}".encode(), f"Content-Length: {size + 9}".encode())
    pages, _, said = found(tmp_path, short)
    assert ([page.body.strip() for page in pages], said) == ([PAGE], [])
    pages, _, said = found(tmp_path, short.replace(b"</html>", b""))
    assert (pages, len(said)) == ([], 1)


# -- archives in archives ---------------------------------------------------------------------------------------------


def zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members:
            opened.writestr(name, data)
    return made.getvalue()


INNER = zipped(("archive/data.warc.gz", gzip.compress(answer())), ("indexes/index.cdx", b""))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.wacz", zipped(("datapackage.json", b"{}"), ("one.wacz", INNER))),
        ("a.zip", zipped(("one.wacz", INNER))),
        ("a.zip", zipped(("data.warc", answer()))),
        ("a.wacz", zipped(("deep/two.wacz", zipped(("one.wacz", INNER))))),
        ("a.wacz", zipped(("archive\\data.warc.gz", gzip.compress(answer())))),
        ("a.warc", INNER),
    ],
)
def test_archives_within_archives(tmp_path: Path, name: str, data: bytes) -> None:
    pages, passed, said = found(tmp_path, data, name)
    assert foreign.is_archive(tmp_path / name)
    assert ([page.url for page in pages], passed, said) == ([URL], Counter(), [])


def test_archives_within_each_other_without_end_do_end(tmp_path: Path) -> None:
    data = INNER
    for _ in range(9):
        data = zipped(("x.wacz", data))
    pages, _, said = found(tmp_path, data, "a.wacz")
    assert (pages, len(said)) == ([], 1)
    assert "within each other" in said[0]


def test_a_bomb_in_an_archive_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.archive.foreign.archives.FREE", 1_000_000)
    data = zipped(("bomb.wacz", bytes(20_000_000)), ("one.wacz", INNER))
    pages, _, said = found(tmp_path, data, "a.wacz")
    assert [page.url for page in pages] == [URL]
    assert "times its size" in said[0]


def test_an_archive_that_is_only_an_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no WARC file"):
        found(tmp_path, zipped(("indexes/index.cdx.gz", b""), ("pages/pages.jsonl", b"{}")), "a.wacz")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(("news.csv", b"a,b"))),
        ("a.jsonl", b'{"url": "x"}'),
        ("a.html", PAGE),
        ("a.gz", gzip.compress(b"x")),
        ("a", b""),
        ("a.zip", b"PK\3\4 no"),
    ],
)
def test_what_is_no_archive(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert not foreign.is_archive(tmp_path / name)


def test_zeros_that_fill_up_a_file_are_no_damage(tmp_path: Path) -> None:
    for data, name in ((gzip.compress(answer()), "a.warc.gz"), (answer(), "a.warc")):
        pages, _, said = found(tmp_path, data + bytes(5_000), name)
        assert ([page.url for page in pages], said) == ([URL], [])
