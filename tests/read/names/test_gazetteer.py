"""Places offline: towns have coordinates, regions have none."""

import pytest

from reportedly.read.names import gazetteer


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [("Zahedan", "IR", 29.5, 60.86), ("Turbat", "PK", 26.0, 63.05), ("Vienna", "AT", 48.21, 16.37)],
)
def test_town(name: str, country: str, lat: float, lon: float) -> None:
    (place,) = [p for p in gazetteer.named(name) if p.kind == "town" and p.country == country and p.name == name]
    assert place.lat == pytest.approx(lat, abs=0.1)
    assert place.lon == pytest.approx(lon, abs=0.1)


@pytest.mark.parametrize("name", ["Punjab", "Hormozgan", "Kech"])
def test_a_region_is_no_pin(name: str) -> None:
    regions = [place for place in gazetteer.named(name) if place.kind != "town"]
    assert regions
    assert {(place.lat, place.lon) for place in regions} == {(None, None)}


def test_other_spellings_and_scripts() -> None:
    assert any(place.name == "Zahedan" for place in gazetteer.named("زاهدان"))
    assert any(place.name == "Kyiv" for place in gazetteer.named("Kiev"))


@pytest.mark.parametrize("name", ["", "Nosuchtown", "zahedan", "Zahed", "\uffff"])
def test_unknown(name: str) -> None:
    assert gazetteer.named(name) == ()
