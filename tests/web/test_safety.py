"""Who may ask, what pages may do, and how failures end."""

import base64
import hashlib
import re

import httpx
import pytest

from reportedly.clock import standing_at
from reportedly.errors import BadDate, DamagedArchive, ForbiddenAddress, NoDesk, NotText, ReportedlyError, TooLarge
from reportedly.ledger import Ledger
from reportedly.records import Capture
from reportedly.web.app import create_app
from reportedly.web.failures import status_of
from reportedly.web.pages.capture import charset
from reportedly.web.safety import host_of
from tests.newsroom import CAPTURE, ORIGINAL, TODAY
from tests.web.conftest import serving


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/desk.css", "/api/stories", f"/articles/{ORIGINAL.id}"])
def test_every_answer_is_guarded(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_one_inline_style_is_allowed_by_its_digest(client: httpx.Client) -> None:
    answer = client.get(f"/articles/{ORIGINAL.id}")
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_other_names_are_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8700", "127.0.0.1", "[::1]:8700", "LOCALHOST"])
def test_its_own_names_are_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("header", "host"), [("a.example:1", "a.example"), ("[::1]:80", "::1"), ("::1", "::1"), ("a.example", "a.example")]
)
def test_the_host_of_a_header(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadDate("x"), 400),
        (NotText("x"), 400),
        (TooLarge("x"), 413),
        (NoDesk("x"), 400),
        (ForbiddenAddress("x"), 502),
        (DamagedArchive("x"), 500),
        (ReportedlyError("x"), 500),
        (ValueError("x"), 500),
    ],
)
def test_each_error_has_its_status(error: Exception, status: int) -> None:
    assert status_of(error) == status


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "The desk has nothing at this address."),
        ("/stories/none", 404, "There is no such story."),
        ("/articles/none", 404, "There is no such article revision"),
        ("/captures/none", 404, "There is no such capture"),
        ("/outlets/none", 404, "The desk knows no such outlet."),
        ("/stories?since=yesterday", 400, "is not a date"),
        ("/stories?since=2024-06-09&amp;until=x&until=2024-06-01", 400, "earlier day first"),
        ("/stories?page=0", 400, "pages count from 1"),
        ("/expectations?show=all", 400, "no shelf of expectations"),
        ("/brief?start=2024-06-07&end=2024-06-01", 400, "earlier day first"),
        ("/articles/none?every=perhaps", 400, ""),
    ],
)
def test_failures_end_in_a_page_of_the_desk(client: httpx.Client, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert words in answer.text.replace("&#39;", "'")
    assert "River Desk" in answer.text


def test_what_nobody_expected_ends_in_a_guarded_page_too(ledger: Ledger) -> None:
    def broken(_: Capture) -> bytes:
        raise RuntimeError("secret path")

    app = create_app(ledger, name="River Desk", now=standing_at(TODAY), sample=False, body_of=broken)
    with serving(app) as address:
        answer = httpx.get(f"{address}/captures/{CAPTURE.id}", trust_env=False)
    assert answer.status_code == 500
    assert "Something went wrong on the desk" in answer.text
    assert "secret" not in answer.text
    assert "invented places" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_nothing_can_be_posted(client: httpx.Client) -> None:
    answer = client.post("/")
    assert answer.status_code == 405
    assert "nothing can be sent to it" in answer.text


@pytest.mark.parametrize(
    ("content_type", "name"),
    [
        ("text/html; charset=windows-1256", "cp1256"),
        ('text/html; charset="UTF-8"', "utf-8"),
        ("text/html", "utf-8"),
        ("text/html; charset=x\r\nset-cookie: a", "utf-8"),
    ],
)
def test_an_archived_page_keeps_a_known_charset(content_type: str, name: str) -> None:
    assert charset(content_type) == name
