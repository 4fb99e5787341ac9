"""Who is a private person: one who neither speaks, nor holds office, nor acts in a public event."""

from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.records import Entity, Event, Statement


def seen(entity: Entity, said: Sequence[Statement], happened: Sequence[Event]) -> Entity:
    """The entity, marked as not public where it is a private person: it gets no page and leaves no export."""
    if entity.kind != "person" or entity.roles:
        return entity
    speaks = any(entity.id == statement.source_entity for statement in said)
    acts = any(entity.id == actor.entity for event in happened for actor in event.actors)
    return replace(entity, public=speaks or acts)
