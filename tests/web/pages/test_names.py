"""The pages on names."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.web.app import create_app
from tests import pass_news
from tests.pass_news import CLASH, DAY, NORTHERN, PASS, RAIN, SOUTHERN, TAM
from tests.web.conftest import serving


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("pass")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        pass_news.fill(ledger)
        app = create_app(ledger, name="Pass", now=standing_at(DAY), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield client


def test_what_is_named_apart_this_week_leads_to_its_names(desk: httpx.Client) -> None:
    page = desk.get("/names").text
    assert f'<a href="/names/{PASS}"><bdi>Orrin Pass</bdi></a>' in page
    assert "Tam Wick" not in page


def test_a_thing_is_found_by_a_name_it_is_called_by(desk: httpx.Client) -> None:
    assert f'href="/names/{PASS}"' in desk.get("/names", params={"q": "reed gate"}).text
    nothing = desk.get("/names", params={"q": "<b>Nowhere"}).text
    assert "calls a place, a group or a body <strong>&lt;b&gt;Nowhere</strong>" in nothing


def test_the_names_of_a_place_stand_by_outlet_with_their_sentences(desk: httpx.Client) -> None:
    page = desk.get(f"/names/{PASS}").text
    assert '<th scope="col" dir="ltr">Reed Gate</th>' in page
    assert '<th scope="row"><bdi>South Agency</bdi></th><td>1 <span class="tag">1 at arm’s length</span></td>' in page
    assert f'href="/articles/{SOUTHERN.id}#s-' in page


def test_days_narrow_the_names(desk: httpx.Client) -> None:
    assert "Reed Gate" not in desk.get(f"/names/{PASS}", params={"since": "2031-05-20"}).text
    assert desk.get(f"/names/{PASS}", params={"until": "2001-01-01"}).status_code == 404


def test_a_storys_page_leads_to_what_each_calls_it(desk: httpx.Client) -> None:
    assert f'href="/names/{CLASH.id}"' in desk.get(f"/stories/{CLASH.id}").text
    page = desk.get(f"/names/{CLASH.id}").text
    assert page.index("Who did it") < page.index(">terrorists<") < page.index("Whom it befell")
    assert "nothing to compare" in desk.get(f"/names/{RAIN.id}").text


def test_an_articles_page_leads_to_what_it_names_and_on_to_the_names_of_what_is_no_person(desk: httpx.Client) -> None:
    page = desk.get(f"/articles/{NORTHERN.id}").text
    assert f'href="/entities/{PASS}"' in page
    assert f'href="/names/{PASS}"' in desk.get(f"/entities/{PASS}").text
    assert f'href="/names/{TAM}"' not in desk.get(f"/entities/{TAM}").text


@pytest.mark.parametrize("about", ["e0000000000000000", TAM, "k1"])
def test_what_has_no_names_is_not_found(desk: httpx.Client, about: str) -> None:
    assert desk.get(f"/names/{about}").status_code == 404
