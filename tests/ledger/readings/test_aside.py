from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger.readings import aside
from reportedly.records import READER, Article

Write = Callable[..., Article]
LATER = date(2031, 6, 1)
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


def quiet(_done: int, _total: int | None) -> None:
    """Tell nobody."""


def test_a_reading_set_aside_is_none_and_its_article_waits_for_nobody(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    own = filed(ledger, article(), READER).id
    assert ledger.upkeep.set_aside(LATER, NOW, quiet) == 1
    assert ledger.readings.get(own) is None
    assert [(one.article, one.day, one.at) for one in ledger.readings.set_aside([own, "a0"])] == [
        (own, date(2031, 5, 20), NOW)
    ]
    assert list(ledger.articles.to_read(READER)) == []
    assert list(ledger.articles.to_read("english/99.0.0")) == []
    assert ledger.counts().unread == 0
    assert ledger.upkeep.set_aside(LATER, NOW, quiet) == 0


def test_what_comes_again_as_it_was_is_filled_in_and_relates_nothing_anew(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    own = filed(ledger, article())
    before = ledger.readings.get(own.id), list(ledger.readings.gists()), list(ledger.readings.sightings())
    ledger.unrelated.strike(ledger.unrelated.all())
    ledger.upkeep.set_aside(LATER, NOW, quiet)
    assert (list(ledger.readings.gists()), list(ledger.readings.sightings())) == before[1:]
    assert [one.id for one in ledger.upkeep.to_restore(LATER)] == []
    assert list(ledger.upkeep.to_restore(until=LATER)) == [own]
    filed(ledger, own)
    assert (ledger.readings.get(own.id), list(ledger.readings.gists()), list(ledger.readings.sightings())) == before
    assert ledger.unrelated.all() == []
    assert len(ledger.upkeep.to_restore()) == 0


def test_what_another_reader_reads_is_filed_as_new(ledger: Ledger, article: Write, filed: Write) -> None:
    own = filed(ledger, article())
    ledger.unrelated.strike(ledger.unrelated.all())
    ledger.upkeep.set_aside(LATER, NOW, quiet)
    filed(ledger, own, "english/0.2.0")
    found = ledger.readings.get(own.id)
    assert found is not None
    assert found.reader == "english/0.2.0"
    assert [page.url for page in ledger.unrelated.all()] == [own.url]


def test_an_article_in_a_language_nobody_reads_has_nothing_to_set_aside(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    filed(ledger, article(), "none/0.1.0")
    assert ledger.upkeep.set_aside(LATER, NOW, quiet) == 0


def test_stopped_midway_all_is_whole_and_the_same_again_goes_on(
    ledger: Ledger, article: Write, filed: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "AT_ONCE", 1)
    for n in range(4):
        filed(ledger, article(f"https://herald.example/{n}"))

    def stop(_done: int, _total: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.upkeep.set_aside(LATER, NOW, stop)
    assert len(ledger.upkeep.to_restore()) == 1
    assert list(ledger.upkeep.check_pointers(quiet)) == list(ledger.upkeep.check_readings(quiet)) == []
    assert ledger.upkeep.set_aside(LATER, NOW, quiet) == 3
    assert len(ledger.upkeep.to_restore()) == 4
