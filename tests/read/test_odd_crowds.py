"""Names in crowds: a town of which there are dozens, and an event with 200 actors, are read in time and kept whole."""

import time

from reportedly.read.names import gazetteer
from tests.read.names_of import one, read
from tests.read.reading_of import event, reading

GIVEN = ("Ana", "Bela", "Carl", "Dina", "Egon", "Frida", "Gil", "Hana", "Ivo", "Jana")
FAMILY = ("Ruiz", "Vero", "Stone", "Marsh", "Field", "Brook", "Lake", "Wood", "Hale", "Reed", "Moss", "Dale", "Ford")
PERSONS = [f"{given} {family}{end}" for end in ("", "man") for family in FAMILY for given in GIVEN][:200]
COUNTRIES = [
    "Peru",
    "Chile",
    "Ghana",
    "Kenya",
    "Oman",
    "Iraq",
    "Iran",
    "Egypt",
    "Libya",
    "Sudan",
    "Nepal",
    "India",
    "China",
    "Japan",
    "Spain",
    "Italy",
    "France",
    "Germany",
    "Poland",
    "Norway",
    "Sweden",
    "Finland",
    "Greece",
    "Turkey",
    "Cuba",
    "Haiti",
    "Mexico",
    "Brazil",
    "Bolivia",
    "Ecuador",
    "Colombia",
    "Venezuela",
    "Uruguay",
    "Paraguay",
    "Canada",
    "Nigeria",
    "Senegal",
    "Mali",
    "Niger",
    "Angola",
    "Zambia",
    "Zimbabwe",
    "Morocco",
    "Tunisia",
    "Algeria",
    "Qatar",
    "Kuwait",
    "Yemen",
    "Vietnam",
    "Malaysia",
]


def test_of_a_name_in_many_countries_one_place_is_chosen_and_the_same_again() -> None:
    assert len({place.country for place in gazetteer.named("San Juan")}) > 5
    text = "The mayor of San Juan said on Monday that rain had flooded San Juan."
    first, again = (one(read(text), "San Juan") for _ in range(2))
    assert first == again
    assert first.geonames in {place.geonames for place in gazetteer.named("San Juan")}


def test_a_town_named_among_fifty_countries_is_one_of_the_gazetteers() -> None:
    assert len(COUNTRIES) == 50
    text = f"Envoys of {', '.join(COUNTRIES)} met in Santiago on Monday."
    found = read(text)
    named = {entity.name for entity in found.entities if entity.precision == "country"}
    assert len(named) >= 45
    towns = [entity for entity in found.entities if entity.name == "Santiago"]
    assert all(town.geonames in {place.geonames for place in gazetteer.named("Santiago")} for town in towns)


def test_an_event_with_two_hundred_actors_is_one_event_read_in_seconds() -> None:
    begin = time.process_time()
    got = reading(f"{', '.join(PERSONS[:-1])} and {PERSONS[-1]} signed a treaty in Lima on Monday.")
    assert time.process_time() - begin < 60
    signed = event(got, "signed")
    assert signed.type == "AGREE"
    assert 1 <= len(signed.actors) <= 200
    ids = {entity.id for entity in got.entities}
    assert all(actor.entity is None or actor.entity in ids for actor in signed.actors)


def test_fifty_countries_that_sign_are_all_actors() -> None:
    got = reading(f"{', '.join(COUNTRIES[:-1])} and {COUNTRIES[-1]} signed a treaty in Lima on Monday.")
    signed = event(got, "signed")
    names = {entity.id: entity.name for entity in got.entities}
    assert len({names[actor.entity] for actor in signed.actors if actor.entity}) >= 40
