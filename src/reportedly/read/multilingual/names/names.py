"""All names of an article as entities."""

from collections import Counter
from collections.abc import Sequence

from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.names.names import identity
from reportedly.read.names.sheet import Mention
from reportedly.records import Entity
from reportedly.text import Span


class Names:
    """The entities of one article in order of their first mention."""

    def __init__(self, roll: Roll) -> None:
        same: dict[str, list[Mention]] = {}
        for mention in sorted(roll.mentions, key=lambda m: m.start):
            same.setdefault(identity(mention), []).append(mention)
        self.entities = tuple(_entity(roll, own, mentions) for own, mentions in same.items())


def _entity(roll: Roll, own: str, group: Sequence[Mention]) -> Entity:
    first = max(group, key=lambda m: (m.geonames is not None, m.precision != "none", not m.adjective, -m.start))
    place, names = first.place, Counter(m.name for m in group)
    return Entity(
        id=own,
        kind=first.kind,
        name=first.name if first.name in names else names.most_common(1)[0][0],
        roles=tuple(dict.fromkeys(role for mention in group for role in mention.roles)),
        geonames=first.geonames,
        country=next((m.country for m in group if m.country), None),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=first.precision,
        mentions=tuple(_span(roll, mention) for mention in group),
    )


def _span(roll: Roll, mention: Mention) -> Span:
    return Span(roll.words[mention.start].span.start, roll.words[mention.end - 1].span.end)
