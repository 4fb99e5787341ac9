"""Decisions laid over what follow-ups see: nothing is announced or told by what people withdrew."""

from collections.abc import Sequence

from sqlalchemy import Connection

from reportedly.ledger.judging import grounds
from reportedly.records import Judged, Sighting, thing


def told(connection: Connection, url: str, seen: Sequence[Sighting]) -> Sequence[Sighting]:
    """A page's sightings without those of events that were withdrawn; none where its article was set aside.

    A corrected root changes no match: what was matched by other words would be another expectation.
    """
    withdrawn = grounds.on_pages(connection, [url], ["withdraw"]).get(url, ()) if seen else ()
    things = [known for known, _ in withdrawn]
    if any(known.kind == "article" for known in things):
        return ()
    gone = [known for known in things if known.kind == "event"]
    return [one for one in seen if not any(_is(one, known) for known in gone)] if gone else seen


def _is(sighting: Sighting, known: Judged) -> bool:
    judged = thing(known.about)
    if sighting.event is None or judged is None:
        return False
    trigger = sighting.at.of(sighting.sentence) if sighting.at else ""
    return sighting.event == judged.own or f"{trigger}\n{sighting.sentence}" == known.words
