"""What stands beside a trigger in its sentence: the time of the event, where it is, and who takes part."""

from collections.abc import Iterable, Sequence

from reportedly.read.multilingual.times import Times
from reportedly.records import Entity, Participant, Published, Statement, Time
from reportedly.text import Span

_NO_POINT = frozenset({"country", "none"})
BESIDE = 12  # characters between a person and the body that is theirs
_ACTORS = frozenset({"person", "organisation", "group"})


def time_of(within: Sequence[Time], own: Span, trigger: Span) -> Time | None:
    """The nearest of the times ``within`` the words that tell an event, those of its ``own`` clause first."""
    return min(within, key=lambda time: (not own.touches(time.span), _distance(time.span, trigger)), default=None)


def fits(times: Times, time: Time, published: Published | None, *, ahead: bool) -> bool:
    """Whether a time sets a window and lies on the event's side of publication."""
    window = times.window(time)
    if window is None or published is None:
        return window is not None and not ahead
    if ahead:
        return window.end is None or window.end >= published.start
    return window.start is None or window.start <= published.end


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def tells(statements: Iterable[Statement], trigger: Span) -> Statement | None:
    """The narrowest statement whose content holds a trigger."""
    telling = [each for each in statements if any(part.holds(trigger) for part in each.content)]
    return min(telling, key=lambda each: each.content[-1].end - each.content[0].start, default=None)


def named(entities: Sequence[Entity], within: Span) -> list[tuple[Span, Entity]]:
    """The names within a stretch, in order."""
    found = ((span, entity) for entity in entities for span in entity.mentions if within.holds(span))
    return sorted(found, key=lambda pair: pair[0])


def place_of(names: Sequence[tuple[Span, Entity]], trigger: Span) -> str | None:
    """The nearest place that is named and is no mere country."""
    places = [(span, each) for span, each in names if each.kind == "place" and each.precision not in _NO_POINT]
    nearest = min(places, key=lambda pair: _distance(pair[0], trigger), default=None)
    return nearest[1].id if nearest else None


def actors_of(names: Sequence[tuple[Span, Entity]], trigger: Span) -> tuple[Participant, ...]:
    """Who takes part: the nearest person, body or country named; a country only where nobody else is.

    Of a body beside a person the person: the minister of health, Orla Fenn, takes part, not the ministry.
    """
    somebody = [(span, each) for span, each in names if each.kind in _ACTORS]
    countries = [(span, each) for span, each in names if each.kind == "place" and each.precision == "country"]
    nearest = min(somebody or countries, key=lambda pair: _distance(pair[0], trigger), default=None)
    if nearest is None:
        return ()
    whose = [pair for pair in somebody if pair[1].kind == "person" and _distance(pair[0], nearest[0]) <= BESIDE]
    if nearest[1].kind == "organisation" and whose:
        nearest = min(whose, key=lambda pair: _distance(pair[0], trigger))
    return (Participant(nearest[0], nearest[1].id),)
