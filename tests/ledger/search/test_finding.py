"""What is found is what a slow and plain search finds, whatever is asked, in pages of any size."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadInput
from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.search import finding
from reportedly.records import Filters
from reportedly.search import question
from tests.ledger.conftest import Another
from tests.ledger.search.invented_news import (
    CERTAINTIES,
    ENTITIES,
    FIRST,
    OUTLETS,
    SOURCES,
    SPOKEN,
    TYPES,
    WORDS,
    fill,
    plainly,
)


class Desk:
    """A ledger and what it holds, the newest first."""

    def __init__(self, ledger: Ledger) -> None:
        self.search = ledger.articles.search
        self.held = fill(ledger, 90, 60)

    def plainly(self, words: str, passing: Filters) -> list[str]:
        return list(plainly(self.held, question(words), passing))


HERALD, NOBODY = Filters(outlet="herald"), Filters(outlet="nobody")


@pytest.fixture(scope="module")
def desk(another: Another) -> Iterator[Desk]:
    with another() as url, open_ledger(url) as ledger:
        yield Desk(ledger)


def typed() -> st.SearchStrategy[str]:
    word = st.sampled_from((*WORDS, "visiting"))
    pair = st.lists(word, min_size=2, max_size=2, unique_by=lambda own: own.rstrip("s")).map(" ".join)
    near = st.builds('"{}"~{}'.format, pair, st.integers(0, 5))
    begin = word.flatmap(lambda own: st.sampled_from([f"{own[:n]}*" for n in range(1, len(own) + 1)]))
    sought = word | pair.map('"{}"'.format) | near | begin
    return st.lists(sought | sought.map("-{}".format), max_size=3).map(" ".join)


def filters() -> st.SearchStrategy[Filters]:
    days = st.none() | st.integers(0, 6).map(lambda n: FIRST + timedelta(days=n))
    kinds = {"outlet": OUTLETS, "language": SPOKEN, "entity": ENTITIES, "event": TYPES}
    kinds |= {"source": SOURCES, "certainty": CERTAINTIES}
    chosen = {name: st.none() | st.sampled_from(values) for name, values in kinds.items()}
    return st.builds(Filters, since=days, until=days, **chosen)


BOUNDS = st.fixed_dictionaries(
    {
        "FEW": st.sampled_from((0, 5, 1_000)),
        "PROBED": st.sampled_from((0, 10, 1_000)),
        "LOOKED": st.sampled_from((1, 7, 1_000)),
        "LOOKED_IN_FEW": st.sampled_from((1, 7, 1_000)),
    }
)


@given(typed(), filters(), st.integers(3, 9), BOUNDS)
def test_whatever_is_asked_its_pages_hold_what_matches_newest_first(
    desk: Desk, words: str, passing: Filters, limit: int, bounds: dict[str, int]
) -> None:
    met: list[str] = []
    before = None
    with pytest.MonkeyPatch.context() as patch:
        for name, value in bounds.items():
            patch.setattr(finding, name, value)
        while True:
            found = desk.search(words, passing, limit=limit, before=before)
            met += [hit.article for hit in found.hits]
            before = found.before
            if before is None:
                break
    assert met == desk.plainly(words, passing)


@given(typed(), filters(), st.integers(0, 20))
def test_some_can_be_passed_over(desk: Desk, words: str, passing: Filters, offset: int) -> None:
    found = desk.search(words, passing, limit=5, offset=offset)
    want = desk.plainly(words, passing)
    assert [hit.article for hit in found.hits] == want[offset : offset + 5]
    assert (found.before is not None) == (len(want) > offset + 5)


@given(typed(), filters())
def test_the_best_are_the_same_in_another_order(desk: Desk, words: str, passing: Filters) -> None:
    found = desk.search(words, passing, limit=100, best=True)
    assert sorted(hit.article for hit in found.hits) == sorted(desk.plainly(words, passing))
    pages = [desk.search(words, passing, limit=20, offset=n, best=True).hits for n in (0, 20, 40)]
    assert [hit for page in pages for hit in page] == list(found.hits)


def test_an_article_is_found_by_each_of_its_words(desk: Desk) -> None:
    for told in desk.held:
        for word in told.article.text.split():
            hits = desk.search(f"{word} -nothing", Filters(outlet=told.article.outlet), limit=100).hits
            assert told.article.id in {hit.article for hit in hits}


def test_what_is_filed_meanwhile_moves_no_page(ledger: Ledger) -> None:
    held = fill(ledger, 20, 20)
    first = ledger.articles.search("", limit=5)
    fill(ledger, 40, 40)
    second = ledger.articles.search("", limit=5, before=first.before)
    assert [hit.article for hit in first.hits] == [told.article.id for told in held[:5]]
    assert first.hits[-1].place > second.hits[0].place


def test_the_best_are_of_the_newest_and_it_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "RANKED", 10)
    found = desk.search("dam", best=True)
    newest = desk.plainly("dam", Filters())
    assert sorted(hit.article for hit in found.hits) == sorted(newest[:10])
    assert found.notes == ("ranked are the newest 10 that match",)


def test_how_far_was_looked_back_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LOOKED", 3)
    monkeypatch.setattr(finding, "FEW", 0)
    (note,) = desk.search("dam", HERALD, limit=50).notes
    assert note.startswith("looked back as far as 2031-05-0")


def test_where_nothing_can_pass_nothing_is_found(desk: Desk) -> None:
    for words in ("dam", "", "-dam", "zebra*"):
        assert desk.search(words, NOBODY).hits == ()


@pytest.mark.parametrize("before", ["", "yesterday", "-1", "9" * 40])
def test_a_place_that_was_never_given_is_refused(desk: Desk, before: str) -> None:
    with pytest.raises(BadInput, match="page before"):
        desk.search("dam", before=before)


def test_far_pages_are_asked_for_by_their_place(desk: Desk) -> None:
    with pytest.raises(BadInput, match="10,000"):
        desk.search("dam", offset=10_001)
