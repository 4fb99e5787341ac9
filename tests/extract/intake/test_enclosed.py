"""MHTML and mails are read by their page or text, and a saved page is filed under the address it carries."""

from base64 import b64encode
from datetime import UTC, date, datetime
from pathlib import Path
from quopri import encodestring

import pytest

from reportedly.errors import BadInput, NotText
from reportedly.extract.intake import documents, enclosed, files
from reportedly.extract.intake.documents import Origin
from reportedly.extract.intake.own_address import own_address
from reportedly.records import Article, Outcome

NOW = datetime(2026, 3, 20, tzinfo=UTC)
TOLD = (
    "Ferries between Tarnow and Mirel resumed service on Monday after a week of storms, the harbour office said.",
    "The first boat left at dawn with 240 passengers on board, according to Lena Oster, who speaks for the café.",
)
PAGE = (
    f"<!doctype html><html><head><title>Ferries resume</title></head><body><p>{'</p><p>'.join(TOLD)}</p></body></html>"
)
URL = "https://www.herald.example/ferries"
MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.herald.example/ferries\r\n"
    b"Subject: =?utf-8?Q?Ferries?=\r\nDate: Mon, 16 Mar 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
    b"----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://ads.example/frame\r\n\r\n"
    b"<p>Buy a boat</p>\r\n----b\r\nContent-Type: text/html; charset=windows-1252\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.herald.example/ferries\r\n\r\n"
    + encodestring(PAGE.encode("windows-1252"))
    + b"\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b--\r\n"
)
MAIL = (
    b"Received: from a by b\r\nFrom: press@harbour.example\r\nSubject: Ferries\r\n resume\r\n"
    b"Date: Mon, 16 Mar 2026 23:30:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n" + b64encode("\n".join(TOLD).encode()) + b"\r\n"
)


def read(data: bytes, name: str) -> Article:
    origin = Origin(name=name, url=name, outlet="unknown", published=None)
    (made,) = documents.articles(data, origin, now=NOW, limit=100_000)
    assert isinstance(made, Article)
    return made


def filed(path: Path) -> list[files.Taken]:
    return list(files.articles(path, files.Intake(path.name, 100_000, NOW)))


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page", "page.txt"])
def test_mhtml_is_the_page_that_was_saved(name: str) -> None:
    made = read(MHTML, name)
    assert (made.url, made.outlet, made.headline) == (URL, "herald.example", "Ferries resume")
    assert made.text.endswith("\n".join(TOLD))
    assert made.published is None, "the head dates the saving"


@pytest.mark.parametrize("name", ["note.eml", "note"])
def test_a_mail_is_its_text_with_subject_and_day(name: str) -> None:
    made = read(MAIL, name)
    assert (made.url, made.headline, made.text) == (name, "Ferries resume", "\n".join(TOLD))
    assert made.published
    assert made.published.start == date(2026, 3, 16)


def test_both_are_filed_too(tmp_path: Path) -> None:
    for name, data in (("a.mhtml", MHTML), ("b.eml", MAIL)):
        (tmp_path / name).write_bytes(data)
    page, mail = filed(tmp_path)
    assert isinstance(page, Article)
    assert isinstance(mail, Article)
    assert (page.url, page.outlet) == (URL, "herald.example")
    assert mail.text == "\n".join(TOLD)


def test_a_text_that_begins_like_a_mail_is_a_text() -> None:
    words = "Note: the ferries resume.\n\nThe harbour office said so on Monday."
    assert read(words.encode(), "note.txt").text == words


def test_a_mail_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match="without a page or text"):
        enclosed.taken_out(b"Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc", "x.eml")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"{\\rtf1\\ansi Ferries resume.}", "RTF"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "Word"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "EPUB"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_other_documents_are_named_with_what_to_do(tmp_path: Path, start: bytes, kind: str) -> None:
    with pytest.raises(NotText, match=f"{kind}.*save it as plain text"):
        read(start, "file")
    (tmp_path / "file").write_bytes(start)
    (refused,) = filed(tmp_path / "file")
    assert isinstance(refused, Outcome)
    assert kind in refused.message
    assert "save it as plain text" in refused.message


@pytest.mark.parametrize(
    "carried",
    [
        "<!-- saved from url=(0034)https://www.herald.example/ferries -->",
        "<!--\n Page saved with SingleFile \n url: https://www.herald.example/ferries \n saved date: today\n-->",
        "<!-- Mirrored from www.herald.example/ferries by HTTrack Website Copier/3.x, Mon, 16 Mar 2026 -->",
        "<meta name='savepage-url' content='https://www.herald.example/ferries'>",
        "<link rel='canonical' href='https://www.herald.example/ferries'>",
        "<!-- saved from url=(0034)https://www.herald.example/ferries --><link rel=canonical href=https://x.example/>",
        "<!-- no address --><meta property='og:url' content='https://www.herald.example/ferries'>",
    ],
)
def test_a_saved_page_is_filed_under_the_address_it_carries(tmp_path: Path, carried: str) -> None:
    data = PAGE.replace("<head>", f"<head>{carried}").encode()
    assert (own_address(data) or "").partition("://")[2] == "www.herald.example/ferries"
    made = read(data, "page.html")
    assert made.url.endswith("://www.herald.example/ferries")
    assert made.outlet == "herald.example"
    (tmp_path / "page.html").write_bytes(data)
    (again,) = filed(tmp_path / "page.html")
    assert isinstance(again, Article)
    assert (again.url, again.outlet) == (made.url, made.outlet)


def test_an_address_given_stands_before_the_one_carried() -> None:
    data = PAGE.replace("<head>", "<head><link rel='canonical' href='https://other.example/x'>").encode()
    origin = Origin(name="page.html", url=URL, outlet="Herald", published=None)
    (made,) = documents.articles(data, origin, now=NOW, limit=100_000)
    assert isinstance(made, Article)
    assert (made.url, made.outlet) == (URL, "Herald")
