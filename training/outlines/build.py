"""The outlines of countries, as paths that the web desk draws: made from `world-atlas` (Natural Earth), nothing more.

    npm ci && python -m training.outlines.build

Needs `pycountry` for the two letters of each country. Two grains: coarse for the whole world, fine for a part of it.
Points are in hundredths of a degree (coarse: tenths), south down, so that a path can be drawn as it is.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pycountry

ATLAS: Final = Path("node_modules/world-atlas")
SHIPPED: Final = Path("src/reportedly/web/outlines.json")
GRAINS: Final = {"coarse": ("countries-110m.json", 1), "fine": ("countries-50m.json", 2)}
NO_NUMBER: Final = {"Kosovo": "XK"}
"""Drawn without a number by Natural Earth. Other areas without one are drawn, and stand for no country."""

_LEAST: Final = 3  # corners of an area
_HALF: Final = 180.0

Point = tuple[float, float]


def main() -> None:
    """Write the file that is shipped."""
    known: dict[str, dict[str, Any]] = {}
    for grain, (name, digits) in GRAINS.items():
        atlas = json.loads((ATLAS / name).read_text("utf-8"))
        arcs = [list(_points(arc, atlas["transform"])) for arc in atlas["arcs"]]
        for country in atlas["objects"]["countries"]["geometries"]:
            rings = [ring for ring in _rings(country, arcs) if len(ring) >= _LEAST]
            held = known.setdefault(_code(country), {"name": country["properties"]["name"]})
            held[grain] = _path(rings, digits)
            held["box"] = _box(rings)
    SHIPPED.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _code(country: dict[str, Any]) -> str:
    """The country's two letters by ISO 3166, else its name."""
    name = country["properties"]["name"]
    found = pycountry.countries.get(numeric=country.get("id", ""))
    return found.alpha_2 if found else NO_NUMBER.get(name, name)


def _points(arc: Iterable[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc is a first point, and the steps from each to the next."""
    (east, north), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * east + left, y * north + low


def _rings(country: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            yield _unwound(point for arc in ring for point in (arcs[arc] if arc >= 0 else reversed(arcs[~arc])))


def _unwound(points: Iterable[Point]) -> list[Point]:
    """The ring with no leap from one edge of the world to the other: what runs over the 180th degree goes on beyond."""
    found: list[Point] = []
    for x, y in points:
        turns = round((found[-1][0] - x) / (2 * _HALF)) if found else 0
        found.append((x + turns * 2 * _HALF, y))
    return found


def _path(rings: Iterable[list[Point]], digits: int) -> str:
    """The rings as an SVG path in whole hundredths (or tenths) of a degree, a point as a step from the one before."""
    drawn = []
    for ring in rings:
        points = [(round(x * 10**digits), round(-y * 10**digits)) for x, y in ring]
        kept = [points[0], *(now for before, now in pairwise(points) if now != before)]
        if len(kept) > _LEAST:
            steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept)]
            drawn.append(f"M{kept[0][0]},{kept[0][1]}l" + " ".join(f"{x},{y}" for x, y in steps[:-1]) + "z")
    return "".join(drawn)


def _box(rings: Iterable[list[Point]]) -> list[float]:
    """West, south, east and north of its largest part: islands oceans away do not widen what is shown of it."""
    largest = max(rings, key=_extent)
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    return [round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)]


def _extent(ring: list[Point]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


if __name__ == "__main__":
    main()
