"""The same rows on SQLite and on PostgreSQL give the same answers, whatever is asked of the ledger."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from pprint import pformat
from typing import get_args

import msgspec
import pytest

from reportedly.errors import ReportedlyError
from reportedly.ledger import Ledger, Place, open_ledger
from reportedly.records import Filters
from reportedly.records.shelf import Shelf
from tests import newsroom
from tests.ledger.moving.conftest import moved
from tests.postgres import Postgres

Ask = Callable[[Ledger], object]
DAY, FIRST, LAST = newsroom.TODAY, date(2000, 1, 1), date(2099, 1, 1)
NOW, LONG_AGO = datetime(2031, 5, 4, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC)
SPOKEN = ("en", "fa")
SHELVES: tuple[Shelf, ...] = get_args(Shelf)


@pytest.fixture(scope="module")
def both(
    furnished: Path, tmp_path_factory: pytest.TempPathFactory, postgres: Postgres
) -> Iterator[tuple[Ledger, Ledger]]:
    small = f"sqlite:///{shutil.copy(furnished, tmp_path_factory.mktemp('both') / 'ledger.db')}"
    name = postgres.make()
    moved(small, postgres.url(name))
    with open_ledger(small) as here, open_ledger(postgres.url(name)) as there:
        yield here, there
    postgres.drop(name)


def articles(ledger: Ledger) -> list[str]:
    return [line.article for line in ledger.articles.lines(limit=100)]


def urls(ledger: Ledger) -> list[str]:
    return [line.url for line in ledger.articles.lines(limit=100)]


def stories(ledger: Ledger) -> list[str]:
    return [line.id for line in ledger.stories.lines(limit=100)]


def entities(ledger: Ledger) -> list[str]:
    return sorted({one.id for found in ledger.readings.by_article(articles(ledger)).values() for one in found.entities})


def followups(ledger: Ledger) -> list[str]:
    return [one.id for one in ledger.followups.all()]


ASKED: dict[str, Ask] = {
    "counts": lambda own: own.counts(),
    "lists of articles": lambda own: [own.articles.lines(limit=5, offset=3), own.articles.lines(outlet="courier")],
    "marks": lambda own: [own.articles.marked(kind) for kind in ("outlet", "language", "event", "entity")],
    "how many of each": lambda own: [own.articles.counted(kind) for kind in ("outlet", "language", "event")],
    "searches": lambda own: [
        own.articles.search(words, passing, limit=50, best=best)
        for words in ("bridge", "shells OR talks", "-bridge", '"teral bridge"', "br*", "")
        for passing in (Filters(), Filters(language="en,fa"), Filters(since=FIRST, until=LAST), Filters(source="named"))
        for best in (False, True)
    ],
    "revisions": lambda own: [[one.id for one in own.articles.revisions(url)] for url in urls(own)],
    "readings": lambda own: [*own.readings.by_article(articles(own)).items()],
    "gists and sightings": lambda own: [[*own.readings.gists()], [*own.readings.sightings()]],
    "entities": lambda own: [
        [own.entities.get(one), own.entities.after(one, limit=3), own.articles.naming(one)] for one in entities(own)
    ],
    "names of entities": lambda own: [own.entities.names(entities(own)), own.entities.spelt(entities(own))],
    "what things are called": lambda own: [
        [own.namings.of(one), own.namings.of(one, (FIRST, LAST), SPOKEN), own.namings.is_called(one)]
        for one in entities(own)
    ],
    "what is called in several ways": lambda own: [
        own.namings.within((FIRST, LAST), most=20),
        own.namings.within((FIRST, LAST), most=20, outlet="courier", languages=SPOKEN),
        own.namings.named("Teral Bridge"),
    ],
    "places": lambda own: [
        own.places.told(FIRST, LAST, statuses=("occurred", "ongoing", "planned", "expected"), event=event, most=100)
        for event in (None, "ASSAULT", "CONSULT")
    ],
    "stories": lambda own: [
        [*own.stories.all()],
        [*own.stories.all(SPOKEN)],
        own.stories.lines(limit=3, offset=1, since=FIRST, until=LAST, languages=SPOKEN),
        own.stories.newest(limit=2, behind=Place(DAY, "")),
        [own.stories.of_thread(one) for one in (*stories(own), "")],
        own.stories.lines_by_id(stories(own)),
    ],
    "follow-ups": lambda own: [
        own.followups.all(since=FIRST, until=LAST, languages=SPOKEN),
        own.followups.newest(LAST, limit=9, languages=SPOKEN),
        own.followups.newest(LAST, limit=9, behind=Place(None, "")),
        own.followups.resting_on(articles(own)),
        [own.followups.get(one) for one in followups(own)],
    ],
    "shelves": lambda own: [
        [own.shelves.on(shelf, day, limit=20), own.shelves.count(shelf, day, 20, SPOKEN)]
        for shelf in SHELVES
        for day in (DAY, FIRST, LAST)
    ],
    "a calendar": lambda own: own.shelves.between(FIRST, LAST, DAY, limit=50, languages=SPOKEN),
    "news": lambda own: [
        own.news.last(),
        own.news.upto(NOW),
        own.news.new_stories(0, limit=20),
        own.news.grown_stories(0, limit=20),
        own.news.differing_stories(0, limit=20),
        own.news.of_stories(stories(own)),
        own.news.of_pages(urls(own)),
        own.news.changes(0, limit=20),
        own.news.edits(0, limit=20),
        own.news.denials(0, within=50, limit=20),
    ],
    "edits": lambda own: [
        own.edits.of_pages(urls(own)),
        own.edits.within(FIRST, LAST),
        own.edits.seen_at(articles(own)),
        own.edits.waiting(),
    ],
    "outlets": lambda own: [
        own.outlets.all(),
        own.outlets.feeds(),
        own.outlets.health(NOW),
        own.outlets.days(FIRST, LAST),
    ],
    "outcomes": lambda own: [own.outcomes.last(), own.outcomes.failures(), own.outcomes.gone_since(LONG_AGO, 9)],
    "captures": lambda own: [
        [*own.captures.all()],
        own.captures.bytes_since(LONG_AGO),
        own.captures.outlets_of(urls(own)),
    ],
    "what waits": lambda own: own.upkeep.waiting(NOW, 600.0, (3_600.0,)),
    "what is due": lambda own: [[page.url for page in own.unrelated.all()], own.placings.unsettled(9)],
    "placings and threads": lambda own: [
        own.placings.of_days(FIRST, LAST),
        own.placings.next_stale(),
        own.threads.told(FIRST, LAST),
        own.threads.next_stale(),
    ],
    "decisions": lambda own: [
        own.judgements.all(),
        own.judgements.standing(),
        own.judgements.lines(limit=20),
        own.judgements.tags(),
        own.judgements.stood(),
        own.judgements.on_pages(urls(own)),
        own.judgements.newest(),
    ],
    "given out": lambda own: [[*own.given.events()], [*own.given.expectations(gone=None)], own.given.edition()],
    "people": lambda own: [own.people.all(), own.people.any_admin(), own.audit.last()],
    "partners": lambda own: [
        own.partners.all(),
        own.partners.own_liaisons(),
        own.partners.transfers(),
        own.pacts.all(),
    ],
    "offers": lambda own: [own.offers.last(), own.offers.ground(), own.offers.served(), own.offers.after("", "")],
    "received": lambda own: [own.received.current(), own.received.answers(), own.received.receipts(["r"])],
    "saved searches": lambda own: [own.searches.all("ada"), own.searches.unread("ada", ["s"]), own.alerts.all()],
    "briefs": lambda own: [own.briefs.withdrawn()],
    "runs": lambda own: [own.runs.last(stage) for stage in ("poll", "read")],
    "hosts": lambda own: [own.hosts.all(), own.hosts.rules(LONG_AGO)],
    "readings to be set aside and brought back": lambda own: [own.upkeep.count_to_restore(FIRST, LAST)],
    "whether it adds up": lambda own: [*own.upkeep.check_stories(), *own.upkeep.check_judgements()],
}


def answer(ask: Ask, ledger: Ledger) -> object:
    """What is answered; rows invented column by column may hold what no record can be."""
    try:
        return ask(ledger)
    except (ReportedlyError, msgspec.MsgspecError, ValueError) as error:
        return type(error)


@pytest.mark.parametrize("asked", ASKED)
def test_the_answer_is_the_same(both: tuple[Ledger, Ledger], asked: str) -> None:
    here, there = (answer(ASKED[asked], ledger) for ledger in both)
    assert there == here
    assert pformat(there) == pformat(here)  # and of the same kinds


def test_much_is_answered(both: tuple[Ledger, Ledger]) -> None:
    none = [asked for asked, ask in ASKED.items() if isinstance(answer(ask, both[0]), type)]
    assert len(none) <= len(ASKED) // 4, none
