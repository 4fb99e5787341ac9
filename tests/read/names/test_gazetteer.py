"""Places offline: towns have coordinates, regions have none."""

import pytest

from reportedly.read.names import gazetteer
from reportedly.read.names.spelling import spelled


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


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Qamishli", "SY"),
        ("al-Qamishli", "SY"),
        ("Deir Ezzor", "SY"),
        ("Hodeidah", "YE"),
        ("Raqqah", "SY"),
        ("Khiam", "LB"),
        ("Mashkel", "PK"),
        ("Jakigur", "IR"),
        ("Kargı", "TR"),
        ("Barren County", "US"),
        ("Cornwall", "GB"),
    ],
)
def test_towns_of_the_region_as_papers_spell_them(name: str, country: str) -> None:
    assert country in {place.country for place in gazetteer.named(spelled(name))}


def test_a_region_has_the_inhabitants_of_its_towns() -> None:
    (punjab,) = [place for place in gazetteer.named("Punjab") if (place.kind, place.country) == ("province", "PK")]
    assert punjab.population > 20_000_000


def test_a_nickname_of_a_state_is_not_cut() -> None:
    assert "California" not in {place.name for place in gazetteer.named("Golden")}


@pytest.mark.parametrize("name", ["", "Nosuchtown", "zahedan", "Zahed", "\uffff"])
def test_unknown(name: str) -> None:
    assert gazetteer.named(name) == ()


def test_towns_as_papers_in_urdu_and_persian_spell_them() -> None:
    towns = {"وانا": "Wana", "دالبندین": "Dalbandin", "چابهار": "Chabahar"}
    found = {spelling: {place.name for place in gazetteer.named(spelling)} for spelling in towns}
    assert all(name in found[spelling] for spelling, name in towns.items())
    (region,) = gazetteer.named("شمالی وزیرستان")
    assert (region.name, region.kind) == ("North Waziristan", "district")
