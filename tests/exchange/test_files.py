import msgspec
import pytest

from reportedly.errors import BadInput
from reportedly.exchange.stix import extension
from tests import newsroom
from tests.exchange import desks
from tests.exchange.desks import DAY, NOW, Newsroom, agree, objects, reports


def test_a_file_brings_reports_with_their_origin_and_a_second_time_changes_nothing(
    north: Newsroom, south: Newsroom
) -> None:
    pact = agree("Bridge", [north, south])
    data = north.pack(pact, south)
    came = south.take(data)
    assert (came.reports, came.refused, came.foreign) == (6, (), 4)
    held = {one.url: one for one in south.ledger.received.current("report")}
    report = held[newsroom.ORIGINAL.article.url]
    assert (report.originator, report.sender, report.pact) == (north.own.desk, north.own.desk, pact.id)
    assert south.ledger.counts().articles == 0  # nothing of it became a reading of its own
    again = south.take(data)
    assert (again.new, again.known, again.refused) == (0, came.new, ())


def test_a_report_can_be_read_without_the_extension(north: Newsroom, south: Newsroom) -> None:
    told = reports(north.pack(agree("Bridge", [north, south]), south))[newsroom.ORIGINAL.article.url]
    assert told["name"] == "Varen News Agency (26251bb3): Twelve people killed as shells hit Teral Bridge"
    assert "https://varen.example/shelling" in told["description"]
    assert (
        "the governor of Teral, Mara Dovic (named; almost certain): “Twelve people were killed”" in told["description"]
    )
    assert "roughly even chance" in told["description"]
    assert told["published"] == "2024-06-03T00:00:00.000Z"
    assert newsroom.SHELLING not in msgspec.json.encode(told).decode()


def test_the_same_is_the_same_bytes_at_any_time(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    first, later = (reports(north.pack(pact, south, at)) for at in (NOW, NOW + 3 * DAY))
    assert first == later


def test_what_is_told_again_with_more_in_it_is_a_later_version_of_the_same(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    before = reports(north.pack(pact, south))[newsroom.ORIGINAL.article.url]
    claim = newsroom.ORIGINAL.reading.statements[0].id if newsroom.ORIGINAL.reading else ""
    north.decide("correct", f"{newsroom.ORIGINAL.id}:{claim}", value="certainty=possible", note="For partners: misread")
    after = reports(north.pack(pact, south, NOW + DAY))[newsroom.ORIGINAL.article.url]
    assert after["id"] == before["id"]
    assert (after["created"], after["modified"] > before["modified"]) == (before["created"], True)
    assert (extension.of(after)["state"], extension.of(after)["reason"]) == ("corrected", "misread")
    assert "CORRECTED. Reason: misread" in after["description"]


def test_a_file_for_another_desk_is_refused(north: Newsroom, south: Newsroom, east: Newsroom) -> None:
    data = north.pack(agree("Bridge", [north, south, east]), south)
    with pytest.raises(BadInput, match="it is for the desk"):
        east.take(data)


def test_a_file_that_was_cut_short_is_refused(north: Newsroom, south: Newsroom) -> None:
    whole = msgspec.json.decode(north.pack(agree("Bridge", [north, south]), south))
    whole["objects"] = [one for one in whole["objects"] if one["type"] != "relationship"]
    with pytest.raises(BadInput, match="cut short or changed"):
        south.take(msgspec.json.encode(whole))


def test_a_file_under_a_pact_that_was_not_signed_here_is_refused(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    data = north.pack(agree("Bridge", [north, south]), south)
    strange = desks.Newsroom(south.own, east.ledger)
    with pytest.raises(BadInput, match="has not signed"):
        strange.take(data)


def test_a_file_is_put_down_as_given_before_it_goes(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    data = north.pack(pact, south)
    given = {one.id for one in north.ledger.offers.served(south.own.desk, limit=1_000)}
    assert given == {one["id"] for one in objects(data)} - {one["id"] for one in objects(data) if is_delivery(one)}


def is_delivery(one: dict[str, object]) -> bool:
    return extension.of(one).get("kind") == "note/delivery"


def test_after_the_end_of_a_pact_nothing_is_in_a_file_but_who_it_is_for(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    north.pack(pact, south)
    late = north.pack(pact, south, pact.terms.ends)
    assert [one["type"] for one in objects(late)] == ["note"]
