"""Relating that dies in any transaction, and is begun again, some articles at a time: nothing is lost by it."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from msgspec.structs import replace

from benchmarks import content
from reportedly import relating
from reportedly.archive import Archive
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, ArticleHead, Gist, Published, Reading, article_id
from reportedly.session import Session
from reportedly.settings import desk_in, init_desk
from tests.pages_of_news import PEOPLE, SENTENCES, compare, sightings
from tests.relating.test_stories import EDITED, NEWS

AT_ONCE = 11  # articles that come before a run
MOST = 40  # transactions after which a run dies


class Dead(BaseException):
    """What nobody catches."""


class Dying:
    """Whoever comes to file the so manieth thing dies before it is filed."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, _connection: sa.Connection) -> None:
        self.left -= 1
        if self.left == 0:
            raise Dead


@contextmanager
def dying(at: int) -> Iterator[None]:
    death = Dying(at)
    sa.event.listen(sa.Engine, "commit", death)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "commit", death)


def come(ledger: Ledger, told: Gist, chance: random.Random, revision: str = "") -> None:
    """File an article with its gist, and a sentence that announces or tells something."""
    text = f"{told.headline}\n{told.url} {revision}"
    own = article_id(told.url, text, "hand/1")
    day = Published(told.published, told.published, "given") if told.published else None
    article = Article(own, told.url, told.outlet, text, "en", "hand/1", headline=told.headline, published=day)
    said = chance.choice(("ahead", "moved", "happened")), chance.choice(PEOPLE), chance.choice(SENTENCES), 1, "long"
    seen = [replace(one, article=own, event=None, published=told.published) for one in sightings(told.url, 1, [said])]
    ledger.articles.file(article)
    reading = Reading(reader="english/0.0.0", article=ArticleHead.of(article))
    ledger.readings.file(reading, replace(told, article=own), tuple(seen))


def relate(folder: Path) -> None:
    desk = desk_in(folder)
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        run, due = Session(desk, ledger, archive), ledger.unrelated.all()
        relating.stories_anew(run, due)
        relating.followups_anew(run, due, compare)


def test_runs_that_die_anywhere_lose_nothing(tmp_path: Path) -> None:
    chance, quiet, loud = random.Random(4), tmp_path / "quiet", tmp_path / "loud"
    open_ledger(init_desk(quiet).ledger_url).close()
    shutil.copytree(quiet, loud)
    coming = [(told, "") for told in chance.sample(NEWS, 18)] + [(told, "edited") for told in EDITED.values()]
    died = 0
    for start in range(0, len(coming), AT_ONCE):
        drawn = chance.random()
        for folder in (quiet, loud):
            alike = random.Random(drawn)
            with open_ledger(desk_in(folder).ledger_url) as ledger:
                for told, revision in coming[start : start + AT_ONCE]:
                    come(ledger, told, alike, revision)
        relate(quiet)
        died += sum(dies(loud, chance.randint(1, MOST)) for _ in range(4))
        relate(loud)
    assert died > 2
    assert content.unlike_rows(quiet, loud) == []


def dies(folder: Path, at: int) -> bool:
    """Relate, unless that dies before; whether it does."""
    with dying(at):
        try:
            relate(folder)
        except Dead:
            return True
    return False
