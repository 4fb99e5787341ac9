"""The desk as JSON."""

import httpx
import msgspec
import pytest

from reportedly.ledger import StoryLine
from reportedly.records import Reading, Story
from tests.newsroom import ORIGINAL, STORY


def test_stories_come_as_records(client: httpx.Client) -> None:
    lines = msgspec.json.decode(client.get("/api/stories").content, type=list[StoryLine])
    assert STORY.id in {line.id for line in lines}
    found = msgspec.json.decode(client.get(f"/api/stories/{STORY.id}").content, type=Story)
    assert found.independent_sources == len(set(found.voices.values())) == 2
    assert [fold.reason for fold in found.folds] == ["copy"]


def test_a_reading_comes_in_the_public_format(client: httpx.Client) -> None:
    reading = msgspec.json.decode(client.get(f"/api/articles/{ORIGINAL.id}/reading").content, type=Reading)
    assert reading.article.text == ORIGINAL.article.text
    assert len(reading.statements) == 5


def test_followups_stand_as_of_a_day(client: httpx.Client) -> None:
    before = client.get("/api/followups", params={"as_of": "2024-05-22"}).json()
    assert {row["state"] for row in before} == {"open", "due"}
    assert "silent" in {row["state"] for row in client.get("/api/followups").json()}


def test_search_gives_hits(client: httpx.Client) -> None:
    found = client.get("/api/search", params={"q": "hospital"}).json()
    assert found["hits"][0]["outlet"] in {"varen", "herald", "courier"}
    assert (found["before"], found["notes"]) == (None, [])


def test_search_is_narrowed_down_and_gone_on_with_by_the_address(client: httpx.Client) -> None:
    every = client.get("/api/search", params={"source": "named", "since": "2024-05-01"}).json()["hits"]
    assert len(every) > 1
    asked, met = {"source": "named", "since": "2024-05-01", "limit": "1"}, []
    while True:
        page = client.get("/api/search", params=asked).json()
        met += page["hits"]
        if not page["before"]:
            break
        asked["before"] = page["before"]
    assert met == every
    best = client.get("/api/search", params={"q": "hospital", "order": "best", "outlet": "herald"}).json()
    assert {hit["outlet"] for hit in best["hits"]} <= {"herald"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/stories/none", 404),
        ("/api/articles/none/reading", 404),
        ("/api/nothing", 404),
        ("/api/stories?limit=100000", 400),
        ("/api/stories?limit=many", 400),
        ("/api/search?order=worst", 400),
        ("/api/search?certainty=sure", 400),
        ("/api/search?before=yesterday", 400),
        ("/api/search?offset=20000", 400),
        ("/api/followups?as_of=soon", 400),
    ],
)
def test_failures_are_json_too(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert answer.json()["error"]
