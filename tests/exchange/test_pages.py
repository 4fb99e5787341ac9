"""The liaison's page, and the pact as a document, as a browser gets them."""

import httpx
import pytest

from tests import newsroom
from tests.exchange.desks import DAY, NOW, Newsroom, agree
from tests.exchange.door import app_of
from tests.web.conftest import serving


@pytest.fixture
def page(north: Newsroom, south: Newsroom) -> httpx.Response:
    """South's page for its liaison, after North gave and withdrew."""
    pact = agree("River talks", [north, south])
    south.take(north.pack(pact, south))
    north.decide("withdraw", newsroom.REPLY.id, note="for partners: the outlet took it back")
    south.take(north.pack(pact, south, NOW + DAY), NOW + DAY)
    with serving(app_of(south)) as at, httpx.Client(base_url=at, trust_env=False) as client:
        found = client.get("/exchange")
        document = client.get(f"/exchange/pacts/{pact.id}")
        missing = client.get("/exchange/pacts/c0")
    assert (document.status_code, missing.status_code) == (httpx.codes.OK, httpx.codes.NOT_FOUND)
    assert "Nothing is given of persons who neither speak" in document.text
    assert f"<code>{south.own.desk}</code>" in document.text or south.own.desk in document.text
    return found


def test_the_liaison_sees_what_was_got_and_what_was_withdrawn_and_why(page: httpx.Response) -> None:
    assert page.status_code == httpx.codes.OK
    assert "River talks" in page.text
    assert "Twelve people killed as shells hit Teral Bridge" in page.text
    assert "the outlet took it back" in page.text


def test_a_story_shows_what_partners_report_and_counts_none_of_it(north: Newsroom, south: Newsroom) -> None:
    newsroom.fill(south.ledger)
    south.take(north.pack(agree("River talks", [north, south]), south))
    with serving(app_of(south)) as at, httpx.Client(base_url=at, trust_env=False) as client:
        told = client.get(f"/stories/{newsroom.STORY.id}").text
    assert "What partners report" in told
    assert "Seen by" in told
    assert "None of it is counted above" in told
