"""Partners asked by themselves: who is due, and that one who fails holds nobody up."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from reportedly.account.exchange import standings
from reportedly.exchange.client.rounds import ask_due, due
from reportedly.records import Partner, Transfer
from tests import newsroom
from tests.exchange.client.conftest import asker, reached
from tests.exchange.desks import DAY, NOW, Newsroom, agree
from tests.exchange.door import at_now

QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)


def known(desk: Newsroom, other: Newsroom, address: str = "https://desk.example/taxii2/") -> Partner:
    """A partner whose server may be known."""
    partner = Partner(other.own.desk, other.own.name, other.own.key, NOW, address=address)
    desk.ledger.partners.put(partner)
    return partner


def asked(desk: Newsroom, partner: Partner, at: datetime, failed: str = "") -> None:
    desk.ledger.partners.note(Transfer(partner.desk, "c1", "got", "client", at, 0, failed))


def names(desk: Newsroom, at: datetime) -> list[str]:
    return [one.name for one in due(desk.ledger, QUARTER, at)]


def test_a_partner_is_due_when_it_was_not_asked_for_a_while(north: Newsroom, south: Newsroom) -> None:
    partner = known(south, north)
    assert names(south, NOW) == ["North"]
    asked(south, partner, NOW)
    assert names(south, NOW + QUARTER / 2) == []
    assert names(south, NOW + QUARTER) == ["North"]
    south.ledger.partners.put(replace(partner, removed=NOW))
    assert names(south, NOW + DAY) == []


def test_a_partner_whose_server_nobody_knows_is_never_due(north: Newsroom, south: Newsroom) -> None:
    known(south, north, address="")
    assert names(south, NOW) == []


def test_one_that_fails_is_asked_after_ever_longer_but_every_six_hours(north: Newsroom, south: Newsroom) -> None:
    partner = known(south, north)
    asked(south, partner, NOW, "north.example did not answer")
    assert names(south, NOW + QUARTER) == ["North"]
    asked(south, partner, NOW + 8 * HOUR, "north.example did not answer")
    assert names(south, NOW + 9 * HOUR) == []
    assert names(south, NOW + 11 * HOUR) == ["North"]
    asked(south, partner, NOW + 30 * DAY, "north.example did not answer")
    assert names(south, NOW + 30 * DAY + 6 * HOUR) == ["North"]


def test_a_clock_that_was_put_back_stops_nobody(north: Newsroom, south: Newsroom) -> None:
    asked(south, known(south, north), NOW + DAY)
    assert names(south, NOW) == ["North"]


def test_who_fails_is_told_since_when_and_holds_nobody_up(north: Newsroom, south: Newsroom, east: Newsroom) -> None:
    agree("Bridge", [north, south])
    agree("Ford", [east, south])
    known(south, east, "http://east.example/taxii2/")
    with reached(north, south) as (_, ask):
        came = list(ask_due(south.ledger, south.own.desk, ask, at_now, QUARTER))
    assert {one.collection.giver.name: bool(one.failed) for one in came} == {"North": False, "East": True}
    assert newsroom.ORIGINAL.article.url in {one.url for one in south.ledger.received.current("report")}
    (failing,) = (
        one.failing for one in standings(south.ledger, south.own.desk, NOW) if one.partner.desk == east.own.desk
    )
    assert [one.at for one in failing] == [NOW]
    assert list(ask_due(south.ledger, south.own.desk, asker("http://127.0.0.1:9"), at_now, QUARTER)) == []
