"""What a map shows: a part of the world that holds what is told, areas as areas, and no dot without a point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import PlaceLine
from reportedly.records import Precision
from reportedly.web.cartography import WIDTH, WORLD, around, drawn, view_of
from reportedly.web.outlines import outlines


def place(  # noqa: PLR0917
    name: str,
    lat: float | None,
    lon: float | None,
    events: int = 1,
    precision: Precision = "city",
    country: str | None = None,
) -> PlaceLine:
    return PlaceLine(f"e{name}", name, country, lat, lon, precision, events, 1, 1)


QUETTA = place("Quetta", 30.2, 67.0, 5, country="PK")
TEHRAN = place("Tehran", 35.7, 51.4, 4, country="IR")


def test_it_shows_where_most_is_told() -> None:
    west, south, east, north = view_of([QUETTA, TEHRAN])
    assert west < 51.4
    assert east > 67.0
    assert south < 30.2
    assert north > 35.7
    assert east - west < 60


def test_the_world_where_nothing_has_a_point_or_it_is_told_everywhere() -> None:
    assert view_of([place("Punjab", None, None, precision="region")]) == WORLD
    assert view_of([place("Lima", -12.0, -77.0), place("Tokyo", 35.7, 139.7)]) == WORLD


def test_a_country_is_shown_whole() -> None:
    box, iran = view_of([], "IR"), outlines()["IR"].box
    assert box[0] < iran[0]
    assert box[1] < iran[1]
    assert box[2] > iran[2]
    assert box[3] > iran[3]


def test_only_what_has_a_point_has_a_dot_and_only_a_country_is_shaded() -> None:
    told = [
        QUETTA,
        place("Pakistan", None, None, 9, "country", "PK"),
        place("Sistan", None, None, 3, "region", "IR"),
    ]
    map_ = drawn(told, view_of(told))
    areas = {area.code: area for area in map_.areas}
    assert [dot.place.name for dot in map_.dots] == ["Quetta"]
    assert (areas["PK"].shade, areas["PK"].within) == (4, False)
    assert (areas["IR"].shade, areas["IR"].within) == (0, True)


def test_names_that_would_lie_over_each_other_are_left_to_the_list() -> None:
    near = [place("Balvara", 30.0, 60.0, 9), place("Balvara South", 30.01, 60.01, 1), place("Zarrun", 33.0, 66.0, 2)]
    map_ = drawn(near, view_of(near))
    assert [dot.place.name for dot in map_.named] == ["Balvara", "Zarrun"]


def test_a_name_at_the_edge_on_the_right_stands_before_its_dot() -> None:
    map_ = drawn([place("Ovalabad", 30.0, 69.6), place("Zarrun", 33.0, 60.5)], (60.0, 28.0, 70.0, 34.0))
    assert {(name.place.name, name.before) for name in map_.named} == {("Ovalabad", True), ("Zarrun", False)}
    assert all(0 < name.x < WIDTH for name in map_.named)


@given(
    st.lists(
        st.builds(place, st.sampled_from("abc"), st.floats(-90, 90), st.floats(-180, 180), st.integers(1, 500)),
        max_size=12,
    )
)
def test_every_dot_lies_on_the_map(places: list[PlaceLine]) -> None:
    map_ = drawn(places, view_of(places))
    assert map_.height > 0
    assert all(0 <= dot.x <= WIDTH + 1e-6 and -1e-6 <= dot.y <= map_.height + 1e-6 for dot in map_.dots)


@pytest.mark.parametrize("code", ["IR", "PK", "AF", "RU", "XK"])
def test_outlines_of_countries(code: str) -> None:
    outline = outlines()[code]
    assert outline.fine.startswith("M")
    assert outline.box[0] < outline.box[2]


def test_around_a_story_are_its_dots_or_else_its_country() -> None:
    assert around([place("Varn", None, None, precision="none")]) is None
    whole = around([place("Sistan", None, None, 3, "region", "IR")])
    assert whole
    assert {area.code for area in whole.areas if area.within} == {"IR"}
    near = around([QUETTA])
    assert near
    assert [dot.place.name for dot in near.dots] == ["Quetta"]
