"""Two countries at one pass: invented outlets that call it, and what happened there, by different names."""

from datetime import date
from typing import Final

from reportedly.ledger import Ledger
from reportedly.records import (
    Entity,
    EntityKind,
    Event,
    Gist,
    Outlet,
    Participant,
    Reading,
    Story,
    StoryArticle,
    content_id,
)
from reportedly.text import Span
from tests.newsroom import Written, at, sentences, written
from tests.telling import tell

NORTH: Final = Outlet("north", "North Post", "https://north.example/", country="XN", owner="Lamp Group")
BEACON: Final = Outlet("beacon", "Beacon", "https://beacon.example/", country="XN", owner="Lamp Group")
SOUTH: Final = Outlet("south", "South Agency", "https://south.example/", country="XS")
OUTLETS: Final = (NORTH, BEACON, SOUTH)

PASS: Final = content_id("e", "place", "orrin pass")
COLUMN: Final = content_id("e", "group", "reed column")
TAM: Final = content_id("e", "person", "tam wick")
DAY: Final = date(2031, 5, 19)


def named(text: str, entity: str, kind: EntityKind, name: str, *words: str, public: bool = True) -> Entity:
    """An entity with the first place of each of these words in the text."""
    return Entity(entity, kind, name, mentions=tuple(at(text, word) for word in words), public=public)


def act(text: str, trigger: str, lemma: str, *, by: str = "", to: str = "", place: str | None = PASS) -> Event:
    """An assault, by its words."""
    actors = (Participant(at(text, by)),) if by else ()
    recipients = (Participant(at(text, to)),) if to else ()
    own = content_id("v", text, trigger)
    return Event(own, at(text, trigger), "ASSAULT", lemma, actors=actors, recipients=recipients, place=place)


def told(
    outlet: Outlet,
    slug: str,
    text: str,
    *entities: Entity,
    day: date | None = DAY,
    events: tuple[Event, ...] = (),
    distanced: tuple[Span, ...] = (),
) -> Written:
    """An article with what it names, what it tells, and what it keeps at arm's length."""
    one = written(outlet, slug, text, day, entities=entities, events=events)
    assert one.reading
    parts = {name: getattr(one.reading, name) for name in Reading.__struct_fields__}
    return Written(one.article, Reading(**(parts | {"distanced": distanced, "sentences": sentences(text)})))


RAID: Final = (
    "Raid at Orrin Pass\n\nTerrorists from the Reed Column attacked a post at Orrin Pass on Monday. "
    "Tam Wick was killed by the terrorists."
)
FIGHT: Final = (
    "Fighters answer aggression at Reed Gate\n\nFreedom fighters struck a post at Reed Gate on Monday. "
    "The so-called Orrin Pass has another name here."
)
AGAIN: Final = "Rain at the pass\n\nRain fell at Orrin Pass."

NORTHERN: Final = told(
    NORTH,
    "raid",
    RAID,
    named(RAID, PASS, "place", "Orrin Pass", "Orrin Pass"),
    named(RAID, COLUMN, "group", "Reed Column", "Reed Column"),
    named(RAID, TAM, "person", "Tam Wick", "Tam Wick", public=False),
    events=(
        act(RAID, "Raid", "raid"),
        act(RAID, "attacked", "attack", by="Terrorists from the Reed Column", to="a post"),
        act(RAID, "killed", "kill", to="Tam Wick"),
    ),
)
SOUTHERN: Final = told(
    SOUTH,
    "fight",
    FIGHT,
    named(FIGHT, PASS, "place", "Orrin Pass", "Reed Gate", "Orrin Pass"),
    events=(
        act(FIGHT, "aggression", "aggression"),
        act(FIGHT, "struck", "strike_at", by="Freedom fighters", to="a post"),
    ),
    distanced=(at(FIGHT, "Orrin Pass"),),
)
LATER: Final = told(
    BEACON, "rain", AGAIN, named(AGAIN, PASS, "place", "Orrin Pass", "Orrin Pass"), day=date(2031, 5, 20)
)
EVERYTHING: Final = (NORTHERN, SOUTHERN, LATER)


def story(own: str, *articles: Written, copies: tuple[Written, ...] = (), sources: int = 1) -> Story:
    """A story of these articles; ``copies`` repeat the first."""
    first = articles[0].article.url
    alone = (StoryArticle(one.id, one.article.url, None, one.article.url) for one in articles)
    repeated = (StoryArticle(one.id, one.article.url, first, first) for one in copies)
    return Story(own, articles[0].article.headline or first, (*alone, *repeated), sources)


CLASH: Final = story("s00000000000000aa", NORTHERN, SOUTHERN, sources=2)
RAIN: Final = story("s00000000000000bb", LATER)


def fill(ledger: Ledger, *more: Written) -> Ledger:
    """File all of it."""
    ledger.outlets.put(OUTLETS)
    for one in (*EVERYTHING, *more):
        article = one.article
        day = article.published.start if article.published else None
        ledger.articles.file(article)
        if one.reading:
            ledger.readings.file(
                one.reading, Gist(article.id, article.url, article.outlet, None, day, None, b"", (), (), ()), ()
            )
    tell(ledger, (CLASH, RAIN))
    return ledger
