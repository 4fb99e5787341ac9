"""The stream that a ledger is grown by: days alike, and articles of worlds that share no name and no id."""

from collections import Counter
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.worlds import FIRST, Pattern, Piece, Stream
from reportedly.crew.jobs import Found
from reportedly.extract import plain
from reportedly.ledger import Filing, open_ledger
from reportedly.records import Article, ArticleHead, Entity, Event, Gist, Reading, content_id
from reportedly.sample import DAYS
from reportedly.stories.shingles import shingles
from reportedly.text import Span
from tests.pages_of_news import SENTENCES, sightings

BODY = "Mayor Ilse Tarn will open the mole at Oberfeld with the ferrymen, and the lanterns will be lit before evening."
TARN = content_id("e", "Ilse Tarn")


def pattern(day: date = DAYS[0], name: str = "mole") -> Pattern:
    """An article of the sample world's first day, and what a reader might find in it."""
    url = f"https://lantern.example/{name}"
    article = plain.article(BODY, url=url, outlet="lantern", published=day, headline="Mole opens")
    mayor = Entity(TARN, "person", "Ilse Tarn", mentions=(Span(6, 15),))
    event = Event(content_id("v", name), Span(21, 25), "OTHER", "open")
    reading = Reading(reader="hand/1", article=ArticleHead.of(article), entities=(mayor,), events=(event,))
    words = ("mayor", "oberfeld", "lantern")
    gist = Gist(article.id, url, "lantern", None, day, "Mole opens", shingles(BODY), words, (), (TARN,))
    seen = sightings(url, 0, [("told", TARN, SENTENCES[0], 1, "none")] * 2)
    return Pattern(
        article,
        Found(reading, gist, tuple(replace(one, article=article.id, published=day, event=event.id) for one in seen)),
    )


def of_world(own: int, revision: int = 1, days: int = 0) -> tuple[Article, Filing]:
    return pattern().filled(Piece(own, 0, revision), timedelta(days))


def test_two_worlds_tell_the_same_under_other_names() -> None:
    (first, one), (second, other) = of_world(1), of_world(2)
    assert first.url != second.url
    assert len(first.text) == len(second.text) == len(BODY)
    assert one.gist.people != other.gist.people
    assert one.gist.people[0] == one.reading.entities[0].id == one.sightings[0].actors[0]
    assert one.reading.events[0].id == one.sightings[0].event != other.reading.events[0].id
    assert one.gist.words[1] != other.gist.words[1]
    assert one.gist.shingles != other.gist.shingles


def test_a_world_is_the_same_each_time() -> None:
    assert of_world(7, days=3) == of_world(7, days=3)


def test_its_days_are_its_own() -> None:
    _, told = of_world(1, days=40)
    assert told.gist.published == told.sightings[0].published == DAYS[0] + timedelta(40)


def test_a_later_revision_has_other_words_at_the_same_address() -> None:
    (first, one), (second, other) = of_world(1), of_world(1, revision=2)
    assert first.url == second.url
    assert first.id != second.id
    assert len(other.gist.shingles) < len(one.gist.shingles)


def test_every_day_brings_as_much_as_any_other() -> None:
    stream = Stream(40, [pattern(), pattern(DAYS[3]), pattern(DAYS[9]), pattern(DAYS[9])])
    days = Counter(day for day, _ in islice(stream.pieces(), 4_000))
    assert all(days[day] == pytest.approx(40, abs=8) for day in range(5, 90))


@pytest.mark.parametrize("a_day", [0.3, 1.7, 20])
def test_most_come_on_their_day_and_some_late(a_day: float) -> None:
    stream = Stream(a_day, [pattern(), pattern(DAYS[3], "mast")])
    late = Counter(
        (FIRST + timedelta(day) - found.gist.published).days
        for day, _, found in islice(stream.filings(), 2_000)
        if found.gist.published
    )
    assert late[0] > 1_850
    assert 0 < sum(late[days] for days in range(1, 7)) < 150
    assert 0 < late[365] < 60


def test_the_ledger_takes_them(tmp_path: Path) -> None:
    stream = Stream(20, [pattern(), pattern(DAYS[3], "mast")])
    given = [(article, found) for _, article, found in islice(stream.filings(), 60)]
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:
        ledger.articles.file_all(article for article, _ in given)
        assert ledger.readings.file_all(found for _, found in given) == []
        assert len(ledger.unrelated.all()) == len({article.url for article, _ in given})
