import gzip
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from msgspec.structs import replace
from warcio import ArchiveIterator

from reportedly import bundle
from reportedly.archive import Archive
from reportedly.errors import DamagedArchive, UsageError
from reportedly.ledger import Ledger
from reportedly.records import article_id
from reportedly.settings import Desk
from tests import newsroom
from tests.bundle.conftest import AT, page


def lines(file: zipfile.ZipFile, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read(name).splitlines()]


def test_a_bundle_is_a_zip_file_that_any_program_opens(made: Path) -> None:
    with zipfile.ZipFile(made) as file:
        assert file.testzip() is None
        assert {one.compress_type for one in file.infolist()} == {zipfile.ZIP_STORED}
        assert set(file.namelist()) == {
            "datapackage.json",
            "datapackage-digest.json",
            "archive/data.warc.gz",
            "indexes/index.cdx.gz",
            "indexes/index.idx",
            "pages/pages.jsonl",
            "reportedly/about.json",
            "reportedly/captures.jsonl",
            "reportedly/readings.jsonl",
            "reportedly/statements.jsonl",
        }
        package = json.loads(file.read("datapackage.json"))
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    assert package["created"] == "2024-06-07T09:30:00Z"
    assert {one["path"] for one in package["resources"]} | {"datapackage.json", "datapackage-digest.json"} == set(
        file.namelist()
    )


def test_the_pages_are_in_it_as_they_were_archived(made: Path, newsdesk: Desk) -> None:
    with zipfile.ZipFile(made) as file, file.open("archive/data.warc.gz") as warc:
        records = [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(warc, check_digests="raise")]
    kinds = [kind for kind, _ in records]
    assert kinds == ["warcinfo", *["response", "request"] * 4]  # three pages, one of them behind a redirect
    bodies = {body for kind, body in records if kind == "response"}
    assert {page(one.article.text) for one in (newsroom.ORIGINAL, newsroom.REPLY, newsroom.COPY)} <= bodies
    archived = b"".join(file.read_bytes() for file in newsdesk.archive.glob("*.warc.gz"))
    with zipfile.ZipFile(made) as file:
        warc_bytes = file.read("archive/data.warc.gz")
    first = warc_bytes.index(b"\x1f\x8b", 1)
    assert warc_bytes[first : first + 800] in archived


def test_the_index_leads_to_each_answer(made: Path) -> None:
    with zipfile.ZipFile(made) as file:
        index = gzip.decompress(file.read("indexes/index.cdx.gz")).decode()
        block = json.loads(file.read("indexes/index.idx").decode().splitlines()[1].split(" ", 2)[2])
        assert (block["offset"], block["length"]) == (0, len(file.read("indexes/index.cdx.gz")))
        warc = file.read("archive/data.warc.gz")
        pages = lines(file, "pages/pages.jsonl")
    assert index.splitlines() == sorted(index.splitlines())
    urls = set()
    for line in index.splitlines():
        key, at, rest = line.split(" ", 2)
        told = json.loads(rest)
        record = gzip.decompress(warc[told["offset"] : told["offset"] + told["length"]])
        assert f"WARC-Target-URI: {told['url']}".encode() in record
        assert key.startswith(("example,", "example,")) and at.startswith("20240603")  # noqa: PT018
        urls.add(told["url"])
    assert {one["url"] for one in pages[1:]} <= urls
    assert pages[0]["format"] == "json-pages-1.0"


def test_statements_are_spelt_out(made: Path) -> None:
    with zipfile.ZipFile(made) as file:
        statements = lines(file, "reportedly/statements.jsonl")
        readings = {one["article"]["id"]: one for one in lines(file, "reportedly/readings.jsonl")}  # type: ignore[index]
    denial = next(one for one in statements if one["polarity"] == "denied")
    assert denial["source"] == ["Defence Minister Anka Reut"]
    assert denial["content"] == ["Sel troops had fired on Teral Bridge"]
    assert all(one["in_page"] for one in statements)
    text = readings[denial["article"]]["article"]["text"]  # type: ignore[index]
    start, end = denial["spans"][0]  # type: ignore[index]
    assert text[start:end] == "Defence Minister Anka Reut"


def test_the_same_choice_gives_the_same_bytes(made: Path, ledger: Ledger, maker: bundle.Maker, tmp_path: Path) -> None:
    chosen = bundle.story(ledger, newsroom.STORY.id)
    assert chosen is not None
    bundle.make(chosen, maker, tmp_path / "again.wacz")
    assert (tmp_path / "again.wacz").read_bytes() == made.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["again.wacz"]


def test_a_page_that_came_again_brings_the_page_it_shares(ledger: Ledger, maker: bundle.Maker, tmp_path: Path) -> None:
    chosen = bundle.article(ledger, "https://varen.example/closes?again")
    assert chosen is not None
    bundle.make(chosen, maker, tmp_path / "b.wacz")
    with zipfile.ZipFile(tmp_path / "b.wacz") as file, file.open("archive/data.warc.gz") as warc:
        kinds = [one.headers["WARC-Type"] for one in FastIterator(warc)]
    assert kinds == ["warcinfo", "response", "revisit", "request"]
    report = bundle.verify(tmp_path / "b.wacz")
    assert report.faults == ()
    assert report.checked.pages == 1


def test_an_article_is_found_by_its_id_and_by_its_address(ledger: Ledger) -> None:
    by_id = bundle.article(ledger, newsroom.REPLY.id)
    assert by_id == bundle.article(ledger, newsroom.REPLY.article.url)
    assert by_id is not None
    assert by_id.title == "Sel denies firing on bridge, counts four dead"
    assert bundle.article(ledger, "a0000000000000000") is None
    assert bundle.story(ledger, newsroom.REPLY.id) is None


def test_a_brief_comes_with_all_it_cites(ledger: Ledger, maker: bundle.Maker, tmp_path: Path) -> None:
    chosen = bundle.brief(ledger, date(2024, 6, 1), date(2024, 6, 6), today=newsroom.TODAY)
    assert {newsroom.ORIGINAL.id, newsroom.REPLY.id} <= {one.article.id for one in chosen.items}
    bundle.make(chosen, maker, tmp_path / "brief.wacz")
    with zipfile.ZipFile(tmp_path / "brief.wacz") as file:
        assert "Anka Reut" in file.read("reportedly/brief.md").decode()
    report = bundle.verify(tmp_path / "brief.wacz")
    assert report.faults == ()
    assert report.checked.without_page > 0
    with pytest.raises(UsageError, match="nothing was reported"):
        bundle.brief(ledger, date(2001, 1, 1), date(2001, 1, 2), today=newsroom.TODAY)


def test_words_that_are_not_in_the_page_are_said_to_be_elsewhere(
    ledger: Ledger, maker: bundle.Maker, tmp_path: Path
) -> None:
    chosen = bundle.article(ledger, newsroom.REPLY.id)
    assert chosen is not None
    (item,) = chosen.items
    text = f"{item.article.text}\nThe mayor said that the quay was safe."
    url, extractor = item.article.url, item.article.extractor
    article = replace(item.article, id=article_id(url, text, extractor), text=text)
    assert item.reading is not None
    head = replace(item.reading.article, id=article.id, text=text)
    invented = newsroom.claim(text, "the quay was safe", "said that", "The mayor")
    reading = replace(item.reading, article=head, statements=(*item.reading.statements, invented))
    bundle.make(replace(chosen, items=(replace(item, article=article, reading=reading),)), maker, tmp_path / "b.wacz")
    report = bundle.verify(tmp_path / "b.wacz")
    assert report.faults == ()
    assert (report.checked.statements, report.checked.elsewhere) == (4, 1)


def test_a_page_that_cannot_be_read_back_stops_it(ledger: Ledger, maker: bundle.Maker, tmp_path: Path) -> None:
    chosen = bundle.story(ledger, newsroom.STORY.id)
    assert chosen is not None
    empty = Archive(tmp_path / "nothing", read_only=True)
    broken = bundle.Maker(empty.records, empty.body, maker.key, "River Desk", AT)
    with pytest.raises(DamagedArchive):
        bundle.make(chosen, broken, tmp_path / "b.wacz")
    assert not (tmp_path / "b.wacz").exists()
    assert list(tmp_path.glob(".b*")) == []
