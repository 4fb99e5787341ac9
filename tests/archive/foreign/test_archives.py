"""Archives that others made: every page in them comes in, and damage costs no more than what it hit."""

import base64
import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.archive import Archive, foreign
from reportedly.archive.foreign import compression, pages, stream
from reportedly.errors import BadInput
from reportedly.records import Exchange, Outcome

AT = datetime(2024, 6, 7, tzinfo=UTC)
PAGE = b"<html><body><p>The ferry to Tarnow sank at dawn.</p></body></html>"


def url(n: int) -> str:
    return f"http://herald.example/{n}"


def record(kind: str, block: bytes, *, packed: bool, **fields: str) -> bytes:
    """A WARC 1.0 record as other programs write them; fields by their names with underscores."""
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()  # noqa: S324 - as most programs do
    told = {"WARC_Record_ID": f"<urn:uuid:{kind}>", "WARC_Block_Digest": f"sha1:{digest}", **fields}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
    head = "\r\n".join(["WARC/1.0", f"WARC-Type: {kind}", *lines, f"Content-Length: {len(block)}"])
    whole = head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    return gzip.compress(whole, mtime=0) if packed else whole


def warc(*pages: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """A file with a request and an answer for each page: status line and headers in one string each, and a payload."""
    made = [record("warcinfo", b"software: another/1\r\n", packed=packed)]
    for n, (status, headers, payload) in enumerate(pages):
        told = {"WARC_Target_URI": url(n), "WARC_Date": f"2023-01-0{n % 9 + 1}T00:00:00Z"}
        lines = "\r\n".join([f"HTTP/1.1 {status}", *headers.split("|")])
        made.append(
            record("request", f"GET /{n} HTTP/1.1\r\nHost: herald.example\r\n\r\n".encode(), packed=packed, **told)
        )
        made.append(record("response", lines.encode() + b"\r\n\r\n" + payload, packed=packed, **told))
    return b"".join(made)


HTML = ("200 OK", "Content-Type: text/html; charset=utf-8", PAGE)
PICTURE = ("200 OK", "Content-Type: image/png", b"\x89PNG")


def read(folder: Path, data: bytes, name: str = "theirs.warc.gz") -> tuple[list[Exchange], list[Outcome]]:
    (folder / name).write_bytes(data)
    found = list(foreign.captures(folder / name, AT))
    return [one for one in found if isinstance(one, Exchange)], [one for one in found if isinstance(one, Outcome)]


@pytest.mark.parametrize("form", ["packed", "plain", "packed as a whole"])
def test_pages_come_in_with_their_time_and_place(tmp_path: Path, form: str) -> None:
    pages = (HTML, PICTURE, ("404 Not Found", "Content-Type: text/html", b"<html>gone"), HTML)
    data = warc(*pages, packed=form == "packed")
    data = gzip.compress(data) if form == "packed as a whole" else data
    found, outcomes = read(tmp_path, data, "theirs.warc" if form == "plain" else "theirs.warc.gz")
    assert outcomes == []
    assert [one.url for one in found] == [url(0), url(3)]
    assert found[0].fetched_at == datetime(2023, 1, 1, tzinfo=UTC)
    assert (found[0].status, found[0].body, found[0].received) == (200, PAGE, None)
    assert found[0].response_headers == (("Content-Type", "text/html; charset=utf-8"),)
    assert found[0].origin is not None
    assert found[0].origin.startswith("theirs.warc") and "<urn:uuid:" in found[0].origin  # noqa: PT018


def chunks(payload: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (payload[:9], payload[9:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ("Content-Type: text/html|Transfer-Encoding: chunked", chunks(PAGE)),
        ("Content-Type: text/html|Transfer-Encoding: chunked", PAGE),
        ("Content-Type: text/html|Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Type: text/html|Content-Encoding: gzip|Transfer-Encoding: chunked", chunks(gzip.compress(PAGE))),
        ("Server: old", PAGE),
        ("content-type: application/xhtml+xml", PAGE),
    ],
)
def test_a_page_is_readable_however_it_was_sent_and_archived_again(
    tmp_path: Path, headers: str, payload: bytes
) -> None:
    (found,), outcomes = read(tmp_path, warc(("200 OK", headers, payload)))
    assert (found.body, outcomes) == (PAGE, [])
    archive = Archive(tmp_path / "ours")
    capture = archive.write(found)
    assert archive.body(capture) == PAGE
    assert tuple(archive.recover()) == (capture,)
    assert list(archive.verify([capture])) == []


def test_a_saved_resource_is_a_page(tmp_path: Path) -> None:
    told = {"WARC_Target_URI": url(1), "WARC_Date": "2023-01-01T00:00:00Z"}
    data = b"".join(
        record("resource", PAGE, packed=True, **told, Content_Type=kind) for kind in ("text/html", "text/css")
    )
    (found,), _ = read(tmp_path, data)
    assert (found.body, found.response_headers) == (PAGE, (("Content-Type", "text/html"),))


def test_our_own_files_come_in_as_any_other(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "theirs")
    seen = Exchange(url(1), AT, 200, "OK", (("Host", "x"),), (("Content-Type", "text/html"),), PAGE)
    capture = archive.write(seen)
    (found,) = foreign.captures(tmp_path / "theirs" / capture.warc, AT)
    assert isinstance(found, Exchange)
    assert (found.url, found.fetched_at, found.body) == (seen.url, seen.fetched_at, PAGE)


# -- WACZ -------------------------------------------------------------------------------------------------------------


def wacz(*members: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for name, data in members:
            opened.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_all_warc_files_of_a_wacz_file_are_read(tmp_path: Path, method: int) -> None:
    members = (
        ("archive/a.warc.gz", warc(HTML)),
        ("archive/b.warc", warc(HTML, packed=False)),
        ("pages/pages.jsonl", b"{}"),
    )
    found, outcomes = read(tmp_path, wacz(*members, method=method), "theirs.wacz")
    assert [one.origin.partition(",")[0] for one in found if one.origin] == [
        "theirs.wacz!archive/a.warc.gz",
        "theirs.wacz!archive/b.warc",
    ]
    assert outcomes == []


def test_a_damaged_member_of_a_wacz_file_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(wacz(("archive/a.warc.gz", warc(HTML)), ("archive/b.warc.gz", warc(HTML))))
    data[len(data) // 4] ^= 0xFF
    found, outcomes = read(tmp_path, bytes(data), "theirs.wacz")
    assert [one.origin.partition(",")[0] for one in found if one.origin][-1] == "theirs.wacz!archive/b.warc.gz"
    assert outcomes


@pytest.mark.parametrize("data", [b"", b"no zip file", b"PK\5\6" + bytes(10)])
def test_what_is_no_wacz_file_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BadInput, match="no WACZ file"):
        read(tmp_path, data, "theirs.wacz")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        list(foreign.captures(tmp_path / "none.warc.gz", AT))


# -- damage -----------------------------------------------------------------------------------------------------------


def starts(data: bytes) -> Iterator[int]:
    at = data.find(compression.GZIP)
    while at >= 0:
        yield at
        at = data.find(compression.GZIP, at + 1)


def test_a_damaged_record_costs_one_page(tmp_path: Path) -> None:
    data = bytearray(warc(*[HTML] * 5))
    third = list(starts(bytes(data)))[6]
    data[third + 60 : third + 64] = b"????"
    found, outcomes = read(tmp_path, bytes(data))
    assert [one.url for one in found] == [url(0), url(1), url(3), url(4)]
    (outcome,) = outcomes
    assert (outcome.url, outcome.state, outcome.at) == ("theirs.warc.gz", "failed", AT)
    assert f"byte {third:,}" in outcome.message


def test_a_plain_file_goes_on_at_the_next_record(tmp_path: Path) -> None:
    data = warc(*[HTML] * 3, packed=False)
    second = data.index(url(1).encode())
    begins = data.rindex(b"WARC/1.0", 0, second)
    found, outcomes = read(tmp_path, data[:begins] + b"XXXX" + data[begins + 4 :], "theirs.warc")
    assert [one.url for one in found] == [url(0), url(1), url(2)]  # it was the request that was hit
    assert [one.message.partition(":")[0] for one in outcomes] == [f"byte {begins:,}"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_cut_anywhere_gives_what_is_whole(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001
    data = warc(HTML, HTML, packed=packed)
    name = "theirs.warc.gz" if packed else "theirs.warc"
    counts = [len(read(tmp_path, data[:size], name)[0]) for size in (*range(0, len(data), 41), len(data))]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}


def test_bytes_that_do_not_fit_their_digest_are_told(tmp_path: Path) -> None:
    data = warc(HTML, packed=False).replace(b"sank at dawn", b"sank at noon")
    found, (outcome,) = read(tmp_path, data, "theirs.warc")
    assert found == []
    assert "digest" in outcome.message
    assert outcome.url == url(0)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"http://herald.example/0", b"ftp:///herald.example/0", "no web address"),
        (b"2023-01-01T00:00:00Z", b"2023-99-01T00:00:00Z", "no moment"),
    ],
)
def test_a_page_without_address_or_moment_is_told(tmp_path: Path, old: bytes, new: bytes, says: str) -> None:
    found, outcomes = read(tmp_path, warc(HTML, packed=False).replace(old, new), "theirs.warc")
    assert found == []
    assert says in outcomes[0].message


def test_bombs_are_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LARGEST", "PASSED_OVER"):
        monkeypatch.setattr(stream, name, 2_000_000)
    monkeypatch.setattr(pages, "LARGEST", 2_000_000)
    large = warc(("200 OK", "Content-Type: text/html", bytes(30_000_000)))
    inner = warc(("200 OK", "Content-Type: text/html|Content-Encoding: gzip", gzip.compress(bytes(30_000_000))))
    for bomb in (large, inner):
        found, outcomes = read(tmp_path, bomb + warc(HTML))
        assert [one.body for one in found] == [PAGE]
        assert "more than is" in outcomes[0].message
    endless = gzip.compress(b"WARC/1.0\r\n" + b"X: y\r\n" * 3_000_000)
    found, outcomes = read(tmp_path, endless + warc(HTML))
    assert [one.body for one in found] == [PAGE]
    assert outcomes


@settings(max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255), packed=st.booleans())
def test_any_damage_gives_an_answer(
    tmp_path_factory: pytest.TempPathFactory,
    place: float,
    mask: int,
    packed: bool,  # noqa: FBT001
) -> None:
    data = bytearray(warc(HTML, PICTURE, HTML, packed=packed))
    data[int(place * len(data))] ^= mask
    found, _ = read(tmp_path_factory.getbasetemp(), bytes(data), "any.warc.gz" if packed else "any.warc")
    assert len(found) <= 2


@given(data=st.binary(max_size=300))
def test_any_bytes_give_an_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for head in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08"):
        found, _ = read(tmp_path_factory.getbasetemp(), head + data)
        assert found == []


def test_an_answer_behind_another_that_only_says_to_go_on(tmp_path: Path) -> None:
    block = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    data = record("response", block, packed=True, WARC_Target_URI=url(1), WARC_Date="2023-01-01T00:00:00Z")
    ((found,), outcomes) = read(tmp_path, data)
    assert (found.status, found.body, outcomes) == (200, PAGE, [])


def test_a_field_may_begin_on_the_next_line(tmp_path: Path) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    data = record("response", block, packed=True, WARC_Target_URI=f"\r\n {url(1)}", WARC_Date="2023-01-01T00:00:00Z")
    ((found,), outcomes) = read(tmp_path, data)
    assert (found.url, outcomes) == (url(1), [])
