"""A partner is hostile input: what is not what it says is refused by itself, and the rest is taken."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import pytest

from reportedly.errors import BadInput
from reportedly.exchange import checking
from reportedly.exchange.checking import Coming, checked, definitions_of, parsed
from reportedly.exchange.stix import extension, ids, markings
from reportedly.exchange.taking import take
from reportedly.records import SKEW, Pact
from tests import newsroom
from tests.exchange.desks import DAY, NOW, Newsroom, agree, objects

Thing = dict[str, Any]


@pytest.fixture
def pact(north: Newsroom, south: Newsroom) -> Pact:
    return agree("NS", [north, south])


@pytest.fixture
def told(north: Newsroom, south: Newsroom, pact: Pact) -> list[Thing]:
    """What North gives to South."""
    return [one for one in objects(north.pack(pact, south)) if extension.of(one).get("kind") != "note/delivery"]


@pytest.fixture
def report(told: list[Thing]) -> Thing:
    (found,) = (one for one in told if one.get("external_references", [{}])[0].get("url") == newsroom.REPLY.article.url)
    return found


def coming(pact: Pact, north: Newsroom, south: Newsroom, told: list[Thing], at: datetime = NOW) -> Coming:
    return Coming(south.standing(pact), north.own.desk, south.own.desk, at, definitions_of(told))


@pytest.fixture
def under(pact: Pact, north: Newsroom, south: Newsroom, told: list[Thing]) -> Coming:
    """From North to South, now."""
    return coming(pact, north, south, told)


def signed_anew(thing: Thing, desk: Newsroom) -> Thing:
    """The object as its own desk would sign it after all."""
    return extension.signed(thing, desk.own)


def with_told(thing: Thing, **changes: Any) -> Thing:
    own = {**extension.of(thing), **changes}
    return {**thing, "extensions": {**thing["extensions"], extension.EXTENSION: own}}


def deep(levels: int) -> Any:
    return [deep(levels - 1)] if levels else "x"


FORGED: dict[str, Callable[[Thing], Thing]] = {
    "its signature": lambda one: {**one, "name": "Something else"},
    "its id is not the one": lambda one: {**one, "id": ids.object_id("report", "0" * 64, "p1")},
    "the key in it is not": lambda one: with_told(one, key=base64.b64encode(bytes(32)).decode()),
    "is no public key": lambda one: with_told(one, key="!!"),
    "names somebody else as its maker": lambda one: {**one, "created_by_ref": extension.AUTHOR},
    "of another type": lambda one: {**one, "type": "note"},
    "nested more than": lambda one: {**one, "labels": deep(40)},
    "more than 1,000,000 bytes": lambda one: {**one, "description": "x" * 1_000_001},
    "does not say who made it": lambda one: with_told(one, kind="malware"),
    "which generation": lambda one: with_told(one, generation=True),
}


@pytest.mark.parametrize("why", FORGED)
def test_what_was_changed_on_the_way_is_refused(under: Coming, report: Thing, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        checked(FORGED[why](report), under)


SIGNED: dict[str, Callable[[Thing], Thing]] = {
    "which cannot be": lambda one: {**one, "modified": ids.moment(NOW + 2 * SKEW)},
    "is no moment": lambda one: {**one, "modified": "yesterday"},
    "by one word and not by another": lambda one: {**one, "revoked": True},
    "or not as anybody knows": lambda one: {**one, "object_marking_refs": ["marking-definition--" + "1" * 36]},
    "marked TLP:RED": lambda one: {**one, "object_marking_refs": [markings.TLP["RED"]]},
    "about another page": lambda one: with_told(
        one, imprint={**extension.of(one)["imprint"], "url": "https://elsewhere.example/"}
    ),
    "imprint": lambda one: with_told(one, imprint={"url": 7}),
    "quotes alone": lambda one: with_told(one, text="The whole of it"),
    "more than 2,000 statements": lambda one: with_told(one, statements=[{}] * 2_001),
}


@pytest.mark.parametrize("why", SIGNED)
def test_what_a_partner_signs_and_must_not_send_is_refused(
    under: Coming, report: Thing, north: Newsroom, why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        checked(signed_anew(SIGNED[why](report), north), under)


def test_without_any_marking_it_counts_as_the_strictest(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing], report: Thing
) -> None:
    bare = {name: value for name, value in report.items() if name != "object_marking_refs"}
    with pytest.raises(BadInput, match="TLP:RED"):
        checked(signed_anew(bare, north), coming(pact, north, south, told))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("TLP:WHITE", "CLEAR"),
        ("tlp:amber+strict", "AMBER+STRICT"),
        ("TLP-GREEN", "GREEN"),
        ("secret", "RED"),
        ("", "RED"),
    ],
)
def test_a_label_under_a_foreign_id_is_known_by_its_name(name: str, label: str) -> None:
    assert markings.named(name) == label


def test_clocks_may_differ_by_an_hour_and_no_more(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing], report: Thing
) -> None:
    assert checked(report, coming(pact, north, south, told, NOW - SKEW))
    with pytest.raises(BadInput, match="one of the two clocks"):
        checked(report, coming(pact, north, south, told, NOW - 2 * SKEW))
    ends = pact.terms.ends
    assert checked(report, coming(pact, north, south, told, ends + SKEW / 2))
    with pytest.raises(BadInput, match="does not hold now"):
        checked(report, coming(pact, north, south, told, ends + 2 * SKEW))


def test_what_another_desk_made_is_refused_where_the_pact_does_not_pass_on(
    south: Newsroom, east: Newsroom, report: Thing
) -> None:
    other = agree("ES", [east, south])
    with pytest.raises(BadInput, match="each gives only what it found itself"):
        checked(report, coming(other, east, south, []))


def test_what_its_maker_does_not_let_go_on_is_refused(south: Newsroom, east: Newsroom, report: Thing) -> None:
    other = agree("ES", [east, south], passes_on=True)
    with pytest.raises(BadInput, match="does not let it be passed on"):
        checked(report, coming(other, east, south, []))


def test_the_rest_of_a_file_is_taken_where_one_object_is_refused(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing], report: Thing
) -> None:
    forged = [{**one, "name": "x"} if one is report else one for one in told]
    came = take(south.ledger, coming(pact, north, south, told), forged, "file")
    assert (came.reports, [refusal.id for refusal in came.refused]) == (5, [report["id"]])
    assert south.ledger.partners.failing(north.own.desk, "got") is not None


def test_the_same_version_with_other_words_is_refused(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing], report: Thing
) -> None:
    take(south.ledger, coming(pact, north, south, told), told, "file")
    other = signed_anew({**report, "description": "Something else"}, north)
    came = take(south.ledger, coming(pact, north, south, told), [other], "file")
    assert "differs from what came before" in came.refused[0].why


def test_objects_of_nobodys_desk_are_counted_and_left(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing]
) -> None:
    assert checked({"type": "malware", "id": "malware--1"}, coming(pact, north, south, told)) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"objects": 7}', b'{"objects": [1]}', b"[" * 100_000, b"\xff"])
def test_what_is_no_bundle_is_refused_whole(data: bytes) -> None:
    with pytest.raises(BadInput):
        parsed(data)


def test_too_many_objects_are_refused_whole() -> None:
    with pytest.raises(BadInput, match="50,000 are taken at most"):
        parsed(msgspec.json.encode({"objects": [{}] * (checking.OBJECTS + 1)}))


def test_a_withdrawal_is_taken_whatever_the_pact_says_by_now(
    north: Newsroom, south: Newsroom, pact: Pact, told: list[Thing]
) -> None:
    north.decide("withdraw", newsroom.REPLY.id)
    later = objects(north.pack(pact, south, NOW + DAY))
    (grave,) = (one for one in later if one["type"] == "report" and one.get("revoked"))
    found = checked(grave, coming(pact, north, south, told, pact.terms.ends + DAY))
    assert found is not None
    assert found.state == "withdrawn"
