"""How well places are put on the map: ``python -m quality.places [TABLE.toml]``.

The table (``places.toml`` beside this file) holds sentences of our own. A place is right when its country and precision
are those of the table and, for a town, it lies within half a degree of where it should; a province, country or line
with a pin is wrong. Wrong ones are listed.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quality import rows
from quality.command import reportedly
from quality.measure import percent, touch
from quality.phrases import REST

TABLE = Path(__file__).with_name("places.toml")
NEAR = 0.5  # degrees
_TOWN = frozenset({"city", "point"})


def measure(table: Path = TABLE) -> tuple[float, list[str]]:
    """The share of right places in percent, and a line for each wrong one."""
    asked = tomllib.loads(table.read_text(encoding="utf-8"))["places"]
    articles = [
        {"url": f"place:{n}", "outlet": "places", "published": "2025-06-11", "title": None, "text": row["text"] + REST}
        for n, row in enumerate(asked)
    ]
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "readings"
        reportedly("read", rows.put(Path(work) / "places.jsonl", articles), "--format", "jsonl", into=out)
        readings = rows.readings(out)
    missed = [line for n, row in enumerate(asked) for line in wrong(row, readings.get(f"place:{n}"))]
    return percent(len(asked) - len(missed), len(asked)), missed


def wrong(asked: rows.Row, reading: rows.Row | None) -> Iterator[str]:
    """A line that says what was wanted and what given, where the reading puts the place elsewhere."""
    given = _place(asked, reading) if reading else None
    if given is None or not _right(asked, given):
        names = "name", "country", "precision", "lat", "lon"
        values = {name: given.get(name) for name in names} if given else "no place"
        yield f"{asked['name']!r} in {asked['text']!r}: {asked['why']}; given {values}"


def _place(asked: rows.Row, reading: rows.Row) -> rows.Row | None:
    start = reading["article"]["text"].index(asked["name"])
    span = start, start + len(asked["name"])
    places = (entity for entity in reading["entities"] if entity["kind"] == "place")
    return next((entity for entity in places if any(touch((m[0], m[1]), span) for m in entity["mentions"])), None)


def _right(asked: rows.Row, given: rows.Row) -> bool:
    if asked.get("country") not in (None, given["country"]):
        return False
    if asked["precision"] not in _TOWN:
        return given["lat"] is None and given["precision"] == asked["precision"]
    if given["lat"] is None or given["precision"] not in _TOWN:
        return False
    return bool(abs(given["lat"] - asked["lat"]) < NEAR and abs(given["lon"] - asked["lon"]) < NEAR)


if __name__ == "__main__":
    share, missed_ones = measure(*map(Path, sys.argv[1:2]))
    print("\n".join(missed_ones))
    print(f"{share} % of the places right")
