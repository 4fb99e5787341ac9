"""The events of an article's headline and lead, as relating sees them."""

from collections.abc import Iterable
from datetime import date

from reportedly.records import Deed, Participant, Reading, Time


def deeds(reading: Reading, upto: int) -> tuple[Deed, ...]:
    """The events told before the character ``upto``, in the order of the text, each way to put one once."""
    times = {time.id: time for time in reading.times}
    found = (
        Deed(
            type=event.type,
            lemma=event.lemma,
            status=event.status,
            actors=_ids(event.actors),
            recipients=_ids(event.recipients),
            place=event.place,
            day=_day(times.get(event.time or "")),
        )
        for event in reading.events
        if event.trigger.start < upto
    )
    return tuple(dict.fromkeys(found))


def _ids(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted({who.entity for who in participants if who.entity}))


def _day(time: Time | None) -> date | None:
    """The day, where the time is one."""
    if time is None or time.start is None or time.end is None or time.start.date() != time.end.date():
        return None
    return time.start.date()
