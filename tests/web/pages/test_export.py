"""Every list in every format over HTTP, opened by readers of other makers."""

import csv
import io
import json
from typing import Any

import feedparser
import httpx
import icalendar
import openpyxl
import pyarrow.parquet as pq
import pytest
from lxml import etree
from pyld import jsonld

from reportedly.export.lists import LISTS
from reportedly.export.taking import forms
from tests.newsroom import COPY, EVERYTHING, FOLLOWUPS, ORIGINAL, PAYAM, REPLY

ALL = [(name, form) for name in LISTS for form in forms(name)]


def table(client: httpx.Client, path: str, **asked: str) -> list[dict[str, str]]:
    answer = client.get(f"/export/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return [*csv.DictReader(io.StringIO(answer.content.decode(), newline=""))]


@pytest.mark.parametrize(("name", "form"), ALL)
def test_each_list_in_each_format(client: httpx.Client, name: str, form: str) -> None:
    answer = client.get(f"/export/{name}.{form}")
    assert answer.status_code == 200
    assert answer.headers["reportedly-edition"] == "2"
    OPENED_BY[form](answer.content)
    head = client.head(f"/export/{name}.{form}")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == answer.headers["content-type"]


def _jsonl(data: bytes) -> None:
    assert all(isinstance(json.loads(line), dict) for line in data.splitlines())


def _feed(data: bytes) -> None:
    read = feedparser.parse(data)
    assert not read.bozo
    assert len(read.entries) == len(EVERYTHING)


def _json_feed(data: bytes) -> None:
    read = json.loads(data)
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert len({item["id"] for item in read["items"]}) == len(EVERYTHING)


OPENED_BY: dict[str, Any] = {
    "csv": lambda data: [*csv.reader(io.StringIO(data.decode()))],
    "xlsx": lambda data: openpyxl.load_workbook(io.BytesIO(data)),
    "parquet": lambda data: pq.read_table(io.BytesIO(data)),
    "jsonl": _jsonl,
    "rss": _feed,
    "atom": _feed,
    "json": _json_feed,
    "jsonld": lambda data: jsonld.expand(json.loads(data), {"documentLoader": None}),
    "ics": icalendar.Calendar.from_ical,
    "opml": etree.fromstring,
}


def test_all_rows_are_there(client: httpx.Client) -> None:
    assert {row["article"] for row in table(client, "articles.csv")} == {one.id for one in EVERYTHING}
    statements = sum(len(one.reading.statements) for one in EVERYTHING if one.reading)
    assert len(table(client, "statements.csv")) == statements
    assert {row["expectation"] for row in table(client, "expectations.csv")} == {one.id for one in FOLLOWUPS}
    assert len(table(client, "stories.csv")) == 4
    assert {row["name"] for row in table(client, "entities.csv")} >= {"Teral Bridge", "Mara Dovic"}
    assert len(table(client, "outlets.csv")) == 4
    assert [row["kind"] for row in table(client, "page-events.csv", outlet="varen")] == ["seen"]


def test_a_statement_says_where_its_words_stand(client: httpx.Client) -> None:
    row = next(row for row in table(client, "statements.csv") if row["polarity"] == "denied")
    words = REPLY.article.text[int(row["start"]) : int(row["end"])]
    assert row["content"] in words
    assert row["source"] == "Defence Minister Anka Reut"


def test_what_hangs_on_articles_is_narrowed_down_as_a_search_is(client: httpx.Client) -> None:
    assert {row["article"] for row in table(client, "articles.csv", outlet="payam")} == {EVERYTHING[4].id}
    found = client.get("/search", params={"q": "hospital"}).text
    rows = table(client, "articles.csv", q="hospital")
    assert rows
    assert all(row["article"] in found for row in rows)
    assert {row["article"] for row in table(client, "statements.csv", q="hospital", source="anonymous")} == {
        ORIGINAL.id
    }
    assert table(client, "articles.csv", q="nothingsuch") == []


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("stories.csv?outlet=varen", 400, "narrowed down by outlet"),
        ("plover.csv?q=talks", 400, "narrowed down by q"),
        ("articles.csv?certainty=sure", 400, "no certainty"),
        ("plover.csv?after=soon", 400, "number of an edition"),
        ("articles.doc", 404, "no list"),
        ("people.csv", 404, "no list"),
        ("stories.ics", 404, "no list"),
    ],
)
def test_what_cannot_be_taken_is_refused_before_it_begins(
    client: httpx.Client, path: str, status: int, words: str
) -> None:
    answer = client.get(f"/export/{path}")
    assert answer.status_code == status
    assert words in answer.text


def test_a_table_since_an_edition_holds_what_came_since(client: httpx.Client) -> None:
    every = table(client, "plover.csv")
    assert {row["Event Type"] for row in every} == {"ASSAULT", "CONSULT"}
    assert [row["plover_type"] for row in table(client, "acled.csv")] == ["ASSAULT"]
    assert table(client, "plover.csv", after="1") == table(client, "deletions.csv") == []


def test_a_feed_names_a_page_by_its_address_and_leads_to_the_desk(client: httpx.Client) -> None:
    answer = client.get("/export/articles.rss", params={"q": "bridge", "key": "secret"})
    read = feedparser.parse(answer.content)
    assert read.feed.title == "River Desk: bridge"
    assert b"secret" not in answer.content
    assert read.feed.link.endswith("/search?q=bridge")
    assert all(entry.id.startswith("urn:reportedly:page:p") for entry in read.entries)
    first = next(entry for entry in read.entries if COPY.id in entry.link)
    assert first.author == "River Herald"
    assert "copy" in first.summary
    same = feedparser.parse(client.get("/export/articles.atom", params={"q": "bridge"}).content)
    assert [(one.id, one.title, one.updated) for one in same.entries] == [
        (one.id, one.title, one.updated) for one in read.entries
    ]


@pytest.mark.parametrize("file", ["articles.rss", "articles.atom", "articles.json", "expectations.ics"])
def test_whoever_has_it_is_not_sent_it_again(client: httpx.Client, file: str) -> None:
    tag = client.get(f"/export/{file}").headers["etag"]
    again = client.get(f"/export/{file}", headers={"if-none-match": f'W/{tag}, "other"'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"/export/{file}", headers={"if-none-match": '"other"'}).status_code == 200


def test_the_outlets_are_read_back_as_they_were(client: httpx.Client) -> None:
    data = client.get("/export/outlets.opml").content
    assert {outline.get("text") for outline in etree.fromstring(data).iter("outline")} >= {PAYAM.name}


def test_the_page_links_every_file(client: httpx.Client) -> None:
    page = client.get("/export").text
    assert all(f'href="/export/{name}.{form}"' in page for name, form in ALL)


def test_the_form_leads_to_the_file_and_says_where_there_is_none(client: httpx.Client) -> None:
    asked = {"list": "articles", "form": "atom", "q": "bridge", "since": "", "until": "2024-06-06"}
    answer = client.get("/export", params=asked)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/export/articles.atom?q=bridge&until=2024-06-06"
    refused = client.get("/export", params={"list": "stories", "form": "ics"})
    assert "There is no list of stories as calendar." in refused.text
    assert "<script>" not in client.get("/export", params={"list": "<script>", "form": "<script>"}).text


def test_a_search_leads_to_its_feeds_and_files(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "teral bridge", "outlet": "varen"}).text
    assert 'href="/export/articles.atom?q=teral+bridge&amp;outlet=varen"' in page
    assert 'rel="alternate" type="application/rss+xml"' in page
