"""Places in crowds: a name that dozens of towns bear, and a town among fifty countries."""

from reportedly.read.names import gazetteer
from tests.read.countries import COUNTRIES
from tests.read.names.names_of import found, one, read


def test_of_a_name_in_many_countries_one_place_is_chosen_and_the_same_again() -> None:
    known = gazetteer.named("San Juan")
    assert len({place.country for place in known}) > 5
    text = "The mayor of San Juan said on Monday that rain had flooded San Juan."
    first, again = (one(read(text), "San Juan") for _ in range(2))
    assert first == again
    assert first.geonames in {place.geonames for place in known}


def test_a_town_named_among_fifty_countries_is_one_of_the_gazetteers() -> None:
    names = read(f"Envoys of {', '.join(COUNTRIES)} met in Santiago on Monday.")
    assert len({entity.name for entity in names.entities if entity.precision == "country"}) == len(COUNTRIES)
    assert one(names, "Santiago").geonames in {place.geonames for place in gazetteer.named("Santiago")}


def test_a_nations_name_within_a_towns_is_not_the_nation() -> None:
    got = read("The convoy left Port Sudan for Mexico City, and the envoy of South Korea stayed in Sudan.")
    assert (one(got, "Port Sudan").country, one(got, "Mexico City").country) == ("SD", "MX")
    assert (one(got, "South Korea").country, one(got, "Sudan").precision) == ("KR", "country")


def test_where_an_article_says_it_was_written_is_a_place_though_no_gazetteer_has_it() -> None:
    assert found("ORVESTAL, June 3 - Dockers voted on Monday.")["Orvestal"] == "place"
