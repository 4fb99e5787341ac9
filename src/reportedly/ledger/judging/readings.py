"""Decisions laid over what was filed of articles: the one place where a reading is made what every face tells.

The rows stay as they were filed. What was withdrawn is left out, what was corrected is given as corrected, and nothing
is left pointing at what is not there. Where nothing is in force, a reading is given as it was filed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from msgspec.structs import replace

from reportedly.ledger.judging import finding
from reportedly.records import Event, Judged, Judgement, Reading, Statement
from reportedly.text import Span

Decided = Sequence[tuple[Judged, Sequence[Judgement]]]
"""What was judged on a page, with the decisions in force about it in their order."""


def told(reading: Reading, decided: Decided) -> Reading:
    """A whole reading as it is told."""
    if any(own.kind == "article" and _is_withdrawn(made) for own, made in decided):
        kept = Reading(schema=reading.schema, reader=reading.reader, article=reading.article)
        return replace(kept, sentences=reading.sentences)
    return _events_told(_statements_told(reading, decided), decided)


def matched(reading: Reading, decided: Decided) -> dict[str, tuple[Judgement, ...]]:
    """By the id of each judged statement or event of a whole reading the decisions about it."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for kind, among in (("statement", finding.statements(reading)), ("event", finding.events(reading))):
        for judged, made in decided:
            own = finding.found(judged, reading.article.id, among) if judged.kind == kind else None
            if own is not None:
                found[own] = (*found.get(own, ()), *made)
    return found


def _is_withdrawn(made: Iterable[Judgement]) -> bool:
    return any(each.kind == "withdraw" for each in made)


def corrections(made: Iterable[Judgement]) -> dict[str, str]:
    """By field what is corrected, each to what was decided last."""
    return dict(each.correction for each in made if each.kind == "correct")


# -- statements -------------------------------------------------------------------------------------------------------


def _statements_told(reading: Reading, decided: Decided) -> Reading:
    about = matched(reading, [each for each in decided if each[0].kind == "statement"])
    gone = {own for own, made in about.items() if _is_withdrawn(made)}
    if not about:
        return reading
    through = {one.id: one.via for one in reading.statements}
    kept = (
        replace(corrected(one, about.get(one.id, ()), reading), via=_left(one.via, gone, through))
        for one in reading.statements
        if one.id not in gone
    )
    return replace(
        reading,
        statements=tuple(kept),
        events=tuple(replace(one, statement=_left(one.statement, gone, through)) for one in reading.events),
        developments=tuple(replace(one, statement=_left(one.statement, gone, through)) for one in reading.developments),
    )


def _left(own: str | None, gone: set[str], through: Mapping[str, str | None]) -> str | None:
    """The statement itself, or the next one outside of it that is left."""
    while own in gone:
        own = through[own]
    return own


def corrected(statement: Statement, made: Iterable[Judgement], reading: Reading) -> Statement:
    """A statement by the corrections in force; a source that the article does not name stays as filed."""
    asked = corrections(made)
    fields: dict[str, Any] = {name: asked[name] for name in ("certainty", "polarity", "mode") if name in asked}
    if "kind" in asked:
        fields["source_kind"] = asked["kind"]
    if "source" in asked:
        fields |= _source(asked["source"], statement, reading)
    return replace(statement, **fields) if fields else statement


def _source(words: str, statement: Statement, reading: Reading) -> dict[str, Any]:
    if not words:
        return {"source": (), "source_entity": None}
    span = nearest(words, statement.envelope, reading.article.text)
    if span is None:
        return {}
    who = (one for one in reading.entities if any(one_.touches(span) for one_ in one.mentions))
    entity = next((one.id for one in who if one.kind in {"person", "organisation", "group"}), None)
    return {"source": (span,), "source_entity": entity}


def nearest(words: str, place: Span, text: str) -> Span | None:
    """Where words stand in a text, nearest to a place; None where they do not."""
    starts, at = list[int](), text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    best = min(starts, key=lambda start: abs(start - place.start), default=None)
    return None if best is None else Span(best, best + len(words))


# -- events -----------------------------------------------------------------------------------------------------------


def _events_told(reading: Reading, decided: Decided) -> Reading:
    about = matched(reading, [each for each in decided if each[0].kind == "event"])
    gone = {own for own, made in about.items() if _is_withdrawn(made)}
    if not about:
        return reading
    kept = (_event(one, about.get(one.id, ())) for one in reading.events if one.id not in gone)
    return replace(
        reading,
        events=tuple(kept),
        expectations=tuple(one for one in reading.expectations if one.event not in gone),
        developments=tuple(replace(one, event=None) if one.event in gone else one for one in reading.developments),
    )


def _event(event: Event, made: Iterable[Judgement]) -> Event:
    """An event by the corrections in force: with its root goes the finer kind that was read."""
    root = corrections(made).get("root", event.type)
    return event if root == event.type else replace(event, type=root, mode=None)


def parts_of(whole: Reading, parts: Iterable[str]) -> Reading:
    """A whole reading with only these parts of it, as they are asked for."""
    asked = set(parts)
    others = [name for name in _PARTS if name not in asked]
    left = replace(whole, **dict.fromkeys(others, ()))
    if "participants" in asked or "events" not in asked:
        return left
    return replace(left, events=tuple(replace(one, actors=(), recipients=()) for one in left.events))


_PARTS = cast(
    "tuple[str, ...]",
    tuple(name for name in Reading.__struct_fields__ if name not in {"schema", "reader", "article", "distanced"}),
)
