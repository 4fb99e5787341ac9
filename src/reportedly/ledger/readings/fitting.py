"""Whether what is filed of an article fits together: the database would only say that something does not."""

from collections.abc import Iterable, Iterator

from reportedly.records import Gist, Reading, Sighting


def misfit(reading: Reading, gist: Gist, sightings: Iterable[Sighting]) -> str | None:
    """What of them points nowhere or stands twice, in words; None where they fit together."""
    own = reading.article.id
    ids = {
        name: [part.id for part in getattr(reading, name)]
        for name in ("entities", "times", "statements", "events", "expectations", "developments")
    }
    known = {name: set(given) for name, given in ids.items()}
    twice = [name for name, given in ids.items() if len(given) != len(known[name])]
    if twice:
        return f"the reading of {own} has the same id twice among its {', '.join(twice)}"
    pointers = (*_pointers(reading), *(("events", seen.event) for seen in sightings))
    lost = [f"{to} ({name})" for name, to in pointers if to is not None and to not in known[name]]
    if lost:
        return f"the reading of {own} points at what it does not hold: {', '.join(lost)}"
    return None if gist.article == own else f"the reading of {own} comes with the gist of {gist.article}"


def _pointers(reading: Reading) -> Iterator[tuple[str, str | None]]:
    for tie in reading.relations:
        yield from (("entities", tie.subject), ("entities", tie.object))
    for statement in reading.statements:
        yield from (("entities", statement.source_entity), ("statements", statement.via))
    for event in reading.events:
        yield from (("entities", event.place), ("times", event.time), ("statements", event.statement))
        yield from (("entities", who.entity) for who in (*event.actors, *event.recipients))
    for expected in reading.expectations:
        yield "events", expected.event
    for development in reading.developments:
        yield from (("events", development.event), ("times", development.time), ("statements", development.statement))
