import random
import time
from datetime import UTC, datetime

import pytest

from benchmarks import mutations
from reportedly.extract import page
from reportedly.records import Article, Capture, Outcome, Outlet

HERALD = Outlet(id="herald", name="Herald", home="http://herald.example/")
CAPTURE = Capture("c1", HERALD.home, datetime(2024, 6, 3, tzinfo=UTC), 200, "text/html", "0" * 64, 1, "a.warc.gz", 0)


def read(source: bytes) -> Article | Outcome:
    return page.article(source, url=HERALD.home, outlet=HERALD, content_type="text/html", item=None, capture=CAPTURE)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_breaks_a_page_the_answer_is_an_article_or_an_outcome(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(25):
        source = mutations.mutated(mutations.page(rng), rng)
        began = time.process_time()
        found = read(source)
        assert isinstance(found, Article | Outcome)
        assert time.process_time() - began < 10
        if isinstance(found, Article):
            found.text.encode()  # no half characters
            assert not found.title or found.title.of(found.text) == found.headline


def test_the_same_broken_page_gives_the_same_answer() -> None:
    rng = random.Random(99)
    source = mutations.mutated(mutations.page(rng), rng)
    assert read(source) == read(source)
