"""What others make of the objects, by the libraries that others use."""

import pytest

from reportedly.exchange.stix import ids
from tests import newsroom
from tests.exchange.desks import DAY, NOW, Newsroom, agree, objects, reports

stix2 = pytest.importorskip("stix2")
validator = pytest.importorskip("stix2validator")


def errors_of(data: bytes) -> list[str]:
    """What the validator of OASIS calls an error; warnings (ids that are no UUIDv4) are none."""
    options = validator.ValidationOptions(version="2.1", silent=True)
    found = validator.validate_string(data.decode(), options)
    return [f"{error}" for error in found.errors or ()]


def test_whatever_is_given_is_valid(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south], onward="named", onward_to=(south.own.desk,), wording="texts")
    assert errors_of(north.pack(pact, south)) == []


def test_what_is_withdrawn_and_good_again_is_valid(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    north.pack(pact, south)
    aside = north.decide("withdraw", newsroom.REPLY.id, note="for partners: the outlet took it back")
    assert errors_of(north.pack(pact, south, NOW + DAY)) == []
    north.decide("undo", newsroom.REPLY.id, undoes=aside.id)
    again = north.pack(pact, south, NOW + 2 * DAY)
    assert errors_of(again) == []
    assert any(one.get("description", "").startswith("Good again") for one in objects(again))


def test_every_object_is_parsed_strictly(north: Newsroom, south: Newsroom) -> None:
    for one in objects(north.pack(agree("Bridge", [north, south]), south)):
        assert stix2.parse(one, allow_custom=False)["id"] == one["id"]


def test_a_thousand_reports_have_a_thousand_names(north: Newsroom, south: Newsroom) -> None:
    """Importers make ids of name and time alone, so two outlets with one headline must have two names."""
    told = reports(north.pack(agree("Bridge", [north, south]), south)).values()
    assert len({one["name"] for one in told}) == len(told)


def test_a_moment_is_read_with_any_number_of_digits() -> None:
    assert [ids.moment(ids.moment_of(one)) for one in ("2026-01-05T12:00:00Z", "2026-01-05T12:00:00.123456Z")] == [
        "2026-01-05T12:00:00.000Z",
        "2026-01-05T12:00:00.123Z",
    ]
