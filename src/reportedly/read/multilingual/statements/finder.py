"""Statements as records: what ``joined`` finds, with its source's kind, how it is put, how surely, and through whom."""

from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.read.model import Tagged
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import certainty, joined, mode
from reportedly.read.multilingual.statements.said import Said
from reportedly.read.multilingual.statements.sources import Speaker, Speakers
from reportedly.records import Entity, Statement, content_id


def find(sheet: Sheet, entities: Sequence[Entity], tagged: Sequence[Tagged]) -> tuple[Statement, ...]:
    """The statements of a sheet's body in order of their words, each with the statement it stands inside (``via``).

    ``entities`` are the names found in it, ``tagged`` what the model marked.
    """
    found = joined.find(sheet, tagged)
    speakers = Speakers(sheet, entities)
    by_cue = sorted(found, key=lambda said: (said.cue or said.content)[0])
    who = {id(said): speakers.of(said) for said in by_cue}
    return _chained([_statement(sheet, said, who[id(said)]) for said in found])


def _statement(sheet: Sheet, said: Said, speaker: Speaker) -> Statement:
    return Statement(
        id=content_id("s", sheet.article.id, *said.content, *said.cue),
        content=said.content,
        cue=said.cue,
        source=said.source,
        source_entity=speaker.entity,
        source_kind=speaker.kind,
        mode=mode.of(sheet, said),
        certainty=certainty.of(sheet, said, speaker.kind),
        polarity=said.kind.polarity,
    )


def _chained(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each with the narrowest other statement whose content holds its cue; they come in order of their content."""
    chained: list[Statement] = []
    open_: list[Statement] = []
    for statement in statements:
        cue = statement.cue[0] if statement.cue else statement.content[0]
        open_ = [other for other in open_ if other.content[-1].end > statement.content[0].start]
        around = [other for other in open_ if any(span.holds(cue) for span in other.content)]
        outer = min(around, key=lambda other: other.content[-1].end - other.content[0].start, default=None)
        chained.append(replace(statement, via=outer.id if outer else None))
        open_.append(statement)
    return tuple(chained)
