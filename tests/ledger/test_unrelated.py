from collections.abc import Callable

import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, migrations, open_ledger
from reportedly.ledger.database import connect
from reportedly.records import Article, page_id
from tests.postgres import of_sqlite

Write = Callable[..., Article]

_ARTICLE = sa.text(
    "INSERT INTO articles (id, url, revision, outlet, language, extractor, furniture, text) "
    "VALUES (:id, :url, 1, 'x', 'en', 'hand/1', '[]', '')"
)
_READING = sa.text(
    "INSERT INTO readings (article, reader, schema, filed, digest, distanced) "
    "VALUES ('read', 'r/1', 's/1', 0, '', '[]')"
)
_GIST = sa.text(
    "INSERT INTO gists (article, shingles, words, places, people, credits) VALUES ('read', '', '[]', '[]', '[]', '[]')"
)


def test_a_page_is_put_down_when_it_is_read_and_struck_off_when_it_is_related(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    assert ledger.unrelated.all() == []
    page = filed(ledger, article()).url
    (due,) = ledger.unrelated.all()
    assert (due.page, due.url) == (page_id(page), page)
    ledger.unrelated.strike([due])
    assert ledger.unrelated.all() == []
    filed(ledger, article())
    assert ledger.unrelated.all() == []


def test_what_was_put_down_meanwhile_is_not_struck_off(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    due = ledger.unrelated.all()
    filed(ledger, article(), "english/0.2.0")
    ledger.unrelated.strike(due)
    (again,) = ledger.unrelated.all()
    assert again.url == article().url
    assert set(again.seqs).isdisjoint(due[0].seqs)


@of_sqlite
def test_pages_read_before_there_was_such_a_list_are_on_it(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0013")
        migrations.bring_up_to_date(connect(url))
    with sa.create_engine(url).begin() as connection:
        for name in ("read", "unread"):
            connection.execute(_ARTICLE, {"id": name, "url": f"https://x.example/{name}"})
        connection.execute(_READING)
        connection.execute(_GIST)
    with open_ledger(url) as ledger:
        assert [page.url for page in ledger.unrelated.all()] == ["https://x.example/read"]
