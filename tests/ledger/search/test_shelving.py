"""What articles are found by follows what is filed: revisions that come and go, readings that change."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from reportedly.ledger import Ledger
from reportedly.ledger.database import connect
from reportedly.records import Article, Capture, Filters, Gist, Reading
from tests.postgres import LARGE

Write = Callable[..., Article]
NAMES_ODA, CONSULTS, NAMED = Filters(entity="e-oda"), Filters(event="CONSULT"), Filters(source="named")
SEEN = datetime(2031, 5, 20, 6, tzinfo=UTC)


def ids(ledger: Ledger, words: str = "", passing: Filters = Filters()) -> list[str]:  # noqa: B008  frozen
    return [hit.article for hit in ledger.articles.search(words, passing).hits]


def test_an_article_passes_by_what_was_read_in_it(ledger: Ledger, article: Write, filed: Write) -> None:
    read, unread = filed(ledger, article()), article(url="https://herald.example/unread")
    ledger.articles.file(unread)
    assert ids(ledger) == [unread.id, read.id]
    for passing in (NAMES_ODA, CONSULTS, NAMED):
        assert ids(ledger, "", passing) == ids(ledger, "talks", passing) == [read.id]


def test_kind_of_source_and_certainty_are_of_one_statement(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    ledger.articles.file(article())
    found = reading(article())
    (said,) = found.statements
    hinted = replace(said, id="s-2", source_entity=None, source_kind="anonymous", certainty="possible")
    found = replace(found, statements=(said, hinted))
    ledger.readings.file(found, gist(found), ())
    assert ids(ledger, "", Filters(source="anonymous")) == ids(ledger, "", Filters(certainty="certain")) != []
    assert ids(ledger, "", Filters(source="anonymous", certainty="possible")) != []
    assert ids(ledger, "", Filters(source="anonymous", certainty="certain")) == []


def test_a_reading_in_place_of_another_takes_its_marks_away(
    ledger: Ledger, article: Write, filed: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    own = filed(ledger, article())
    empty = dict.fromkeys(("statements", "events", "expectations", "entities", "relations"), ())
    anew = replace(reading(own, "english/0.2.0"), **empty)
    ledger.readings.file(anew, gist(anew), ())
    assert ids(ledger, "", NAMES_ODA) == ids(ledger, "", CONSULTS) == ids(ledger, "", NAMED) == []
    assert ids(ledger, "talks") == [own.id]


def test_nobody_is_found_by_a_private_person(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    assert ids(ledger, "", Filters(entity="e-tam")) == []


def test_of_a_page_only_what_it_shows_is_found(ledger: Ledger, article: Write, filed: Write) -> None:
    for n in range(3):
        ledger.captures.put(Capture(f"c{n}", article().url, SEEN, 200, "text/html", "0", 9, "a.warc", n))
    first = filed(ledger, article(text="Three hurt in Varn.", capture="c0"))
    second = filed(ledger, article(text="Five hurt in Varn.", capture="c1", language="fa"))
    assert ids(ledger) == ids(ledger, "hurt") == ids(ledger, "", NAMES_ODA) == [second.id]
    assert ids(ledger, "three") == ids(ledger, "", Filters(language="en")) == []
    ledger.articles.file(replace(first, capture="c2"))
    assert ids(ledger) == ids(ledger, "hurt") == ids(ledger, "", NAMES_ODA) == ids(ledger, "three") == [first.id]
    assert ids(ledger, "five") == ids(ledger, "", Filters(language="fa")) == []


def test_a_reading_of_what_was_overtaken_marks_nothing(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    old, new = article(text="Three hurt in Varn."), article(text="Five hurt in Varn.")
    ledger.articles.file_all([old, new])
    late = reading(old)
    ledger.readings.file(late, gist(late), ())
    assert ids(ledger, "", NAMES_ODA) == []
    assert ids(ledger) == [new.id]


def test_many_revisions_in_one_batch_leave_the_last(ledger: Ledger, article: Write) -> None:
    given = [article(url=f"https://herald.example/{n % 3}", text=f"Talks number {n}") for n in range(30)]
    ledger.articles.file_all(given)
    assert set(ids(ledger)) == {one.id for one in given[-3:]}
    assert ids(ledger, "talks -number") == []


def test_nothing_is_left_of_what_was_overtaken(ledger: Ledger, url: str, article: Write, filed: Write) -> None:
    for n in range(5):
        filed(ledger, article(text=f"Talks number {n}"))
    with closing(connect(url)) as database, database.looking() as connection:
        words = "article_words" if LARGE else "article_words_docsize"
        assert connection.scalar(sa.text(f"SELECT count(*) FROM {words}")) == 1  # noqa: S608
        assert connection.scalar(sa.text("SELECT count(DISTINCT place) FROM article_marks")) == 1
        if not LARGE:
            connection.execute(sa.text("INSERT INTO article_words (article_words) VALUES ('integrity-check')"))


@pytest.mark.parametrize("kind", ["outlet", "language", "event"])
def test_what_can_be_narrowed_down_to_is_told(ledger: Ledger, article: Write, filed: Write, kind: str) -> None:
    assert ledger.articles.marked(kind) == []
    filed(ledger, article())
    filed(ledger, article(url="https://payam.example/1", outlet="payam", language="fa"))
    assert (
        ledger.articles.marked(kind)
        == {
            "outlet": ["herald", "payam"],
            "language": ["en", "fa"],
            "event": ["CONSULT"],
        }[kind]
    )
