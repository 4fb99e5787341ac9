"""How much of what an editor filed is found: ``python -m quality.dispatch GOLD.json READING.jsonl [-v]``.

The gold names facts by words of one article (entities, times, statements, events, expectations); each is one yes or no.
Lists the editor calls exhaustive are also scored for precision. ``-v`` prints each fact.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from quality import dispatch_claims as claims
from quality import rows
from quality.measure import Prf, characters, percent, prf, touch
from quality.sheet import Sheet, right_days

Fact = tuple[str, bool]
MOST = 0.8  # of a piece of furniture must be marked
NEAR = 0.5  # degrees


def score(gold: Path, reading: Path) -> dict[str, float | Prf]:
    """Facts found, asked and their share in percent, with the precision of exhaustive lists."""
    wanted, sheet = json.loads(gold.read_text(encoding="utf-8")), Sheet(rows.load(reading)[0])
    right = [held for _, held in facts(wanted, sheet)]
    out: dict[str, float | Prf] = {"facts": sum(right), "asked": len(right), "share": percent(sum(right), len(right))}
    for kind, of in (("statements", claims.matched), ("expectations", claims.awaited)):
        if wanted.get(f"{kind}_exhaustive"):
            out[kind] = prf(len(of(wanted, sheet)), len(sheet.reading[kind]), len(wanted[kind]))
    return out


def facts(wanted: rows.Row, sheet: Sheet) -> Iterator[Fact]:
    """Every fact of the gold, and whether the reading holds it."""
    yield from _page(wanted, sheet)
    for entity in wanted.get("entities", ()):
        yield from _entity(entity, sheet)
    yield from _others(wanted, sheet)
    for time in wanted.get("times", ()):
        near = [other for other in sheet.reading["times"] if sheet.stands_at([other["span"]], time["text"])]
        held = any(right_days(time, t["start"], t["end"]) and (t["vague"] or not time.get("vague")) for t in near)
        yield f"time: {time['text']}", held
    yield from claims.facts(wanted, sheet)


def _page(wanted: rows.Row, sheet: Sheet) -> Iterator[Fact]:
    article = sheet.reading["article"]
    for words in wanted.get("furniture", ()):
        asked = characters(sheet.at(words), sheet.text)
        marked = asked & characters(article["furniture"], sheet.text)
        yield f"furniture: {words[:40]}", bool(asked) and len(marked) >= MOST * len(asked)
    if title := wanted.get("title"):
        yield "title", bool(article["title"]) and sheet.words(article["title"]).strip() == title
    if credit := wanted.get("credit"):
        yield "credit", bool(article["credit"]) and credit in sheet.words(article["credit"])


def _entity(wanted: rows.Row, sheet: Sheet) -> Iterator[Fact]:
    name = wanted["name"]
    named = [
        entity
        for entity in sheet.reading["entities"]
        if entity["kind"] == wanted["kind"] and _mentions(entity, name, sheet)
    ]
    if wanted["kind"] == "place" and not named:
        named = [entity for entity in sheet.reading["entities"] if entity["kind"] == "place" and entity["name"] == name]
    yield f"entity: {name} is a {wanted['kind']}", bool(named)
    if role := wanted.get("role"):
        yield f"role: {name}, {role}", any(role in held for entity in named for held in entity["roles"])
    if country := wanted.get("country"):
        yield f"country: {name}", any(entity.get("country") == country for entity in named)
    if near := wanted.get("near"):
        yield f"on the map: {name}", any(_is_near(entity, near) for entity in named)
    for other in wanted.get("same_as", ()):
        yield f"same: {other}", any(sheet.stands_at(entity["mentions"], other) for entity in named)


def _mentions(entity: rows.Row, name: str, sheet: Sheet) -> bool:
    there = [m for m in entity["mentions"] if any(touch(m, spot) for spot in sheet.at(name))]
    return any(sheet.words(m).strip(" ’'\"") and (entity["name"] == name or name in sheet.words(m)) for m in there)


def _is_near(entity: rows.Row, point: tuple[float, float]) -> bool:
    known = entity.get("lat") is not None
    return known and abs(entity["lat"] - point[0]) < NEAR and abs(entity["lon"] - point[1]) < NEAR


def _others(wanted: rows.Row, sheet: Sheet) -> Iterator[Fact]:
    reading = sheet.reading
    for wrong in wanted.get("not_entities", ()):
        kind, name = wrong["kind"], wrong["name"]
        times = (sheet.words(time["span"]) for time in reading["times"])
        names = (
            times if kind == "time" else (entity["name"] for entity in reading["entities"] if entity["kind"] == kind)
        )
        yield f"not a {kind}: {name}", name not in set(names)
    for pair in wanted.get("pairs", ()):
        posted = (r for r in reading.get("relations", ()) if r["kind"] == "posted_at")
        held = any(
            sheet.is_named(r["subject"], pair["entity"]) and sheet.is_named(r["object"], pair["place"]) for r in posted
        )
        yield f"{pair['entity']} at {pair['place']}", held
    for words in wanted.get("distanced", ()):
        yield f"held at arm's length: {words}", sheet.stands_at(reading.get("distanced", ()), words)


def tell(gold: Path, reading: Path) -> None:
    """Print each fact with whether it was found."""
    wanted, sheet = json.loads(gold.read_text(encoding="utf-8")), Sheet(rows.load(reading)[0])
    for name, held in facts(wanted, sheet):
        print(f"{'ok  ' if held else 'MISS'} {name}")


if __name__ == "__main__":
    from quality.show import main

    if "-v" in sys.argv:
        sys.argv.remove("-v")
        tell(*map(Path, sys.argv[1:3]))
    main(score)
