"""Where a story takes place, by the articles that tell it: each place with how many events are told to happen there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from reportedly.account.telling import Telling
from reportedly.ledger import PlaceLine
from reportedly.records import Entity, Status

TOLD: Final[frozenset[Status]] = frozenset({"occurred", "ongoing", "planned", "expected"})
"""What is denied, only called for or supposed takes place nowhere."""


def whereabouts(tellings: Iterable[Telling]) -> list[PlaceLine]:
    """The places of what these articles tell as happening or ahead, those of most events first; copies add nothing."""
    held: dict[str, Entity] = {}
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        reading = None if telling.is_copy else telling.reading
        places = {one.id: one for one in reading.entities if one.kind == "place"} if reading else {}
        for event in reading.events if reading else ():
            if event.place in places and event.status in TOLD and event.polarity == "affirmed":
                held[event.place] = places[event.place]
                told[event.place].append(telling)
    lines = [
        PlaceLine(
            id=place,
            name=own.name,
            country=own.country,
            lat=own.lat,
            lon=own.lon,
            precision=own.precision,
            events=len(told[place]),
            articles=len({telling.article.id for telling in told[place]}),
            outlets=len({telling.outlet for telling in told[place]}),
        )
        for place, own in held.items()
    ]
    return sorted(lines, key=lambda line: (-line.events, line.id))
