"""The scorer of places: what counts as right, and what a pin may not do."""

import pytest

from quality import places

TOWN = {
    "why": "",
    "text": "Rain fell on Vell.",
    "name": "Vell",
    "country": "PE",
    "precision": "city",
    "lat": -12.0,
    "lon": -77.0,
}
LAND = {"why": "", "text": "Rain fell on Vell.", "name": "Vell", "country": "PE", "precision": "region"}
AT = {"kind": "place", "name": "Vell", "mentions": [[13, 17]], "country": "PE", "precision": "city"}


@pytest.mark.parametrize(
    ("asked", "given", "right"),
    [
        (TOWN, {**AT, "lat": -12.2, "lon": -76.8}, True),
        (TOWN, {**AT, "lat": -14.0, "lon": -77.0}, False),
        (TOWN, {**AT, "lat": -12.0, "lon": -77.0, "country": "CL"}, False),
        (TOWN, {**AT, "lat": None, "lon": None, "precision": "region"}, False),
        (LAND, {**AT, "lat": None, "lon": None, "precision": "region"}, True),
        (LAND, {**AT, "lat": -12.0, "lon": -77.0, "precision": "region"}, False),
    ],
)
def test_a_town_must_lie_near_and_a_region_has_no_pin(
    asked: dict[str, object],
    given: dict[str, object],
    right: bool,  # noqa: FBT001
) -> None:
    reading = {"article": {"text": TOWN["text"]}, "entities": [given]}
    assert (not list(places.wrong(asked, reading))) is right


def test_a_place_that_is_not_found_is_wrong() -> None:
    assert list(places.wrong(TOWN, None))
