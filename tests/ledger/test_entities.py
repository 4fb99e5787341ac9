from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from reportedly.ledger import Counts, Ledger
from reportedly.records import Article, Gist, Reading

Write = Callable[..., Article]


@pytest.fixture
def third(ledger: Ledger, article: Write, filed: Write, reading: Callable[..., Reading]) -> Reading:
    """A reading not filed yet, of an article that is; two others of the same entities are filed whole."""
    for n in range(2):
        filed(ledger, article(url=f"https://x.example/{n}", day=date(2031, 5, 1 + n)))
    last = article(url="https://x.example/3", day=date(2031, 5, 9))
    ledger.articles.file(last)
    return reading(last)


def test_an_entity_gathers_its_names_over_all_articles(
    ledger: Ledger, third: Reading, gist: Callable[[Reading], Gist]
) -> None:
    other = replace(third.entities[0], name="Oda V. Brell", roles=("Premier",))
    ledger.readings.file(replace(third, entities=(other, *third.entities[1:])), gist(third), ())
    line = ledger.entities.get("e-oda")
    assert line is not None
    assert (line.name, line.kind, line.country, line.articles) == ("Oda Brell", "person", "VN", 3)
    assert line.names == ("Oda Brell", "Oda V. Brell")
    assert line.roles == ("Minister", "Premier")
    naming = [one.url[-1] for one in ledger.articles.naming("e-oda")]
    assert naming == ["3", "1", "0"]
    assert [one.url[-1] for one in ledger.articles.naming("e-oda", limit=1, offset=1)] == ["1"]


def test_names_that_too_many_articles_share_are_left_out(
    ledger: Ledger, third: Reading, gist: Callable[[Reading], Gist]
) -> None:
    without_varn = replace(third, entities=third.entities[:1], relations=(), events=(), expectations=())
    ledger.readings.file(without_varn, gist(third), ())
    each = ledger.articles.naming_each(["e-oda", "e-varn", "e-none"], most=2)
    assert {name: [line.url[-1] for line in lines] for name, lines in each.items()} == {"e-varn": ["1", "0"]}
    assert ledger.articles.naming_each(["e-oda"], most=3) == {"e-oda": ledger.articles.naming("e-oda")}


def test_a_place_keeps_where_it_lies(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    line = ledger.entities.get("e-varn")
    assert line is not None
    assert (line.lat, line.lon, line.precision) == (12.5, -7.25, "city")
    assert line.names == ("Varn", "in Varn")


def test_an_empty_ledger_counts_nothing(ledger: Ledger) -> None:
    assert ledger.counts() == Counts(*[0] * 10)


def test_counts(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    ledger.articles.file(article(text="Unread."))
    counts = ledger.counts()
    assert (counts.articles, counts.unread, counts.entities) == (2, 1, 2)
    assert (counts.statements, counts.events, counts.expectations) == (1, 1, 1)


def test_ids_are_named_and_words_that_are_no_ids_are_left_out(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    assert ledger.entities.names(["e-varn", "e-oda", "the committee", "e-oda"]) == {
        "e-varn": "Varn",
        "e-oda": "Oda Brell",
    }
    assert ledger.entities.names([]) == {}
