"""The desk as JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from reportedly.clock import standing_at
from reportedly.ledger import StoryLine, open_ledger
from reportedly.records import Decision, Judgement, Reading, Story
from reportedly.web.api.answers import Page
from reportedly.web.app import create_app
from reportedly.web.judging import Judging
from tests import newsroom
from tests.newsroom import BRIDGE, DOVIC, EVERYTHING, FOLLOWUPS, MEETING, ORIGINAL, STORY
from tests.web.conftest import serving


def every(client: httpx.Client, path: str, limit: int, **asked: str) -> list[Any]:
    """A list gone through to its end, page by page."""
    found: list[Any] = []
    more: dict[str, str] = {}
    while True:
        page = client.get(path, params={**asked, "limit": str(limit), **more}).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        if not page["next"]:
            return found
        more = {"cursor": page["next"]}


def test_stories_come_as_records(client: httpx.Client) -> None:
    lines = msgspec.json.decode(client.get("/api/stories").content, type=Page[StoryLine])
    assert STORY.id in {line.id for line in lines.items}
    found = msgspec.json.decode(client.get(f"/api/stories/{STORY.id}").content, type=Story)
    assert found.independent_sources == len(set(found.voices.values())) == 2
    assert [fold.reason for fold in found.folds] == ["copy"]


def test_a_reading_comes_in_the_public_format(client: httpx.Client) -> None:
    reading = msgspec.json.decode(client.get(f"/api/articles/{ORIGINAL.id}/reading").content, type=Reading)
    assert reading.article.text == ORIGINAL.article.text
    assert len(reading.statements) == 5


def test_an_article_has_its_text_and_says_since_when_it_is_here(client: httpx.Client) -> None:
    answer = client.get(f"/api/articles/{ORIGINAL.id}")
    assert answer.json()["text"] == ORIGINAL.article.text
    assert answer.headers["last-modified"] == "Mon, 03 Jun 2024 06:00:00 GMT"


def test_followups_stand_as_of_a_day(client: httpx.Client) -> None:
    before = client.get("/api/followups", params={"as_of": "2024-05-22"}).json()["items"]
    assert {row["state"] for row in before} == {"open", "due"}
    assert "silent" in {row["state"] for row in client.get("/api/followups").json()["items"]}
    one = client.get(f"/api/followups/{MEETING.id}", params={"as_of": "2024-06-30"}).json()
    assert (one["state"], one["followup"]["id"]) == ("silent", MEETING.id)


@pytest.mark.parametrize(
    ("path", "key", "ids"),
    [
        ("/api/stories", "id", [one.id for one in newsroom.STORIES]),
        ("/api/articles", "article", [one.id for one in EVERYTHING]),
        ("/api/search", "article", [one.id for one in EVERYTHING]),
        ("/api/entities", "entity", None),
        ("/api/statements", "statement", None),
        ("/api/events", "event", None),
    ],
)
def test_each_list_is_gone_through_page_by_page(
    client: httpx.Client, path: str, key: str, ids: list[str] | None
) -> None:
    whole = every(client, path, 200)
    assert whole
    for limit in (1, 2, 3):
        assert every(client, path, limit) == whole
    assert ids is None or {row[key] for row in whole} == set(ids)


def test_expectations_too(client: httpx.Client) -> None:
    met = [row["followup"]["id"] for row in every(client, "/api/followups", 2)]
    assert sorted(met) == sorted(one.id for one in FOLLOWUPS)


def test_search_says_what_was_found_where(client: httpx.Client) -> None:
    found = client.get("/api/search", params={"q": "hospital"}).json()
    assert found["items"][0]["outlet"] in {"varen", "herald", "courier"}
    assert (found["next"], found["notes"]) == (None, [])
    best = client.get("/api/search", params={"q": "hospital", "order": "best", "outlet": "herald"}).json()
    assert {hit["outlet"] for hit in best["items"]} <= {"herald"}


def test_an_entity_with_who_names_it(client: httpx.Client) -> None:
    assert client.get(f"/api/entities/{DOVIC}").json()["roles"] == ["governor of Teral"]
    naming = every(client, f"/api/entities/{BRIDGE}/articles", 1)
    assert ORIGINAL.id in {hit["article"] for hit in naming}
    named = client.get("/api/names", params={"about": "Teral Bridge"}).json()["items"]
    assert named[0]["about"] == BRIDGE


def test_what_two_sides_carry_and_how_the_desk_fares(client: httpx.Client) -> None:
    asked = {"a": "XV", "b": "XS", "since": "2024-05-01", "until": "2024-06-06"}
    assert {row["carried"] for row in client.get("/api/coverage", params=asked).json()["items"]} >= {"both"}
    assert client.get("/api/coverage/silent").json()["items"] == []
    assert {row["what"] for row in client.get("/api/health").json()["items"]} >= {"stage", "said"}
    assert len(client.get("/api/health/outlets").json()["items"]) == 4
    assert [row["id"] for row in client.get("/api/outlets").json()["items"]] != []
    assert client.get("/api/outlets/varen").json()["country"] == "XV"


def test_whoever_has_it_is_not_sent_it_again(client: httpx.Client) -> None:
    first = client.get("/api/stories")
    again = client.get("/api/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/api/stories")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/api/stories/none", 404, "no story none"),
        ("/api/articles/none", 404, "no article none"),
        ("/api/articles/none/reading", 404, "no reading"),
        ("/api/followups/none", 404, "no expectation"),
        ("/api/entities/none", 404, "no entity"),
        ("/api/outlets/none", 404, "no outlet"),
        ("/api/nothing", 404, "nothing at this address"),
        ("/api/stories?limit=100000", 400, ""),
        ("/api/stories?limit=many", 400, ""),
        ("/api/search?order=worst", 400, ""),
        ("/api/search?certainty=sure", 400, "no certainty"),
        ("/api/search?cursor=yesterday", 400, "`next`"),
        ("/api/search?cursor=WyJzZWFyY2giLCJ4Il0", 400, "before='x'"),
        ("/api/stories?cursor=WyJzZWFyY2giLCIxIl0", 400, "of this very list"),
        ("/api/stories?cursor=%E2%82%AC", 400, "of this very list"),
        ("/api/followups?as_of=soon", 400, "soon"),
        ("/api/coverage?a=XV", 400, ""),
        ("/api/coverage?a=XV&b=XV", 400, "both sides"),
    ],
)
def test_failures_are_problems(client: httpx.Client, path: str, status: int, detail: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["type"], problem["status"]) == ("about:blank", status)
    assert detail in problem["detail"]
    assert problem["title"]


def test_what_breaks_inside_is_not_told() -> None:
    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("the password is mellon")

    with open_ledger("sqlite://") as ledger:
        app = create_app(ledger, name="x", now=standing_at(newsroom.TODAY), sample=False, body_of=lambda _: b"")
        object.__setattr__(ledger, "stories", Broken())
        with serving(app) as address:
            answer = httpx.get(f"{address}/api/stories", trust_env=False)
    assert answer.status_code == 500
    assert "mellon" not in answer.text
    assert answer.headers["content-type"] == "application/problem+json"


# -- decisions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def deciding(tmp_path: Path) -> Iterator[httpx.Client]:
    """A desk that takes decisions, which are only filed."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:

        def decide(who: str, kind: Decision, about: str, known: int | None = None, **details: str | None) -> Judgement:
            assert known is None
            number = len(ledger.judgements.all())
            made = Judgement(f"j-{number}", who, standing_at(newsroom.TODAY)(), kind, about, **details)
            ledger.judgements.put(made)
            return made

        now = standing_at(newsroom.TODAY)
        judging = Judging(decide)
        app = create_app(
            ledger, name="x", now=now, sample=False, body_of=lambda _: b"", judging=judging, who="Oda Brell"
        )
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield client


def test_a_decision_is_sent_and_undone(deciding: httpx.Client) -> None:
    made = deciding.post("/api/decisions", json={"kind": "merge", "about": "s-1", "value": "s-2", "note": "one raid"})
    assert made.status_code == 201
    assert (made.json()["who"], made.json()["in_force"]) == ("Oda Brell", True)
    deciding.post("/api/decisions", json={"kind": "undo", "about": "s-1", "undoes": made.json()["decision"]})
    rows = every(deciding, "/api/decisions", 1)
    assert [(row["kind"], row["in_force"]) for row in rows] == [("merge", False), ("undo", True)]
    assert every(deciding, "/api/decisions", 5, about="s-9") == []


@pytest.mark.parametrize(
    ("sent", "kind", "status"),
    [
        (b'{"kind": "praise", "about": "s-1"}', "application/json", 400),
        (b'{"kind": "merge"}', "application/json", 400),
        (b'{"kind": "merge", "about": "s-1", "more": 1}', "application/json", 400),
        (b"not json", "application/json", 400),
        (b'{"kind": "merge", "about": "s-1"}', "text/plain", 415),
        (b'{"note": "' + b"a" * 50_000 + b'"}', "application/json", 413),
    ],
)
def test_what_is_no_decision_is_refused(deciding: httpx.Client, sent: bytes, kind: str, status: int) -> None:
    answer = deciding.post("/api/decisions", content=sent, headers={"content-type": kind})
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert every(deciding, "/api/decisions", 5) == []


def test_a_page_elsewhere_cannot_send_one(deciding: httpx.Client) -> None:
    sent = {"kind": "merge", "about": "s-1", "value": "s-2"}
    answer = deciding.post("/api/decisions", json=sent, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_desk_without_decisions_says_so(client: httpx.Client) -> None:
    assert client.post("/api/decisions", json={"kind": "merge", "about": "s-1"}).status_code == 405
