"""Programs that others wrote read a large collection while two writers add to the ledger: each object exactly once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from cytaxii2 import cytaxii2
from stix2 import TAXIICollectionSource
from taxii2client.common import TokenAuth
from taxii2client.v21 import Server, as_pages

from reportedly.ledger import open_ledger
from tests.exchange import desks
from tests.exchange.crowd import article, crowd
from tests.exchange.desks import Newsroom, agree
from tests.exchange.door import app_of, collection, know
from tests.thorough import rounds
from tests.web.conftest import serving

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900), pytest.mark.filterwarnings("ignore")]
ARTICLES: Final = rounds(1_100, 3_400)
"""They give 3,000 or 10,000 objects: a report each, and two ties to others; all are of the same moment."""


@contextmanager
def writers(url: str) -> Iterator[None]:
    """Two others who file an article now and then."""
    over = threading.Event()

    def write(first: int) -> None:
        with open_ledger(url) as ledger:
            number = first
            while not over.wait(0.5):
                ledger.articles.file(article(number))
                number += 1

    both = [threading.Thread(target=write, args=(first,)) for first in (100_000, 200_000)]
    for one in both:
        one.start()
    try:
        yield
    finally:
        over.set()
        for one in both:
            one.join()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Newsroom, set[str]]]:
    """A large desk, served: its discovery address, a collection of it, and what was in that before anybody wrote."""
    folder: Path = tmp_path_factory.mktemp("ford")
    north, south = desks.newsroom(folder, "North"), desks.newsroom(folder, "South")
    crowd(north.ledger, ARTICLES)
    pact = agree("Ford", [north, south])
    given = desks.objects(north.pack(pact, south))
    know(north, south)
    with serving(app_of(north)) as address, writers(f"sqlite:///{folder / 'North'}.db"):
        before = {one["id"] for one in given if one.get("abstract") != "Delivery"}
        yield f"{address}/taxii2/", collection(pact, north, north, south), north, before
    for one in (north, south):
        one.ledger.close()


def by_pages(address: str, name: str) -> list[dict[str, Any]]:
    """taxii2-client with a token, as many at once as the server likes, and 700 at once."""
    server = Server(address, auth=TokenAuth("rpp_South"))
    (found,) = (one for one in server.default.collections if one.id == name)
    assert found.can_read
    return [one for page in as_pages(found.get_objects, per_request=700) for one in page.get("objects", [])]


def by_source(address: str, name: str) -> list[dict[str, Any]]:
    """The source of stix2, which asks for 5,000 at once, and parses what comes."""
    server = Server(address, user="south", password="rpp_South")  # noqa: S106
    (found,) = (one for one in server.default.collections if one.title.startswith("Ford: North to South"))
    assert found.id == name
    return [{"id": str(one["id"])} for one in TAXIICollectionSource(found).query([])]


def by_poll(address: str, name: str) -> list[dict[str, Any]]:
    """cytaxii2, which is given the place to read on from by hand."""
    client, found, following = cytaxii2.cytaxii2(address, "south", "rpp_South"), list[dict[str, Any]](), None
    while True:
        page = client.poll_request(name, limit=None if following is None else 900, next=following)
        assert page["status"], page
        found += page["response"].get("objects", [])
        if not page["response"]["more"]:
            return found
        following = page["response"]["next"]


@pytest.mark.parametrize("read", [by_pages, by_source, by_poll])
def test_each_object_is_read_exactly_once_while_others_write(
    desk: tuple[str, str, Newsroom, set[str]], read: Callable[[str, str], list[dict[str, Any]]]
) -> None:
    address, name, north, before = desk
    served = sum(1 for _ in every_line(north))
    got = [one["id"] for one in read(address, name)]
    assert len(got) == len(set(got)) == sum(1 for _ in every_line(north)) - served
    assert len(before) > 3 * ARTICLES
    assert before <= set(got)


def every_line(desk: Newsroom) -> Iterator[Any]:
    """The whole log of what was served."""
    lines = desk.ledger.offers.served(limit=1_000_000)
    yield from lines


def test_most_of_them_are_of_one_moment(desk: tuple[str, str, Newsroom, set[str]]) -> None:
    _, _, north, before = desk
    (pact,) = (one.pact for one in north.ledger.pacts.all())
    moments = [one.modified for one in north.ledger.reports.of_pact(pact.id) if one.id in before]
    assert max(moments.count(one) for one in set(moments)) > ARTICLES
