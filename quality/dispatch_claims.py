"""The part of an editor's facts that is said, done or awaited: statements, events and expectations."""

from collections.abc import Iterator

from quality.measure import characters, jaccard, match
from quality.rows import Row
from quality.sheet import Sheet, right_days, within

Fact = tuple[str, bool]
ENOUGH = 0.5
TRAITS = ("source_kind", "mode", "certainty", "polarity")


def facts(wanted: Row, sheet: Sheet) -> Iterator[Fact]:
    """Facts on statements, events and expectations, in the order of the gold."""
    pairs = matched(wanted, sheet)
    for i, asked in enumerate(wanted.get("statements", ())):
        yield from _statement(asked, sheet.reading["statements"][pairs[i]] if i in pairs else None, sheet)
    yield from _events(wanted, sheet)
    expected = awaited(wanted, sheet)
    for i, asked in enumerate(wanted.get("expectations", ())):
        yield from _expectation(asked, expected.get(i))


def matched(wanted: Row, sheet: Sheet) -> dict[int, int]:
    """Which statement of the reading is which of the gold, by the words of their contents."""
    given = [characters(statement["content"], sheet.text) for statement in sheet.reading["statements"]]
    scored = []
    for i, asked in enumerate(wanted.get("statements", ())):
        content = characters(sheet.at(asked["content"])[:1], sheet.text)
        scored += [(jaccard(content, other), i, j) for j, other in enumerate(given)]
    return match(pair for pair in scored if pair[0] >= ENOUGH)


def _statement(asked: Row, given: Row | None, sheet: Sheet) -> Iterator[Fact]:
    source = asked.get("source_entity") or asked.get("source")
    yield f"statement: {asked['content'][:40]}", given is not None
    yield f"  source: {source}", given is not None and _is_source(asked, given, sheet)
    for trait in TRAITS:
        if trait in asked:
            yield f"  {trait}: {asked[trait]}", given is not None and given.get(trait) == asked[trait]
    if cue := asked.get("cue"):
        yield f"  cue: {cue}", given is not None and sheet.stands_at(given["cue"], cue)


def _is_source(asked: Row, given: Row, sheet: Sheet) -> bool:
    words, name = asked.get("source"), asked.get("source_entity") or asked.get("source")
    if not name:
        return not given["source"]
    return sheet.is_named(given.get("source_entity"), name) or bool(words and sheet.stands_at(given["source"], words))


def _events(wanted: Row, sheet: Sheet) -> Iterator[Fact]:
    used: set[str] = set()
    for asked in wanted.get("events", ()):
        event = _event(asked, sheet, used)
        if event:
            used.add(event["id"])
        yield from _about(asked, event, sheet)


def _event(asked: Row, sheet: Sheet, used: set[str]) -> Row | None:
    """The unused event at one of the triggers that shares an actor; the right type and most actors win."""
    who, candidates = asked["actors"], []
    for event in sheet.reading["events"]:
        if event["id"] not in used and sheet.stands_at([event["trigger"]], *asked["trigger"]):
            both = event["actors"] + event["recipients"]
            if not who or sheet.takes_part(both, *who):
                candidates.append(event)
    candidates.sort(key=lambda e: (e["type"] in asked["types"], sheet.takes_part(e["actors"], *who)), reverse=True)
    return candidates[0] if candidates else None


def _about(asked: Row, event: Row | None, sheet: Sheet) -> Iterator[Fact]:
    yield f"event: {asked['types'][0]} {asked['trigger'][0]}", event is not None
    yield "  type", event is not None and event["type"] in asked["types"]
    for name in asked["actors"]:
        yield f"  actor: {name}", event is not None and sheet.takes_part(event["actors"], name) > 0
    yield "  status", event is not None and event["status"] in asked["status"]
    for name in asked.get("where_or_recipient", ()):
        yield f"  to or at: {name}", event is not None and _to_or_at(event, name, sheet)
    for name in asked.get("place", ()):
        yield f"  at: {name}", event is not None and sheet.is_named(event.get("place"), name)
    if asked.get("start"):
        time = sheet.times.get(event["time"] or "") if event else None
        yield "  when", time is not None and right_days(asked, time["start"], time["end"])


def _to_or_at(event: Row, name: str, sheet: Sheet) -> bool:
    return sheet.takes_part(event["recipients"], name) > 0 or sheet.is_named(event.get("place"), name)


def awaited(wanted: Row, sheet: Sheet) -> dict[int, Row]:
    """Which expectation of the reading answers which of the gold: at its words, by one of its actors, each once."""
    events = {event["id"]: event for event in sheet.reading["events"]}
    free = [expectation for expectation in sheet.reading["expectations"] if expectation["event"] in events]
    answers: dict[int, Row] = {}
    for i, asked in enumerate(wanted.get("expectations", ())):
        for expectation in free:
            event = events[expectation["event"]]
            there = sheet.stands_at([event["trigger"]], *asked["phrase"])
            if there and sheet.takes_part(event["actors"], *asked["who"]):
                answers[i] = expectation
                free.remove(expectation)
                break
    return answers


def _expectation(asked: Row, given: Row | None) -> Iterator[Fact]:
    window = given["window"] if given else None
    yield f"expected: {asked['phrase'][0]} by {', '.join(asked['who'])}", given is not None
    if "end_within" in asked:
        yield "  window", window is not None and within(window["end"], asked["end_within"])
    elif "end" in asked:
        yield "  no invented window", given is not None and not (window and window.get("end"))
