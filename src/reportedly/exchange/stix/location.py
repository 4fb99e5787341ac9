"""Locations: the places that articles are dated from or tell of, never sharper than the desk knows them."""

from reportedly.exchange.stix.extension import Object
from reportedly.records import Entity

LOCATION = "location"
_SHARP = frozenset({"point", "city"})


def told(place: Entity) -> Object | None:
    """A place, with a point only where it is one; None where the desk knows neither country nor point."""
    found: Object = {"type": "location", "name": place.name}
    if place.country:
        found["country"] = place.country
    if place.precision in _SHARP and place.lat is not None and place.lon is not None:
        found |= {"latitude": place.lat, "longitude": place.lon}
    return found if "country" in found or "latitude" in found else None
