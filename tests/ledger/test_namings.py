"""Names are counted in the database, and no table that grows with the articles is read through for one page."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from reportedly.account import acts, coverage, naming, silence
from reportedly.account.days import Days
from reportedly.ledger import Ledger, open_ledger
from tests import pass_news
from tests.ledger.conftest import Another
from tests.newsroom import CAPTURE
from tests.pass_news import BEACON, CLASH, DAY, NORTHERN, PASS, SOUTH, SOUTHERN, TAM
from tests.postgres import of_sqlite

WEEK = Days(date(2031, 5, 14), date(2031, 5, 20))
NOW = datetime(2031, 5, 20, tzinfo=UTC)
GROWING = re.compile(r"SCAN (?:articles|entities|events|feed_items|newer|participants|readings|stor)\w*")


@pytest.fixture
def ledger(another: Another) -> Iterator[Ledger]:
    """The news of the pass, filed."""
    with another() as at, open_ledger(at) as opened:
        yield pass_news.fill(opened)


def test_an_outlets_names_of_a_thing_come_with_the_newest_article(ledger: Ledger) -> None:
    known = {row.outlet: row for row in ledger.namings.of(PASS)}
    assert known["south"].words == ("Reed Gate", "Orrin Pass")
    assert (known["south"].articles, known["south"].day, known["south"].newest) == (1, DAY, SOUTHERN.id)
    titled = ledger.namings.titled(PASS, SOUTHERN.id)
    assert titled
    assert (titled.name, titled.kind) == ("Orrin Pass", "place")


def test_an_undated_article_counts_unless_days_are_asked_for(ledger: Ledger) -> None:
    text = "Fog\n\nFog at Orrin Pass."
    one = pass_news.told(
        BEACON, "fog", text, pass_news.named(text, PASS, "place", "Orrin Pass", "Orrin Pass"), day=None
    )
    pass_news.fill(ledger, one)
    assert sum(row.articles for row in ledger.namings.of(PASS)) == 4
    assert sum(row.articles for row in ledger.namings.of(PASS, (date.min, date.max))) == 3


def test_what_is_named_in_some_days(ledger: Ledger) -> None:
    named = ledger.namings.within((DAY, DAY), most=9)
    assert {own: {row.outlet for row in rows} for own, rows in named.items()} == {PASS: {"north", "south"}}
    assert ledger.namings.within((DAY, DAY), most=0) == ledger.namings.within((DAY, DAY), most=9, outlet="beacon") == {}


def test_words_held_off_are_told_apart(ledger: Ledger) -> None:
    assert {row.outlet: row.distanced for row in ledger.namings.of(PASS)} == {
        "north": (),
        "south": ("Orrin Pass",),
        "beacon": (),
    }


def test_a_page_that_goes_back_to_an_earlier_text_speaks_by_that_again(ledger: Ledger) -> None:
    text = "Fighters answer\n\nFighters struck at the Gate of Reeds."
    edited = pass_news.told(SOUTH, "fight", text, pass_news.named(text, PASS, "place", "Orrin Pass", "Gate of Reeds"))
    pass_news.fill(ledger, edited)
    ledger.captures.put(CAPTURE)
    ledger.articles.file(replace(SOUTHERN.article, capture=CAPTURE.id))
    assert {row.outlet: row.words for row in ledger.namings.of(PASS)}["south"] == ("Reed Gate", "Orrin Pass")
    ledger.articles.file(replace(edited.article, capture=CAPTURE.id))
    assert {row.outlet: row.words for row in ledger.namings.of(PASS)}["south"] == ("Gate of Reeds",)


def test_persons_have_no_names_here(ledger: Ledger) -> None:
    text = "Visit\n\nMinister Oda Brell came."
    oda = pass_news.named(text, "e-oda", "person", "Oda Brell", "Oda Brell")
    pass_news.fill(ledger, pass_news.told(SOUTH, "visit", text, oda))
    assert ledger.namings.of("e-oda") == ledger.namings.of(TAM) == []
    assert ledger.namings.called_in([NORTHERN.id], "Tam Wick") == ledger.namings.named("Tam Wick") == []


ASKED: dict[str, Callable[[Ledger], object]] = {
    "names of a place": lambda ledger: naming.asked(ledger, "Orrin Pass", {}),
    "names of a place in a week": lambda ledger: naming.called(ledger, PASS, {}, WEEK),
    "a name not known": lambda ledger: naming.asked(ledger, "Reed Gate", {}),
    "what is named apart in a week": lambda ledger: naming.differing(ledger, WEEK),
    "names of a happening": lambda ledger: acts.happening(ledger, CLASH, {}),
    "coverage of a week": lambda ledger: coverage.compare(
        ledger, coverage.side(ledger, "XN"), coverage.side(ledger, "XS"), WEEK, limit=9
    ),
    "who is silent": lambda ledger: silence.silent(ledger, 3, NOW),
}


@of_sqlite
@pytest.mark.parametrize("asked", ASKED)
def test_no_growing_table_is_read_through(ledger: Ledger, asked: str) -> None:
    seen: list[tuple[str, tuple[object, ...]]] = []

    def keep(_connection: object, _cursor: object, statement: str, given: tuple[object, ...], *_rest: object) -> None:
        seen.append((statement, given))

    sa.event.listen(sa.Engine, "before_cursor_execute", keep)
    try:
        ASKED[asked](ledger)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", keep)
    looks = [(statement, given) for statement, given in seen if statement.lstrip().startswith("SELECT")]
    assert looks
    with sqlite3.connect(str(ledger._database._engine.url.database)) as raw:
        plans = [(row[3], look) for look, given in looks for row in raw.execute(f"EXPLAIN QUERY PLAN {look}", given)]
    assert [(step, look) for step, look in plans if GROWING.match(step)] == []
