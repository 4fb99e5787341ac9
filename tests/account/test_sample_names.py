"""The two sides of the sample world have names of their own for one pass, as its ground truth says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.account import acts, naming
from reportedly.account.named import Named
from reportedly.extract import plain
from reportedly.ledger import Ledger, open_ledger
from reportedly.read import reader
from reportedly.records import Article, Gist, Story, StoryArticle
from reportedly.sample import world
from reportedly.sample.truth import truth
from reportedly.sample.world import LAST
from tests.telling import tell

PASS = truth().places[0]
URLS = [name.url for name in PASS.names]


def articles() -> Iterator[Article]:
    for site, piece in world.pieces():
        version = piece.as_of(LAST)
        if site.url(piece) in URLS and version:
            url, day = site.url(piece), piece.published.date()
            yield plain.article(version.text, url=url, outlet=site.outlet.id, published=day, headline=version.headline)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("sample")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        opened.outlets.put(site.outlet for site in world.sites().values())
        given = list(articles())
        opened.articles.file_all(given)
        for found in reader.read(given):
            own = found.article
            opened.readings.file(found, Gist(own.id, own.url, own.outlet, None, None, None, b"", (), (), ()), ())
        told = tuple(StoryArticle(own.id, own.url, None, own.url) for own in given)
        tell(opened, [Story("s0000000000000001", PASS.about, told, len(told))])
        yield opened


def outlets(named: Named, words: str) -> set[str]:
    return {use.outlet for name in named.names if name.words == words for use in name.uses}


@pytest.mark.parametrize("name", PASS.names, ids=lambda name: name.name)
def test_each_name_is_looked_up_with_who_uses_it(ledger: Ledger, name: object) -> None:
    (own,) = [one for one in PASS.names if one == name]
    outlet = next(site.outlet.id for site, piece in world.pieces() if site.url(piece) == own.url)
    (named,) = naming.asked(ledger, own.name, {})
    assert outlet in outlets(named, own.name)


def test_beside_each_other_stand_the_places_where_one_happening_was(ledger: Ledger) -> None:
    story = ledger.stories.get("s0000000000000001")
    assert story
    told = {named.kind: named for named in acts.happening(ledger, story, {})}
    assert "meridian-wire" in outlets(told["where"], "Varrow Pass")
    assert "dta" in outlets(told["where"], "Sorvash Pass")
    assert date(2026, 3, 8) in {name.example.published for name in told["act"].names if name.example}
