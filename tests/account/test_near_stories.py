"""Stories that might be the same: they share rare names with it, in the same days."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from reportedly.account.near_stories import near_stories
from reportedly.account.telling import tellings
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Story, StoryArticle, content_id
from reportedly.stories import gist
from tests.newsroom import Written
from tests.pass_news import NORTH, PASS, SOUTH, TAM, named, told
from tests.telling import tell

TEXTS = (
    ("Tam Wick crossed Orrin Pass on Monday.", 19, ("Tam Wick", "Orrin Pass")),
    ("Snow closed Orrin Pass.", 20, ("Orrin Pass",)),
    ("At Orrin Pass a guide met Tam Wick.", 21, ("Orrin Pass", "Tam Wick")),
    ("Orrin Pass was open in spring.", 30, ("Orrin Pass",)),
    ("Bread is dear.", 19, ()),
)
IDS = {"Tam Wick": TAM, "Orrin Pass": PASS}


def written(n: int, text: str, day: int, names: Sequence[str]) -> Written:
    text = f"{text}\n{text}"
    entities = (named(text, IDS[name], "person" if name == "Tam Wick" else "place", name, name) for name in names)
    return told((NORTH, SOUTH)[n % 2], f"walk-{n}", text, *entities, day=date(2031, 5, day))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        every = [written(n, *row) for n, row in enumerate(TEXTS)]
        for one in every:
            opened.articles.file(one.article)
            if one.reading:
                opened.readings.file(one.reading, gist(one.reading), ())
        told = (
            Story(content_id("s", a.url), a.text.partition("\n")[0], (StoryArticle(a.id, a.url, None, a.url),), 1)
            for a in (one.article for one in every)
        )
        tell(opened, told)
        yield opened


def test_those_that_share_most_come_first_and_other_days_not_at_all(ledger: Ledger) -> None:
    (story,) = [one for one in ledger.stories.all() if one.title.startswith("Tam Wick")]
    (articles,) = tellings(ledger, (story,), {}, 20)
    assert [one.title for one in near_stories(ledger, story, articles)] == [TEXTS[2][0], TEXTS[1][0]]
