"""The liaison's page, and the pact as a document, as a browser gets them."""

import httpx
import pytest

from reportedly.records import Transfer
from tests import newsroom
from tests.exchange.desks import DAY, NOW, Newsroom, agree
from tests.exchange.door import app_of
from tests.web import crew
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


def test_what_is_for_a_few_is_shown_to_editors_alone(north: Newsroom, south: Newsroom) -> None:
    newsroom.fill(south.ledger)
    crew.hire(south.ledger)
    north.decide("mark", newsroom.REPLY.id, value="RED")
    south.take(north.pack(agree("River talks", [north, south], most="RED"), south))
    (report,) = (one for one in south.ledger.received.current("report") if one.url == newsroom.REPLY.article.url)
    for name, seen in (("reader", False), ("editor", True)):
        with crew.browsing(crew.app_of(south.ledger)) as browser:
            crew.sign_in(browser, name)
            assert (browser.get(f"/exchange/reports/{report.id}").status_code == httpx.codes.OK) is seen
            assert (report.id in browser.get(f"/stories/{newsroom.STORY.id}").text) is seen


def test_a_story_says_that_a_pact_is_over_under_which_something_came(north: Newsroom, south: Newsroom) -> None:
    newsroom.fill(south.ledger)
    pact = agree("River talks", [north, south], at_end="delete")
    south.take(north.pack(pact, south))
    south.ledger.pacts.end(pact.id, NOW, north.own.desk, "moved on")
    with serving(app_of(south)) as at, httpx.Client(base_url=at, trust_env=False) as client:
        assert "The pact “River talks” is over" in client.get(f"/stories/{newsroom.STORY.id}").text
        assert f"pact delete {pact.id}" in client.get("/exchange").text
        assert south.ledger.received.delete(pact.id) > 0
        assert "What partners report" not in client.get(f"/stories/{newsroom.STORY.id}").text
        assert "pact delete" not in client.get("/exchange").text


def test_the_log_tells_a_failure_in_a_row_once_and_leaves_out_when_nothing_was_new(
    north: Newsroom, south: Newsroom
) -> None:
    agree("River talks", [north, south])
    for n, failed in enumerate(("", "it did not answer", "it did not answer", "it did not answer")):
        transfer = Transfer(north.own.desk, "c1", "got", "client", NOW + n * DAY, 0, failed)
        south.ledger.partners.note(transfer)
    with serving(app_of(south)) as at, httpx.Client(base_url=at, trust_env=False) as client:
        told = client.get("/exchange").text
    assert "failed, 3 times in a row: it did not answer" in told
    assert "got 0 objects" not in told


def test_a_story_shows_what_partners_report_and_counts_none_of_it(north: Newsroom, south: Newsroom) -> None:
    newsroom.fill(south.ledger)
    south.take(north.pack(agree("River talks", [north, south]), south))
    with serving(app_of(south)) as at, httpx.Client(base_url=at, trust_env=False) as client:
        told = client.get(f"/stories/{newsroom.STORY.id}").text
    assert "What partners report" in told
    assert "Seen by" in told
    assert "None of it is counted above" in told
