"""Searches are saved, read, changed and taken away on pages that work without any script."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.web.app import create_app
from tests import newsroom
from tests.newsroom import PERSIAN, REPLY
from tests.web.conftest import serving

MATCH = re.compile(r'id="m\d+"')
TOKEN = re.compile(r'name="token" value="([^"]+)"')


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with four of the newsroom's articles."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        opened.outlets.put([newsroom.VAREN])
        for one in (newsroom.ORIGINAL, newsroom.COPY, newsroom.EARLIER):
            opened.articles.file(replace(one.article, capture=None))
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> Iterator[httpx.Client]:
    app = create_app(
        ledger, name="River Desk", now=standing_at(newsroom.TODAY), sample=True, body_of=lambda _: newsroom.PAGE
    )
    with serving(app) as at, httpx.Client(base_url=at, trust_env=False, follow_redirects=True) as opened:
        yield opened


def send(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    found = TOKEN.search(client.get("/searches").text + client.get("/search?q=bridge").text)
    assert found
    return client.post(path, data={"token": found[1], **fields})


def saved(client: httpx.Client, **fields: str) -> str:
    answer = send(client, "/searches", **fields)
    assert answer.status_code == 200, answer.text
    return answer.url.path


def test_a_search_is_saved_from_its_page_and_filled_with_what_is_there(client: httpx.Client) -> None:
    assert "Save this search" in client.get("/search?q=bridge").text
    path = saved(client, name="The bridge", q="bridge", outlet="varen")
    page = client.get(path).text
    assert "told by <bdi>" not in page
    assert "told by Varen News Agency" in page
    assert len(MATCH.findall(page)) == 2
    assert '<span class="tag">unread</span>' not in page
    assert "The bridge" in client.get("/searches").text


def test_what_is_filed_is_unread_until_it_is_opened(client: httpx.Client, ledger: Ledger) -> None:
    path = saved(client, name="Bridge", q="bridge")
    ledger.articles.file(REPLY.article)
    assert "<strong>1</strong>" in client.get("/searches").text
    assert len(MATCH.findall(client.get(f"{path}?show=unread").text)) == 1
    opened = send(client, f"{path}/next")
    assert opened.url.path == f"/articles/{REPLY.id}"
    assert "all read" in client.get("/searches").text
    assert send(client, f"{path}/next").url.path == path


def test_all_is_marked_as_read_and_that_is_undone(client: httpx.Client, ledger: Ledger) -> None:
    path = saved(client, name="Bridge", q="bridge")
    ledger.articles.file(REPLY.article)
    last = re.search(r'name="last" value="(\d+)"', client.get(path).text)
    assert last
    done = send(client, f"{path}/read", last=last[1])
    assert "All is read." in done.text
    assert '<span class="tag">unread</span>' not in done.text
    assert '<span class="tag">unread</span>' in send(client, f"{path}/read", undo="1").text


def test_one_is_marked_as_unread_again(client: httpx.Client) -> None:
    path = saved(client, name="Bridge", q="bridge")
    number = re.search(r'id="m(\d+)"', client.get(path).text)
    assert number
    assert '<span class="tag">unread</span>' in send(client, f"{path}/matches/{number[1]}", **{"as": "unread"}).text
    assert '<span class="tag">unread</span>' not in send(client, f"{path}/matches/{number[1]}", **{"as": "read"}).text


def test_a_search_is_changed_and_taken_away_and_brought_back(client: httpx.Client, ledger: Ledger) -> None:
    path = saved(client, name="Bridge", q="bridge")
    assert "<bdi>Crossing</bdi>" in send(client, path, name="Crossing").text
    changed = send(client, path, name="Persian", asked="1", q="پل", language="fa")
    assert "No article has matched yet" in changed.text
    assert "in Persian" in changed.text
    gone = send(client, f"{path}/remove")
    assert "was taken away" in gone.text
    ledger.articles.file(newsroom.FOREIGN.article)
    back = send(client, f"{path}/restore")
    assert len(MATCH.findall(back.text)) == 1
    assert PERSIAN.split("\n", 1)[0] in back.text


def test_what_asks_for_nothing_is_refused_in_words(client: httpx.Client) -> None:
    answer = send(client, "/searches", name="All")
    assert answer.status_code == 400
    assert "asks for nothing" in answer.text
    assert client.get("/searches/q0").status_code == 404
    assert send(client, "/searches/q0/read", last="1").status_code == 404


def test_nothing_of_what_was_typed_runs(client: httpx.Client) -> None:
    path = saved(client, name="<script>alert(1)</script>", q='"><img src=x onerror=alert(1)> bridge')
    for page in (client.get(path).text, client.get("/searches").text):
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_an_alert_is_made_tested_muted_taken_away_and_brought_back(client: httpx.Client, ledger: Ledger) -> None:
    path = saved(client, name="Bridge", q="bridge")
    assert "None of your searches tells anybody" in client.get("/alerts").text
    asked = {"search": path.rpartition("/")[2], "to": "ada@desk.example", "pace": "daily", "zone": "Asia/Karachi"}
    page = send(client, "/alerts", **asked, quiet_from="22:00", quiet_until="06:00").text
    assert "Mail to <bdi>ada@desk.example</bdi>, once a day at 08:00 (Asia/Karachi), not from 22:00 to 06:00" in page
    (alert,) = ledger.alerts.all("local")
    assert "Goes out with the next run" in send(client, f"/alerts/{alert.id}/test").text
    assert "muted until 2031-05-30" in send(client, f"/alerts/{alert.id}/mute", until="2031-05-30").text
    assert "muted until" not in send(client, f"/alerts/{alert.id}/mute").text
    assert "was taken away" in send(client, f"/alerts/{alert.id}/remove").text
    assert "Mail to <bdi>ada@desk.example" in send(client, f"/alerts/{alert.id}/remove", undo="1").text


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"to": "no address"}, "neither an address"),
        ({"to": "ada@desk.example\r\nBcc: all@desk.example"}, "neither an address"),
        ({"to": "http://"}, "neither an address"),
        ({"to": "http://[half"}, "neither an address"),
        ({"zone": "Nowhere"}, "no time zone"),
        ({"pace": "often"}, "no pace"),
        ({"hour": "25:00"}, "no time of the day"),
    ],
)
def test_an_alert_that_cannot_be_is_refused_in_words(client: httpx.Client, wrong: dict[str, str], why: str) -> None:
    search = saved(client, name="Bridge", q="bridge").rpartition("/")[2]
    answer = send(client, "/alerts", **{"search": search, "to": "ada@desk.example", **wrong})
    assert answer.status_code == 400
    assert why in answer.text
