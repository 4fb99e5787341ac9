"""A ledger of step 0013 with rows in its tables comes out with the same content, and with all that is due put down."""

from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from reportedly.ledger import migrations, open_ledger
from reportedly.ledger.database import connect
from reportedly.records import content_id, page_id
from tests.postgres import of_sqlite

pytestmark = of_sqlite

AT = "2031-05-20 08:00:00.000000"
A, B = "https://x.example/a", "https://x.example/b"
ROWS: dict[str, list[dict[str, object]]] = {
    "outlets": [{"id": "x", "name": "X", "home": "https://x.example/", "feeds": "[]", "languages": "[]"}],
    "feed_states": [{"url": "https://x.example/f", "etag": "e", "polled_at": AT, "failures": 2}],
    "feed_items": [{"url": A, "outlet": "x", "title": "A"}, {"url": B, "outlet": "x", "seen_at": AT}],
    "page_marks": [{"url": A, "etag": "m"}],
    "aliases": [{"url": f"{A}?ref=1", "canonical": A}],
    "host_states": [{"host": "x.example", "failures": 1, "message": "no"}],
    "host_rules": [{"origin": "https://x.example", "asked_at": AT, "text": ""}],
    "captures": [
        {"id": f"c{n}", "url": A, "fetched_at": AT, "status": status, "content_type": "text/html", "sha256": "0"}
        | {"length": 9, "warc": "a.warc", "offset": n}
        for n, status in enumerate((200, 404, 203))
    ],
    "outcomes": [{"id": "o1", "url": A, "at": AT, "state": "fetched", "message": "so", "capture": "c0"}],
    "extractions": [{"capture": "c0", "article": "a1"}],
    "articles": [
        {"id": f"a{n}", "url": url, "revision": revision, "turn": revision, "outlet": "x", "language": "en"}
        | {"extractor": "hand/1", "furniture": "[]", "text": f"Rain in Varn, take {n}.", "capture": capture}
        for n, url, revision, capture in ((1, A, 1, "c0"), (2, A, 2, None), (3, B, 1, None))
    ],
    "readings": [
        {"article": "a1", "reader": "r/1", "schema": "s/1", "filed": AT, "digest": "d1", "distanced": "[]"},
    ],
    "entities": [
        {"article": "a1", "n": 0, "reader": "r/1", "id": "e1", "kind": "place", "name": "Varn", "roles": "[]"}
        | {"precision": "none", "mentions": "[]", "public": True, "words": '["Varn"]'},
    ],
    "gists": [
        {"article": "a1", "shingles": b"Q", "words": "[]", "places": "[]", "people": "[]", "credits": "[]"},
    ],
    "edits": [
        {"before": "a1", "after": "a2", "url": A, "rewordings": "[]", "struck": 0, "added": 1, "read": False}
        | {"same_extractor": True, "rests_on": "d1:"},
    ],
    "statement_changes": [
        {"before": "a1", "after": "a2", "n": 0, "kind": "vanished", "certainty": False, "polarity": False}
        | {"source": False, "wording": False},
    ],
    "judgements": [{"id": "j1", "who": "Oda", "at": AT, "kind": "withdraw", "about": "f1"}],
    "followups": [{"id": "f1", "type": "CONSULT", "certainty": "certain", "who": "[]"}],
    "supports": [
        {"followup": "f1", "n": 0, "article": "a1", "article_url": A, "start": 0, "end": 4, "sentence": "Rain"},
    ],
}


@pytest.fixture
def old(url: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """What stands in a ledger at step 0013."""
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0013")
        with closing(connect(url)) as database:
            migrations.bring_up_to_date(database)
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for name, rows in ROWS.items():
            for row in rows:
                table = sa.table(name, *map(sa.column, row))
                connection.execute(sa.insert(table).values(row))
    held = _held(url)
    engine.dispose()
    return held


def _held(url: str) -> dict[str, list[dict[str, Any]]]:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        query = "SELECT * FROM {} ORDER BY 1"
        return {
            name: [dict(row) for row in connection.execute(sa.text(query.format(name))).mappings()] for name in ROWS
        }


def test_every_row_stays_and_has_its_key(url: str, old: dict[str, list[dict[str, Any]]]) -> None:
    open_ledger(url).close()
    now = _held(url)
    for name, before in old.items():
        assert len(now[name]) == len(before), name
        for row in before:
            put = {column: row[column] for column in ROWS[name][0]}  # what later steps pack stands there empty
            assert any(put.items() <= one.items() for one in now[name]), (name, row)
    for name in ("articles", "captures", "outcomes", "edits", "feed_items", "feed_states", "page_marks", "aliases"):
        assert [row["page"] for row in now[name]] == [page_id(row["url"]) for row in now[name]], name
    assert [row["id"] for row in now["host_states"]] == [content_id("h", "x.example")]
    assert [row["id"] for row in now["host_rules"]] == [content_id("h", "https://x.example")]


@pytest.mark.usefixtures("old")
def test_the_tables_are_sound_and_point_at_each_other_as_before(url: str) -> None:
    open_ledger(url).close()
    with closing(connect(url)) as database, database.looking() as connection:
        assert connection.execute(sa.text("PRAGMA foreign_key_check")).all() == []
        assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.scalar(sa.text("PRAGMA foreign_keys")) == 1
        tables = connection.execute(sa.text("SELECT sql FROM sqlite_schema WHERE sql LIKE '%alembic_tmp%'")).all()
    assert tables == []


@pytest.mark.usefixtures("old")
def test_what_is_due_is_put_down(url: str) -> None:
    now = datetime(2031, 5, 20, 8, 30, tzinfo=UTC)
    with open_ledger(url) as ledger:
        assert [capture.id for capture in ledger.captures.to_extract()] == ["c2"]
        assert [article.id for article in ledger.articles.to_read("r/1")] == ["a2", "a3"]
        assert [article.id for article in ledger.articles.to_read("r/2")] == ["a1", "a2", "a3"]
        assert [(pair.before, pair.after) for pair in ledger.edits.to_compare()] == [("a2", "a1")]
        assert ledger.pages.to_fetch(now, (6000.0,)) == [(B, "x")]
        assert ledger.feeds.state("https://x.example/f") is not None
        assert ledger.pages.canonical([f"{A}?ref=1"]) == {f"{A}?ref=1": A}
        assert ledger.pages.known_as("http://www.x.example/b/#top") == B
        latest = ledger.articles.latest(A)
        assert latest is not None
        assert latest.id == "a2"
