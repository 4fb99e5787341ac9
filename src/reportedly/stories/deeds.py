"""The events of an article's headline and lead, as relating sees them."""

from collections.abc import Iterable

from reportedly.records import Deed, Participant, Reading


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
            day=time.day if (time := times.get(event.time or "")) else None,
        )
        for event in reading.events
        if event.trigger.start < upto
    )
    return tuple(dict.fromkeys(found))


def _ids(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted({who.entity for who in participants if who.entity}))
