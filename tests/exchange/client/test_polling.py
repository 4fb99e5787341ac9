from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from reportedly import clock
from reportedly.account.exchange import standings
from reportedly.exchange.client import polling
from reportedly.exchange.client.polling import Asked, poll
from reportedly.exchange.client.remote import Ask
from reportedly.fetch.http.asking import Asker
from reportedly.records import Exchange, Headers, Partner
from reportedly.settings import FetchSettings
from tests import newsroom
from tests.exchange.client.conftest import Says, asker, reached, saying
from tests.exchange.desks import NOW, Newsroom, agree, objects
from tests.exchange.door import app_of, at_now, collection, know
from tests.web.conftest import serving


def polled(desk: Newsroom, partner: Partner, ask: Ask, now: Callable[[], datetime] = at_now, page: int = 500) -> Asked:
    (found,) = poll(desk.ledger, desk.own.desk, partner, ask, now, page=page)
    return found


def addresses(desk: Newsroom) -> set[str]:
    """The addresses of the articles that others reported to a desk."""
    return {one.url for one in desk.ledger.received.current("report")}


def test_what_a_partner_gives_comes_page_by_page_and_a_second_time_nothing_is_new(
    north: Newsroom, south: Newsroom
) -> None:
    agree("Bridge", [north, south])
    with reached(north, south) as (partner, ask):
        first = polled(south, partner, ask, page=4)
        assert (first.failed, sum(came.reports for came in first.came)) == ("", 6)
        assert len(first.came) > 3
        (again,) = polled(south, partner, ask, page=4).came
    assert (again.new, again.known, again.refused) == (0, 0, ())
    assert newsroom.ORIGINAL.article.url in addresses(south)


def test_a_desk_that_does_not_answer_to_a_name_says_so_in_words(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    there, secret = "http://other.example/taxii2/", know(north, south)
    partner = Partner(north.own.desk, "North", north.own.key, NOW, address=there, secret=secret)
    with serving(app_of(north)) as address:
        found = polled(south, partner, asker(address, "other.example"))
    assert "answered 421 Misdirected Request: This desk answers only to its own names" in found.failed


def test_what_was_broken_off_goes_on_where_it_was(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    with reached(north, south) as (partner, ask):
        calls = list[str]()

        def breaking(method: str, url: str, headers: Headers, body: bytes) -> Exchange:
            calls.append(url)
            if len(calls) == 6:
                raise KeyboardInterrupt
            return ask(method, url, headers, body)

        with pytest.raises(KeyboardInterrupt):
            polled(south, partner, breaking, page=4)
        got = len(south.ledger.received.current())
        assert south.ledger.partners.reached(partner.desk, collection(pact, south, north, south)).next
        rest = polled(south, partner, ask, page=4)
    assert got > 0
    assert sum(came.known for came in rest.came) == 0
    given = objects(north.pack(pact, south))
    desks_own = [one for one in given if one["id"] in {held.id for held in south.ledger.received.current()}]
    assert len(desks_own) == got + sum(came.new for came in rest.came)


def test_a_withdrawal_comes_with_the_next_asking(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(north, south) as (partner, ask):
        polled(south, partner, ask)
        north.decide("withdraw", newsroom.ORIGINAL.id, note="For partners: the agency took it back")
        (came,) = polled(south, partner, ask).came
    assert [(one.url, one.reason) for one in came.withdrawn] == [
        (newsroom.ORIGINAL.article.url, "the agency took it back")
    ]


def test_a_server_that_cannot_be_asked_is_put_down_as_failing(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    with reached(north, south) as (partner, ask):
        wrong = Partner(partner.desk, partner.name, partner.key, NOW, address=partner.address, secret="rpp_wrong")  # noqa: S106
        failed = polled(south, wrong, ask).failed
        assert "answered 401 Unauthorized: This is for desks that have a pact" in failed
        (standing,) = standings(south.ledger, south.own.desk, NOW)
        assert [one.failed for one in standing.failing] == [failed]
        polled(south, partner, ask)
        (standing,) = standings(south.ledger, south.own.desk, NOW)
    assert standing.failing == ()


# -- servers that are not as they should be ----------------------------------------------------------------------------


def told_by(north: Newsroom, south: Newsroom, envelope: Callable[[dict[str, str]], tuple[Any, dict[str, str]]]) -> Says:
    """A server with one collection, and what it answers when that is read."""
    pact = agree("Bridge", [north, south])
    name = collection(pact, south, north, south)

    def says(path: str, query: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        if path == "/taxii2/":
            return 200, {"title": "x", "api_roots": ["http://other.example/api/", "/api/"]}, {}
        if path == "/api/collections/":
            return 200, {"collections": [{"id": name, "title": "x", "can_read": True}]}, {}
        if path == f"/api/collections/{name}/objects/":
            return 200, *envelope(query)
        return 404, {"title": "no"}, {}

    return says


def known(north: Newsroom, address: str = "http://desk.example/taxii2/") -> Partner:
    return Partner(north.own.desk, "North", north.own.key, NOW, address=address, secret="rpp_South")  # noqa: S106


def test_more_without_a_next_is_cut_off_and_what_came_is_kept(north: Newsroom, south: Newsroom) -> None:
    given = objects(north.pack(agree("Quay", [north, south]), south))
    says = told_by(north, south, lambda _: ({"more": True, "objects": given}, {}))
    with saying(says) as (ask, asked):
        found = [one for one in poll(south.ledger, south.own.desk, known(north), ask, at_now) if one.came]
    assert "says that there is more, and not where" in found[0].failed
    assert len([path for path, _, _ in asked if path.endswith("/objects/")]) == 1


def test_a_server_that_leads_in_a_circle_is_cut_off(north: Newsroom, south: Newsroom) -> None:
    page = {"more": True, "next": "again", "objects": [{"type": "note", "id": "note--1"}]}
    with saying(told_by(north, south, lambda _: (page, {}))) as (ask, asked):
        assert "leads in a circle" in polled(south, known(north), ask).failed
    assert len([path for path, _, _ in asked if path.endswith("/objects/")]) == 4


def test_a_server_that_never_ends_is_cut_off(north: Newsroom, south: Newsroom) -> None:
    def envelope(query: dict[str, str]) -> tuple[Any, dict[str, str]]:
        number = int(query.get("next", "0"))
        return {"more": True, "next": number + 1, "objects": [{"type": "note", "id": f"note--{number}"}]}, {}

    hours = iter(range(1_000))
    with saying(told_by(north, south, envelope)) as (ask, asked):
        failed = polled(south, known(north), ask, lambda: NOW + timedelta(minutes=next(hours))).failed
    assert "never ends" in failed
    assert len(asked) < polling.PAGES


def test_empty_pages_that_say_there_is_more_are_cut_off(north: Newsroom, south: Newsroom) -> None:
    numbers = iter(range(1_000))
    says = told_by(north, south, lambda _: ({"more": True, "next": f"{next(numbers)}"}, {}))
    with saying(says) as (ask, asked):
        assert "leads in a circle" in polled(south, known(north), ask).failed
    assert len(asked) < 10


def test_a_place_that_the_server_forgot_is_begun_anew_from_the_last_moment(north: Newsroom, south: Newsroom) -> None:
    def envelope(query: dict[str, str]) -> tuple[Any, dict[str, str]]:
        if query.get("next"):
            return {"title": "gone"}, {}
        return {"more": False}, {"X-TAXII-Date-Added-Last": "2026-01-05T12:00:00.000001Z"}

    says = told_by(north, south, envelope)

    def forgetting(path: str, query: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        status, told, headers = says(path, query)
        return (400 if query.get("next") else status), told, headers

    (pact,) = (one.pact for one in south.ledger.pacts.all())
    place = south.ledger.partners.reached(north.own.desk, collection(pact, south, north, south))
    south.ledger.partners.reach([type(place)(place.partner, place.collection, "2026-01-04T00:00:00Z", "old")])
    with saying(forgetting) as (ask, asked):
        assert polled(south, known(north), ask).failed == ""
    assert [query.get("added_after") for _, query, _ in asked if query] == ["2026-01-04T00:00:00Z"] * 2
    after = south.ledger.partners.reached(place.partner, place.collection)
    assert (after.after, after.next) == ("2026-01-05T12:00:00.000001Z", "")


def test_the_secret_goes_to_no_other_host(north: Newsroom, south: Newsroom) -> None:
    with saying(told_by(north, south, lambda _: ({"more": False}, {}))) as (ask, asked):
        assert polled(south, known(north), ask).failed == ""
    assert {path.partition("/")[0] for path, _, _ in asked} == {"desk.example"}
    assert {secret for _, _, secret in asked} == {"Bearer rpp_South"}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, ["no"], {}), "did not answer in JSON as a TAXII server does"),
        ((302, {}, {"Location": "http://other.example/"}), "it leads to http://other.example/, which is not followed"),
        ((500, {"title": "bro\x1bken"}, {}), "answered 500 Internal Server Error: broken"),
        (
            (200, {"title": "x", "api_roots": ["http://other.example/"]}, {}),
            "has no collection “Bridge: North",
        ),
    ],
)
def test_words_say_what_is_wrong_with_a_server(
    north: Newsroom, south: Newsroom, answer: tuple[int, Any, dict[str, str]], words: str
) -> None:
    agree("Bridge", [north, south])
    with saying(lambda _path, _query: answer) as (ask, _):
        assert words in polled(south, known(north), ask).failed


def test_a_desk_in_the_own_network_is_not_asked_unless_the_settings_name_it(north: Newsroom, south: Newsroom) -> None:
    agree("Bridge", [north, south])
    ask = Asker(FetchSettings(), clock.system)
    for address, words in (("http://127.0.0.1:9/", "would carry a secret"), ("https://127.0.0.1:9/", "never asked")):
        assert words in polled(south, known(north, address), ask).failed
