"""Articles filed together are filed as one after another."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly import clock
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Capture, article_id
from tests.ledger.conftest import Another

SEEN = datetime(2031, 5, 20, 6, tzinfo=UTC)
_TAKE = count()
looks = st.tuples(
    st.sampled_from(["a", "b"]),
    st.sampled_from(["Rain fell.", "Snow fell.", "Hail fell."]),
    st.sampled_from([None, "it is a teaser"]),
    st.sampled_from([None, "c0", "c1", "c2"]),
)


@pytest.fixture(scope="module")
def lasting(another: Another) -> Iterator[Ledger]:
    with another() as url, open_ledger(url, clock.standing_at(date(2031, 5, 20))) as ledger:
        for n in range(3):
            ledger.captures.put(Capture(f"c{n}", "https://x.example/", SEEN, 200, "text/html", "0", 9, "a.warc", n))
        yield ledger


@settings(max_examples=60)
@given(shown=st.lists(looks, max_size=8), sizes=st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_in_whatever_batches_articles_come_their_pages_show_the_same(
    lasting: Ledger, shown: list[tuple[str, str, str | None, str | None]], sizes: list[int]
) -> None:
    def seen_at(site: str) -> list[Article]:
        return [_article(f"https://{site}.example/{page}", text, part, seen) for page, text, part, seen in shown]

    one, other = (f"{name}{next(_TAKE)}" for name in ("one", "other"))
    for article in seen_at(one):
        lasting.articles.file(article)
    left = seen_at(other)
    for size in sizes:
        lasting.articles.file_all(left[:size])
        left = left[size:]
    for page in ("a", "b"):
        assert _held(lasting, f"https://{one}.example/{page}") == _held(lasting, f"https://{other}.example/{page}")


def _article(url: str, text: str, partial: str | None, capture: str | None) -> Article:
    own = article_id(url, text + str(partial), "hand/1")
    return Article(own, url, "x", text, "en", "hand/1", partial=partial, capture=capture)


def _held(ledger: Ledger, url: str) -> tuple[Article | None, Sequence[Article]]:
    def alike(article: Article) -> Article:
        return replace(article, id="", url="")

    latest = ledger.articles.latest(url)
    return latest and alike(latest), [alike(article) for article in ledger.articles.revisions(url)]


def test_the_words_of_articles_filed_together_are_all_found(ledger: Ledger, article: Callable[..., Article]) -> None:
    given = [article(url=f"https://x.example/{n}", text=f"Ferry {n} sank.") for n in range(3)]
    ledger.articles.file_all([*given, given[0]])
    assert {hit.article for hit in ledger.articles.search("ferry").hits} == {one.id for one in given}
