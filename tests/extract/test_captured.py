"""A capture into an article, whether it is a page or plain text."""

from datetime import UTC, datetime

import pytest

from reportedly.extract import captured
from reportedly.records import Article, Capture, Outcome, Outlet

TEXT = (
    "Ferry sinks off Tarnow\n\nA ferry with forty passengers sank off the quay of Tarnow before dawn, the harbour "
    "master said. All of them were taken aboard by fishing boats within the hour.\n\nThe company that runs the line "
    "said it would look into the cause and stop all crossings until Friday.\n"
)
PAGE = "<html><body><article><h1>{}</h1><p>{}</p><p>{}</p></article></body></html>".format(*TEXT.strip().split("\n\n"))
HERALD = Outlet("herald.example", "Herald", "http://herald.example/")


def taken(body: bytes, kind: str) -> Article | Outcome:
    at = datetime(2024, 6, 7, tzinfo=UTC)
    capture = Capture("c1", "http://herald.example/ferry", at, 200, kind, "0" * 64, len(body), "a.warc.gz", 0)
    return captured.extracted(body, capture, HERALD, None).article


def test_plain_text_is_kept_as_it_is() -> None:
    article = taken(TEXT.encode(), "text/plain; charset=utf-8")
    assert isinstance(article, Article)
    assert (article.text, article.capture, article.outlet) == (TEXT, "c1", "herald.example")
    assert article.headline == "Ferry sinks off Tarnow"


@pytest.mark.parametrize("kind", ["text/html", "text/plain", ""])
def test_a_page_is_read_as_one_whatever_it_is_said_to_be(kind: str) -> None:
    article = taken(PAGE.encode(), kind)
    assert isinstance(article, Article)
    assert "<p>" not in article.text
    assert "forty passengers" in article.text


@pytest.mark.parametrize("body", [b"", b"User-agent: *\nDisallow:", bytes(range(256)) * 9, b"%PDF-1.7 " + b"x" * 200])
def test_a_text_that_holds_no_article_is_told(body: bytes) -> None:
    assert isinstance(taken(body, "text/plain"), Outcome)
