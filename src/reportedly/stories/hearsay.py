"""From whom an article has what it tells: the media and bodies that say a thing or pass it on, by their names."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from reportedly.records import Entity, Reading, Statement
from reportedly.text import joined

DEPTH: Final = 4  # links of a chain of attribution that are followed; nobody writes longer ones
UNNAMED: Final = ""  # a medium without a name of its own: "local media", "state television"
_BODIES: Final = frozenset({"organisation", "group"})


def through(reading: Reading) -> dict[str, tuple[str, ...]]:
    """For each statement the media and bodies that tell it, from its source outwards; by the statement's id.

    A statement inside another's words is told by it too ("she had seen it, he said, Coastwire reported"). Of whom one
    first hears in such words is heard through them in the rest of the article ("he added").
    """
    statements = {statement.id: statement for statement in reading.statements}
    entities = {entity.id: entity for entity in reading.entities}
    told, heard = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()
    introduced = sorted((entity.mentions[0].start, entity.id) for entity in reading.entities if entity.mentions)
    around: Statement | None = None
    for statement in sorted(reading.statements, key=lambda one: (one.envelope.start, -one.envelope.end, one.id)):
        if around is None or not around.envelope.holds(statement.envelope):
            around = statement
        own = _names(statement, statements, entities, reading.article.text)
        names = tuple(dict.fromkeys((*own, *told.get(around.id, ()))))
        told[statement.id] = names or heard.get(statement.source_entity or "", ())
        first, last = (bisect_left(introduced, (offset, "")) for offset in statement.envelope)
        for _, entity in introduced[first:last]:
            heard.setdefault(entity, told[statement.id])
    return told


def _names(
    statement: Statement, statements: Mapping[str, Statement], entities: Mapping[str, Entity], text: str
) -> Iterator[str]:
    outwards: Statement | None = statement
    for _ in range(DEPTH):
        if outwards is None:
            return
        yield from _name(outwards, entities, text)
        outwards = statements.get(outwards.via or "")


def _name(statement: Statement, entities: Mapping[str, Entity], text: str) -> Iterator[str]:
    entity = entities.get(statement.source_entity or "")
    if entity is not None and entity.kind in _BODIES:
        yield entity.name
    elif statement.source_kind == "media":
        words = joined(statement.source, text).removeprefix("the ").removeprefix("The ")
        yield words if words[:1].isupper() and len(words.split()) == 1 else UNNAMED
