"""What is written beside the page: redirects on the way, and where an imported page comes from."""

from pathlib import Path
from typing import TYPE_CHECKING

from warcio import ArchiveIterator

from reportedly.archive import Archive

if TYPE_CHECKING:
    from reportedly.records import Exchange
    from tests.archive.conftest import Make


def hop(exchange: "Make", n: int, to: str) -> "Exchange":
    return exchange(n, b"", status=302, reason="Found", response_headers=(("Location", to),))


def test_each_redirect_is_a_record_of_its_own(tmp_path: Path, exchange: "Make") -> None:
    hops = (hop(exchange, 7, "/b"), hop(exchange, 8, "/story/0"))
    archive = Archive(tmp_path)
    capture = archive.write(exchange(hops=hops, landed="http://herald.example/end"))
    with (tmp_path / capture.warc).open("rb") as stream:
        found = list(ArchiveIterator(stream, check_digests="raise"))
        addresses = [one.rec_headers.get_header("WARC-Target-URI") for one in found]
    landed, first, second = (
        "http://herald.example/end",
        "http://herald.example/story/7",
        "http://herald.example/story/8",
    )
    assert [one.rec_type for one in found] == ["warcinfo", *["response", "request"] * 3]
    assert addresses[1:] == [landed, landed, first, first, second, second]
    together = {one.rec_headers.get_header("WARC-Concurrent-To") for one in found[2:]}
    assert together == {found[1].rec_headers.get_header("WARC-Record-ID")}
    assert found[3].http_headers.get_header("Location") == "/b"


def test_a_redirect_is_no_capture_by_itself(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    capture = archive.write(exchange(hops=(hop(exchange, 7, "/b"),)))
    after = archive.write(exchange(1))
    assert tuple(archive.recover()) == (capture, after)
    assert list(archive.verify([capture, after])) == []


def test_where_an_imported_page_comes_from_is_kept_and_no_request_is_invented(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    capture = archive.write(exchange(request_headers=(), origin="old.warc.gz, record <urn:uuid:1>"))
    with (tmp_path / capture.warc).open("rb") as stream:
        found = [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(stream, check_digests="raise")]
    assert [kind for kind, _ in found] == ["warcinfo", "response", "metadata"]
    assert found[2][1] == b"importedFrom: old.warc.gz, record <urn:uuid:1>\r\n"
