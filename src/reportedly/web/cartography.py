"""A map as it is drawn: what part of the world it shows, and where in it things stand. No tile, no script.

Areas are drawn as areas: a country is shaded, a province is told beside the map and its country hatched, and only a
town or a point has a dot. The projection keeps distances right along the middle parallel (equirectangular).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from reportedly.ledger import PlaceLine
from reportedly.web.outlines import COARSE, FINE, Outline, outlines

Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""

WORLD: Final[Box] = (-169.0, -56.0, 190.0, 78.0)
PART: Final = 100.0  # degrees from west to east; what is narrower is drawn finely
_LEAST: Final = 8.0  # degrees; towns closer together are told apart by their names
_MARGIN: Final = 0.2
_COMMON: Final = 0.15  # of what is told, at each edge, does not widen the view
WIDTH: Final = 1000.0
"""The width of the drawing; all lengths are in its units."""
_HATCH: Final = 7.0
_LETTER: Final = 8.0
_LARGE: Final = 20.0  # a letter in the largest type that a map beside a story is drawn in
_GAP: Final = 4.0
_LINE: Final = 17.0
_NAMED: Final = 24


class Area(NamedTuple):
    """A country in view: ``shade`` from 1 to 4 by how much is told of it, 0 where nothing is.

    ``within`` says that something is told of a part of it.
    """

    code: str
    name: str
    path: str
    shade: int
    within: bool


class Dot(NamedTuple):
    """A town or point, ``r`` by how much is told to take place there."""

    place: PlaceLine
    x: float
    y: float
    r: float


class Label(NamedTuple):
    """The name of a dot's place; it ends at ``x`` where ``before`` the dot, else begins there."""

    place: PlaceLine
    x: float
    y: float
    before: bool


class Drawing(NamedTuple):
    """What is drawn: ``height`` for ``WIDTH``, and the transformation from the units of the paths.

    ``hatch`` is how far apart the lines of a hatching are, in those units; ``named`` are the names that have room.
    """

    height: float
    transform: str
    hatch: float
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...]
    named: tuple[Label, ...]


def view_of(places: Sequence[PlaceLine], country: str | None = None) -> Box:
    """The box that shows a country, else where most is told; the world where that is far apart or nowhere."""
    outline = outlines().get(country or "")
    if outline:
        return _widened(outline.box)
    spots = [
        (place.lon, place.lat, place.events) for place in places if place.lat is not None and place.lon is not None
    ]
    if not spots:
        return WORLD
    west, east = _middle([(lon, many) for lon, _, many in spots])
    south, north = _middle([(lat, many) for _, lat, many in spots])
    box = _widened((west, south, east, north))
    return WORLD if box[2] - box[0] > PART else box


def around(places: Sequence[PlaceLine]) -> Drawing | None:
    """A map of these places alone: of their dots, else of the country of which most is told; None without either."""
    if any(place.lat is not None for place in places):
        return drawn(places, view_of(places))
    country = next((place.country for place in places if place.country in outlines()), None)
    return drawn(places, view_of(places, country)) if country else None


def drawn(places: Sequence[PlaceLine], box: Box) -> Drawing:
    """The map of ``box`` with these places."""
    west, south, east, north = box
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    steps = FINE if east - west < PART else COARSE
    across, down = scale * squeeze / steps, scale / steps
    transform = f"matrix({across:.6f} 0 0 {down:.6f} {-west * scale * squeeze:.2f} {north * scale:.2f})"
    dots = [
        Dot(place, (place.lon - west) * scale * squeeze, (north - place.lat) * scale, _radius(place.events, steps))
        for place in places
        if place.lat is not None and place.lon is not None and _inside(place.lon, place.lat, box)
    ]
    large_first = sorted(dots, key=lambda dot: (-dot.r, dot.place.id))
    areas = tuple(_areas(places, box, steps))
    return Drawing((north - south) * scale, transform, _HATCH / across, areas, tuple(large_first), _named(large_first))


def _named(dots: Iterable[Dot]) -> tuple[Label, ...]:
    """Names of dots that lie over no other name, the largest first: on the left of a dot near the edge on the right."""
    taken: list[tuple[float, float, float]] = []
    named: list[Label] = []
    for dot in dots:
        letters = len(dot.place.name)
        before = dot.x + dot.r + _LARGE * letters > WIDTH and dot.x > WIDTH / 2
        x = dot.x - dot.r - _GAP if before else dot.x + dot.r + _GAP
        left, right = (x - _LETTER * letters, x) if before else (x, x + _LETTER * letters)
        within = left > 0 and right < WIDTH
        if within and all(abs(dot.y - y) > _LINE or right < start or left > end for start, end, y in taken):
            taken.append((left, right, dot.y))
            named.append(Label(dot.place, x, dot.y + _GAP, before))
    return tuple(named[:_NAMED])


def _areas(places: Iterable[PlaceLine], box: Box, steps: int) -> Iterator[Area]:
    told: dict[str, int] = {}
    within: set[str] = set()
    for place in places:
        if place.country and place.precision == "country":
            told[place.country] = told.get(place.country, 0) + place.events
        elif place.country and place.precision == "region":
            within.add(place.country)
    most = max(told.values(), default=1)
    for code, outline in outlines().items():
        path = outline.fine if steps == FINE else outline.coarse or ""
        if path and (steps == COARSE or _touches(outline, box)):
            yield Area(code, outline.name, path, _shade(told.get(code, 0), most), code in within)


def _shade(many: int, most: int) -> int:
    """By orders of magnitude below the most: what is told once must be seen beside what is told a thousand times."""
    return 0 if not many else max(1, 4 - int(math.log(most / many, 3)))


def _radius(events: int, steps: int) -> float:
    """So that the area of a dot is as large as what is told there; smaller on the map of the world."""
    return round(min(26.0, 3.2 + 1.7 * math.sqrt(events)) * (1.0 if steps == FINE else 0.6), 1)


def _touches(outline: Outline, box: Box) -> bool:
    west, south, east, north = outline.box
    return west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]


def _inside(lon: float, lat: float, box: Box) -> bool:
    return box[0] <= lon <= box[2] and box[1] <= lat <= box[3]


def _middle(weighted: Iterable[tuple[float, int]]) -> tuple[float, float]:
    """The values between which all but a small part at each edge lies."""
    values = sorted(weighted)
    edge, passed = sum(many for _, many in values) * _COMMON, 0
    kept: list[float] = []
    for value, many in values:
        if passed + many > edge and passed < sum(many for _, many in values) - edge:
            kept.append(value)
        passed += many
    return kept[0], kept[-1]


def _widened(box: Box) -> Box:
    """The box with a margin, and never so narrow that it says nothing of where it lies; no taller than wide."""
    west, south, east, north = box
    wide, high = max(east - west, _LEAST) * (1 + _MARGIN), max(north - south, _LEAST / 2) * (1 + _MARGIN)
    squeeze = math.cos(math.radians(max(-80.0, min(80.0, (south + north) / 2))))
    wide = max(wide, high * 1.4 / squeeze)
    high = max(high, wide * squeeze / 2.2)
    x, y = (west + east) / 2, (south + north) / 2
    return (x - wide / 2, max(-90.0, y - high / 2), x + wide / 2, min(90.0, y + high / 2))
