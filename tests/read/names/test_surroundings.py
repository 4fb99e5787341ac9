"""Where towns of one name are put: by what the article names beside them, after them, and elsewhere."""

import pytest

from reportedly.read.names.gazetteer import Area
from reportedly.read.names.surroundings import areas_after, shortened_after
from tests.read.names.names_of import one, read


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("The mayor of Glasgow, Ky., spoke to reporters on Monday.", "Glasgow", (37.0, -85.9)),
        ("Police in London, Ont., arrested a driver on Sunday.", "London", (43.0, -81.2)),
        ("Police in London arrested a driver on Sunday.", "London", (51.5, -0.1)),
        ("A bus from Bowling Green to Owensboro was stopped in Glasgow, police said.", "Glasgow", (37.0, -85.9)),
        ("A lorry from Ballarat and one from Bendigo burned in Hamilton, police said.", "Hamilton", (-37.7, 142.0)),
        (
            "ISLAMABAD: The cabinet met. India said no. A road to Islamabad was shut.",
            "Islamabad",
            (33.7, 73.0),
        ),
        ("A trader of Paris, Texas, drove home. The road to Paris was shut.", "Paris", (33.7, -95.6)),
    ],
)
def test_a_town_is_where_the_article_puts_it(text: str, name: str, where: tuple[float, float]) -> None:
    town = one(read(text), name)
    assert (town.precision, town.lat, town.lon) == ("city", *(pytest.approx(x, abs=0.3) for x in where))


@pytest.mark.parametrize(
    ("text", "area", "short"),
    [
        ("Rain fell in Salem, Ore., on Monday.", {("US", "OR")}, ("US", "OR")),
        ("Rain fell in Salem, Ontario, on Monday.", {("CA", "08")}, None),
        ("Rain fell in Salem, officials said on Monday.", set(), None),
    ],
)
def test_the_province_after_a_town(text: str, area: set[Area], short: Area | None) -> None:
    sheet = read(text).sheet
    end = sheet.text.index("Salem") + 1
    assert areas_after(sheet, end) == area
    assert shortened_after(sheet, end) == short


def test_a_town_in_a_province_that_has_none_of_that_name_in_the_list_gets_no_pin() -> None:
    place = one(read("A clerk of Zahedan, Md., won the prize on Monday."), "Zahedan")
    assert (place.lat, place.geonames) == (None, None)


def test_one_name_alone_does_not_draw_another_across_the_sea() -> None:
    got = read("Envoys met in Paris on Sunday. A court in Texas and one in Warsaw agreed with them, diplomats said.")
    assert (one(got, "Paris").country, one(got, "Warsaw").country) == ("FR", "PL")
