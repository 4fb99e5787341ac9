"""Crossings, plants, camps, islands and waters of the desk's own list, and what of them may be a pin."""

import pytest

from tests.read.names.names_of import one, read


@pytest.mark.parametrize(
    ("text", "name", "country", "where"),
    [
        ("Lorries waited at the Rafah border crossing on Monday.", "Rafah border crossing", "PS", (31.25, 34.26)),
        ("Lorries waited at the Rafah Crossing on Monday.", "Rafah Crossing", "PS", (31.25, 34.26)),
        ("The Gabd-Rimdan crossing was opened on Sunday.", "Gabd-Rimdan crossing", "IR", (25.2, 61.6)),
        ("Guards shut Torkham for traders on Friday.", "Torkham", "PK", (34.1, 71.1)),
        ("Inspectors went to the Fordow enrichment plant.", "Fordow enrichment plant", "IR", (34.9, 51.0)),
        ("A drone fell near Ain al-Asad air base.", "Ain al-Asad air base", "IQ", (33.8, 42.4)),
        ("Tankers lay off Kharg Island on Friday.", "Kharg Island", "IR", (29.2, 50.3)),
        ("Water behind the Tishrin Dam has sunk.", "Tishrin Dam", "SY", (36.4, 38.2)),
        ("A plane landed at Mehrabad International Airport.", "Mehrabad International Airport", "IR", (35.7, 51.3)),
        ("Nurses went to the Jenin refugee camp.", "Jenin refugee camp", "PS", (32.5, 35.3)),
    ],
)
def test_a_site_is_a_point(text: str, name: str, country: str, where: tuple[float, float]) -> None:
    site = one(read(text), name)
    assert (site.kind, site.precision, site.geonames) == ("place", "point", None)
    assert [site.lat, site.lon] == pytest.approx(list(where), abs=0.15)
    assert site.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fishermen came back from Lake Urmia on Friday.", "Lake Urmia"),
        ("Soldiers left the Netzarim Corridor on Sunday.", "Netzarim Corridor"),
        ("Herders came down from the Qandil Mountains.", "Qandil Mountains"),
        ("The Helmand River runs dry in summer.", "Helmand River"),
        ("Boats came from Qeshm Island in the night.", "Qeshm Island"),
    ],
)
def test_what_has_an_extent_is_no_pin(text: str, name: str) -> None:
    place = one(read(text), name)
    assert (place.kind, place.precision, place.lat, place.lon) == ("place", "region", None, None)


def test_two_spellings_are_one_site() -> None:
    got = read("Fordo was hit. The IAEA wants to see the Fordow facility, and the Fordow enrichment plant.")
    (site,) = [entity for entity in got.entities if entity.precision == "point"]
    assert len(site.mentions) == 3


def test_only_towns_and_sites_have_coordinates() -> None:
    text = "Envoys flew from Iran over Hormozgan and Lake Urmia to Rafah crossing, Zahedan and Goldsmith Line."
    for entity in read(text).entities:
        assert (entity.lat is not None) == (entity.precision in {"city", "point"}), entity


@pytest.mark.parametrize("text", ["Bay doors were shut.", "Eastern and Northern parties met.", "The Valley spoke."])
def test_a_word_for_a_kind_of_place_is_none(text: str) -> None:
    assert [entity for entity in read(text).entities if entity.lat is not None or entity.geonames] == []
