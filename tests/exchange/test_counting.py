"""No report counts twice: three desks count as one that watched everything, whoever gave what to whom and when."""

import random
import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reportedly.exchange import beside
from reportedly.records import Known, Pact, SharedStory, page_id
from reportedly.stories.imprints import imprint
from tests.exchange import desks, streams
from tests.exchange.desks import NOW, STAGES, Newsroom, agree, newsroom
from tests.exchange.streams import OUTLETS, Printed
from tests.thorough import rounds

MINUTE = timedelta(minutes=1)
NAMES = ("North", "South", "East")
Counted = dict[frozenset[str], int]


def watched(printed: Iterable[Printed], outlets: Sequence[int]) -> list[Printed]:
    """What a desk sees that watches these outlets."""
    ids = {OUTLETS[n].id for n in outlets}
    return [one for one in printed if one.article.outlet in ids]


def counted(stories: Iterable[SharedStory]) -> Counted:
    return {frozenset(page.page for page in one.pages): one.independent_sources for one in stories}


def alone(desk: Newsroom, printed: Iterable[Printed]) -> Counted:
    """How one desk counts what it saw itself."""
    near = [Known(page_id(one.article.url), "", imprint(one.gist, "")) for one in printed]
    own = beside.of_own(desk.ledger, desk.own.desk, near, STAGES)
    return counted(STAGES.voices(own.known, own.ties))


def exchanged(order: random.Random, pacts: Sequence[Pact], parties: Sequence[Newsroom], at: datetime) -> datetime:
    """Let all give to all in any order until nobody has anything new for anybody."""
    ways = [(pact, one, other) for pact in pacts for one in parties for other in parties if one is not other]
    ways = [way for way in ways if way[0].party(way[1].own.desk) and way[0].party(way[2].own.desk)]
    new = True
    while new:
        new = False
        for pact, one, other in order.sample(ways, len(ways)):
            at += MINUTE
            came = other.take(one.pack(pact, other, at), at)
            assert came.refused == ()
            new = new or came.new > 0
    return at


@pytest.fixture
def three(tmp_path: Path) -> list[Newsroom]:
    return [newsroom(tmp_path, name) for name in NAMES]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(rounds(2, 5)))
@pytest.mark.parametrize("seed", range(rounds(1, 10)))
def test_three_desks_count_as_one_that_watched_everything(tmp_path: Path, ledgers: Path, seed: int, part: int) -> None:
    printed, chance = streams.stream(seed, happenings=3), random.Random(seed)
    shares = [chance.sample(range(len(OUTLETS)), 3) for _ in NAMES]
    for name in (*NAMES, "Whole"):
        shutil.copy(ledgers / "Empty.db", tmp_path / f"{name}.db")
    for name, outlets in zip(NAMES, shares, strict=True):
        desk = newsroom(tmp_path, name)
        streams.file(desk.ledger, watched(printed, outlets))
        desk.ledger.close()
    whole = newsroom(tmp_path, "Whole")
    streams.file(whole.ledger, watched(printed, sorted({outlet for outlets in shares for outlet in outlets})))
    expected = alone(whole, printed)
    seen = [{page_id(one.article.url) for one in watched(printed, outlets)} for outlets in shares]
    repeats = {page_id(one.article.url): page_id(one.copy_of) for one in printed if one.copy_of}
    for order in (2 * part, 2 * part + 1):
        folder = tmp_path / f"{order}"
        folder.mkdir()
        for name in NAMES:
            shutil.copy(tmp_path / f"{name}.db", folder)
        three = [newsroom(folder, name) for name in NAMES]
        in_any_order(random.Random(order), three)
        for desk, own in zip(three, seen, strict=True):
            others = set().union(*(other for other in seen if other is not own))
            got = counted(beside.shared(desk.ledger, desk.own.desk, STAGES))
            assert all(any(part <= pages for pages in expected) for part in got)
            linked = [pages for pages in expected if pages & others and is_linked(pages, seen, repeats)]
            assert {pages: got.get(pages) for pages in linked} == {pages: expected[pages] for pages in linked}
            desk.ledger.close()


def in_any_order(order: random.Random, three: list[Newsroom]) -> None:
    """First under two pacts of two desks each, then under one of all three."""
    north, south, east = three
    ring = [one.own.desk for one in three]
    pairs = [agree("NS", [north, south], **onward(ring)), agree("SE", [south, east], **onward(ring))]
    at = exchanged(order, pairs, three, NOW)
    exchanged(order, [agree("NSE", three, **onward(ring))], three, at)


def is_linked(pages: Iterable[str], seen: Iterable[Iterable[str]], repeats: dict[str, str]) -> bool:
    """Whether each desk that saw some of a story is linked with the others by an article, or by one that repeats."""
    parts = [{repeats.get(page, page) for page in pages if page in own} for own in map(set, seen)]
    joined, *rest = [part for part in parts if part]
    while near := [part for part in rest if part & joined]:
        rest = [part for part in rest if not part & joined]
        joined = joined.union(*near)
    return not rest


def onward(ring: list[str]) -> dict[str, object]:
    return {"onward": "named", "onward_to": tuple(ring), "passes_on": True}


def test_a_report_that_comes_by_two_ways_counts_once(three: list[Newsroom]) -> None:
    north, south, east = three
    printed = streams.stream(1)
    streams.file(north.ledger, printed)
    ring = [one.own.desk for one in three]
    direct, about = agree("NSE", three, **onward(ring)), agree("NS", [north, south], **onward(ring))
    east.take(north.pack(direct, east))
    before = counted(beside.shared(east.ledger, east.own.desk, STAGES))
    south.take(north.pack(about, south))
    came = east.take(south.pack(direct, east, NOW + MINUTE), NOW + MINUTE)
    assert came.refused == ()
    assert counted(beside.shared(east.ledger, east.own.desk, STAGES)) == before


def test_a_copy_that_another_desk_saw_is_no_second_voice(three: list[Newsroom]) -> None:
    north, south, _ = three
    first = streams.stream(3)[0]
    chance = random.Random(5)
    copy = streams._printed(
        chance,
        0,
        first.gist.published or desks.NOW.date(),
        OUTLETS[5],
        first.article.text + " kepum",
        first.article.url,
    )
    streams.file(north.ledger, [first])
    streams.file(south.ledger, [copy])
    south.take(north.pack(agree("NS", [north, south]), south))
    (story,) = beside.shared(south.ledger, south.own.desk, STAGES)
    assert (len(story.pages), story.independent_sources) == (2, 1)
    assert [fold.reason for fold in story.folds] == ["copy"]
