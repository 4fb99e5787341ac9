"""A ledger in which people decided before decisions were told apart by what is in force."""

from contextlib import closing

import msgspec
import pytest
import sqlalchemy as sa

from reportedly.ledger import migrations, open_ledger
from reportedly.ledger.database import connect
from tests.pages_of_news import PEOPLE, SENTENCES, sightings
from tests.postgres import of_sqlite

pytestmark = of_sqlite

URL = "https://a.example/"
JUDGEMENTS = (
    ("j1", "merge", "s01", "s02", None),
    ("j2", "split", "f01", "https://b.example/", None),
    ("j3", "undo", "s01", None, "j1"),
    ("j4", "withdraw", "f01", None, None),
    ("j5", "undo", "s01", None, "j3"),
    ("j6", "undo", "f01", None, "j4"),
)


def test_what_was_decided_is_in_force_as_before_and_keeps_its_announcement(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seen,) = sightings(URL, 0, [("ahead", PEOPLE[0], SENTENCES[0], 10, "day")])
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0022")
        with closing(connect(url)) as database:
            migrations.bring_up_to_date(database)
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for own, kind, about, value, undoes in JUDGEMENTS:
            row = {"id": own, "who": "Ilse", "at": "2031-05-20 12:00:00", "kind": kind, "about": about}
            table = sa.table("judgements", *map(sa.column, (*row, "value", "undoes")))
            connection.execute(sa.insert(table).values({**row, "value": value, "undoes": undoes}))
        place: dict[str, object] = {"page": "p1", "url": URL, "on": "2031-06-01", "n": 0, "keys": b""}
        one = {"id": "f01", "followup": "f01", **place, "sighting": msgspec.json.encode(seen).decode()}
        connection.execute(sa.insert(sa.table("announcements", *map(sa.column, one))).values(one))
    engine.dispose()
    with open_ledger(url) as ledger:
        assert [made.id for made in ledger.judgements.standing()] == ["j1", "j2"]
        assert [made.id for made in ledger.judgements.standing(of="story", kinds=["merge"])] == ["j1"]
        assert ledger.judgements.stood() == {"f01": seen}
        known = ledger.judgements.judged(["f01"])["f01"]
        assert (known.kind, known.url, known.article) == ("expectation", URL, seen.article)
