import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import migrations, open_ledger
from reportedly.ledger.database import connect
from reportedly.ledger.packed_text import packed, unpacked
from reportedly.records import Figure, Sighting
from reportedly.text import Span
from tests.ledger.conftest import read as found_in
from tests.ledger.conftest import see, write
from tests.postgres import of_sqlite

SEEN = '{"event":null,"article":"a1","article_url":"https://quay.example/fog","outlet":"quay","type":"OTHER","words":["fog"]}'


@given(st.text(st.characters(exclude_categories=())))
def test_what_was_packed_comes_back(text: str) -> None:
    assert unpacked(packed(text)) == text


def test_what_is_packed_is_short() -> None:
    assert len(packed(SEEN)) < len(SEEN) / 2


@pytest.mark.parametrize("data", [b"", b"\x00", b"fog on the quay", packed(SEEN)[:-3]])
def test_other_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(ValueError, match="packed text"):
        unpacked(data)


@of_sqlite
def test_sightings_of_an_earlier_step_are_packed_and_come_back_as_they_were(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sighting,) = see(found_in(write()))
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0013")
        migrations.bring_up_to_date(connect(url))
    with sa.create_engine(url).begin() as connection:
        for statement in FILED.split(";"):
            connection.execute(sa.text(statement))
        connection.execute(sa.text(BOILED_DOWN), {"figures": encoded([FIGURE])})
        connection.execute(
            sa.text("INSERT INTO sightings VALUES ('a', 0, 'r/1', NULL, :data)"), {"data": encoded(sighting)}
        )
    with open_ledger(url) as ledger:
        assert list(ledger.readings.sightings()) == [sighting]
        assert [gist.figures for gist in ledger.readings.gists()] == [(FIGURE,)]
    with sa.create_engine(url).connect() as connection:
        assert connection.scalar(sa.text("SELECT typeof(data) FROM sightings")) == "blob"
        assert connection.scalar(sa.text("SELECT typeof(figures) FROM gists")) == "blob"


FILED = """
INSERT INTO articles (id, url, revision, outlet, language, extractor, furniture, text, turn)
VALUES ('a', 'https://x.example/', 1, 'x', 'en', 'hand/1', '[]', 'They said so.', 1);
INSERT INTO readings (article, reader, schema, filed, digest, distanced)
VALUES ('a', 'r/1', 'reportedly/reading/1', '2031-05-20 00:00:00', 'd', '[]')
"""


BOILED_DOWN = (
    "INSERT INTO gists (article, shingles, words, places, people, credits, figures) "
    "VALUES ('a', x'51', '[]', '[]', '[]', '[]', :figures)"
)
FIGURE = Figure("ferries", 2, 3, Span(0, 4), Span(0, 13))


def encoded(value: Sighting | list[Figure]) -> str:
    return msgspec.json.encode(value).decode()
