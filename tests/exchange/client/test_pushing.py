import msgspec
import pytest

from reportedly.exchange.client.pushing import Gave, push
from reportedly.exchange.client.remote import Ask
from reportedly.records import Exchange, Headers, Partner
from tests import newsroom
from tests.exchange.client.conftest import reached
from tests.exchange.desks import DAY, NOW, STAGES, Newsroom, agree


def pushed(desk: Newsroom, partner: Partner, ask: Ask, at_once: int = 200) -> Gave:
    (found,) = push(desk.ledger, desk.own, STAGES, partner, ask, NOW, at_once=at_once)
    return found


def test_a_desk_that_nobody_can_ask_gives_and_a_second_time_nothing_goes(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(south, north) as (partner, ask):
        gave = pushed(north, partner, ask, at_once=5)
        assert (gave.refused, gave.failed, gave.taken > 10) == ((), "", True)
        assert pushed(north, partner, ask).taken == 0
    reports = {one.url: one for one in south.ledger.received.current("report")}
    assert len(reports) == 6
    assert reports[newsroom.ORIGINAL.article.url].sender == north.own.desk
    assert {one.way for one in north.ledger.offers.served(south.own.desk)} == {"client"}


def test_what_was_broken_off_goes_on_and_nothing_is_there_twice(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(south, north) as (partner, ask):
        posts = list[int]()

        def breaking(method: str, url: str, headers: Headers, body: bytes) -> Exchange:
            answer = ask(method, url, headers, body)
            posts.extend([1] if method == "POST" else [])
            if len(posts) == 3:  # it was taken, and the answer is lost
                raise KeyboardInterrupt
            return answer

        with pytest.raises(KeyboardInterrupt):
            pushed(north, partner, breaking, at_once=5)
        before = len(south.ledger.received.current())
        assert 0 < before < 20
        pushed(north, partner, ask, at_once=5)
    assert len(south.ledger.received.current("report")) == 6
    assert north.ledger.offers.given(south.ledger.pacts.all()[0].pact.id, south.own.desk)


def test_what_the_other_side_refuses_is_told_and_given_again(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    south.ledger.pacts.end(pact.id, NOW - DAY, "ilse", "a quarrel")
    with reached(south, north) as (partner, ask):
        gave = pushed(north, partner, ask)
        assert gave.taken == 0 or gave.refused
        assert all("does not hold now" in why for why in gave.refused)
        assert pushed(north, partner, ask).refused == gave.refused
    assert north.ledger.partners.failing(partner.desk, "gave")


def test_pieces_get_smaller_where_the_server_takes_no_more(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(south, north) as (partner, ask):

        def narrow(method: str, url: str, headers: Headers, body: bytes) -> Exchange:
            if len(body) > 20_000:
                return msgspec.structs.replace(ask("GET", partner.address, headers, b""), status=413)
            return ask(method, url, headers, body)

        gave = pushed(north, partner, narrow)
    assert (gave.failed, gave.refused) == ("", ())
    assert len(south.ledger.received.current("report")) == 6


def test_a_withdrawal_goes_with_the_next_giving_and_its_answer_comes_back(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(south, north) as (partner, ask):
        pushed(north, partner, ask)
        north.decide("withdraw", newsroom.ORIGINAL.id, note="For partners: the agency took it back")
        pushed(north, partner, ask)
    states = {one.url: one.state for one in south.ledger.received.current("report")}
    assert states[newsroom.ORIGINAL.article.url] == "withdrawn"
