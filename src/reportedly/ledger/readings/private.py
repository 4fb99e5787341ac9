"""Keeping private persons out: the ledger holds no rows on people who neither speak nor hold office nor act in public.

Such a person stays words of the article. What pointed at the person points at nobody; a tie with the person is no tie.
"""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from reportedly.records import Event, Gist, Participant, Reading, Sighting, Statement


def private_ids(reading: Reading) -> frozenset[str]:
    """Ids of the private persons of a reading."""
    return frozenset(entity.id for entity in reading.entities if entity.kind == "person" and not entity.public)


def reading_without(reading: Reading, private: Collection[str]) -> Reading:
    """The reading as it is filed."""
    if not private:
        return reading
    return replace(
        reading,
        entities=tuple(entity for entity in reading.entities if entity.id not in private),
        relations=tuple(tie for tie in reading.relations if tie.subject not in private and tie.object not in private),
        statements=tuple(_statement(statement, private) for statement in reading.statements),
        events=tuple(_event(event, private) for event in reading.events),
    )


def gist_without(gist: Gist, private: Collection[str]) -> Gist:
    """The gist as it is filed."""
    if not private:
        return gist
    return replace(
        gist,
        people=_kept(gist.people, private),
        deeds=tuple(
            replace(deed, actors=_kept(deed.actors, private), recipients=_kept(deed.recipients, private))
            for deed in gist.deeds
        ),
        said=tuple(replace(said, source="") if said.source in private else said for said in gist.said),
    )


def sightings_without(sightings: Iterable[Sighting], private: Collection[str]) -> tuple[Sighting, ...]:
    """The sightings as they are filed."""
    if not private:
        return tuple(sightings)
    return tuple(
        replace(seen, actors=_kept(seen.actors, private), recipients=_kept(seen.recipients, private))
        for seen in sightings
    )


def _statement(statement: Statement, private: Collection[str]) -> Statement:
    return replace(statement, source_entity=None) if statement.source_entity in private else statement


def _event(event: Event, private: Collection[str]) -> Event:
    actors = tuple(_participant(actor, private) for actor in event.actors)
    recipients = tuple(_participant(recipient, private) for recipient in event.recipients)
    place = None if event.place in private else event.place
    return replace(event, actors=actors, recipients=recipients, place=place)


def _participant(participant: Participant, private: Collection[str]) -> Participant:
    return replace(participant, entity=None) if participant.entity in private else participant


def _kept(ids: tuple[str, ...], private: Collection[str]) -> tuple[str, ...]:
    return tuple(entity for entity in ids if entity not in private)
