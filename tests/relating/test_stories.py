"""Articles that come in any order and batches, edited and judged meanwhile: the stories are those of all at once."""

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly import relating
from reportedly.archive import Archive
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Capture,
    Gist,
    Judgement,
    Published,
    Reading,
    Story,
    article_id,
    page_id,
    story_id,
)
from reportedly.session import Session
from reportedly.settings import desk_in, init_desk
from reportedly.stories import group, verdicts
from tests.stories.test_accounts import LAMPS, WALL
from tests.stories.test_grouping import DAY, FERRY, MINE, gist, other_news
from tests.stories.test_threads import OTHER, PIPE, WATER
from tests.stories.test_verdicts import GROUNDING, SCHOOL, WALKOUT

pytestmark = pytest.mark.slow

LATER = [DAY + timedelta(n) for n in range(20)]
NEWS = (
    *GROUNDING,
    *WALKOUT,
    *SCHOOL,
    *other_news(5),
    WALL,
    LAMPS,
    PIPE,
    *OTHER,
    WATER,
    gist("inquiry", "Ferry Heron inquiry at Cape Sorrow hears of failed light", day=LATER[3]),
    gist("reprint", "Night ferry Heron aground off Cape Sorrow", FERRY, day=LATER[4]),
    gist("verdict", "Court fines owner of ferry Heron over Cape Sorrow grounding", day=LATER[9]),
    gist("appeal", "Owner of ferry Heron appeals Cape Sorrow fine", day=LATER[10]),
    gist("again", "Miners walk out again at Low Tarn pit in Marrow Hill", MINE, day=LATER[11]),
    replace(gist("undated", "Ferry Heron inquiry opens at Cape Sorrow", day=None), fetched=LATER[1]),
    replace(gist("unsigned", "Night ferry Heron aground off Cape Sorrow", FERRY, day=None), fetched=LATER[2]),
    gist("handed", "Night ferry Heron aground off Cape Sorrow", FERRY, day=None),
    gist("live", "Live: ferry Heron, Low Tarn miners and the Brackwater school roof", day=LATER[1]),
    *(gist(f"quiet{n}", f"Harvest{n} bridge{n} choir{n} lantern{n}", day=LATER[n]) for n in range(0, 18, 3)),
)
EDITED = {
    "undated": gist("undated", "Ferry Heron inquiry opens at Cape Sorrow", day=LATER[2]),
    "west": gist("west", "Ferry Heron refloated at Cape Sorrow, all rescued"),
    "court": gist("court", "Court orders Low Tarn miners of Marrow Hill back by Friday", MINE, day=DAY + timedelta(1)),
    "pipe": replace(PIPE, headline="Residents sing", headline_words=("resident", "sing")),
    "verdict": gist("verdict", "Choir wins prize", day=LATER[9]),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with an empty ledger, to be copied."""
    made = init_desk(tmp_path_factory.mktemp("empty") / "desk")
    open_ledger(made.ledger_url).close()
    return made.folder


@contextmanager
def copied(desk: Path) -> Iterator[Session]:
    with TemporaryDirectory() as folder:
        made = desk_in(Path(shutil.copytree(desk, Path(folder) / "desk")))
        with open_ledger(made.ledger_url) as ledger, Archive(made.archive) as archive:
            yield Session(made, ledger, archive)


def come(ledger: Ledger, told: Gist, revision: str = "") -> None:
    """File an article with a reading of no more than this gist."""
    text = f"{told.headline}\n{told.url} {revision}"
    own = article_id(told.url, text, "hand/1")
    day = Published(told.published, told.published, "given") if told.published else None
    capture = fetch(ledger, told, own) if told.fetched else None
    article = Article(
        *(own, told.url, told.outlet, text, "en", "hand/1"), headline=told.headline, published=day, capture=capture
    )
    ledger.articles.file(article)
    ledger.readings.file(
        Reading(reader="english/0.0.0", article=ArticleHead.of(article)), replace(told, article=own), ()
    )


def fetch(ledger: Ledger, told: Gist, own: str) -> str:
    """The id of a capture of the article, filed as of the day of its gist."""
    assert told.fetched
    at = datetime.combine(told.fetched, time(9), UTC)
    capture = Capture(f"c-{own}", told.url, at, 200, "text/html", "ab" * 32, 9, "a.warc.gz", 0)
    ledger.captures.put(capture)
    return capture.id


def bring_up_to_date(run: Session) -> int:
    due = run.ledger.unrelated.all()
    differing = relating.stories_anew(run, due)
    run.ledger.unrelated.strike(due)
    return differing


def at_once(ledger: Ledger) -> dict[str, Story]:
    """The stories of everything the ledger holds, by themselves."""
    judged = verdicts(ledger.judgements.standing())
    return {story.id: story for story in group(ledger.readings.gists(), judged)}


def filed(ledger: Ledger) -> dict[str, Story]:
    return {story.id: story for story in ledger.stories.all()}


class Chance:
    """A desk on which articles come, are edited, and stories are judged, by chance."""

    def __init__(self, run: Session, chance: random.Random) -> None:
        self.run, self.ledger, self.chance = run, run.ledger, chance
        self.due = chance.sample(NEWS, len(NEWS))

    def arrive(self) -> None:
        for told in self.due[: (many := self.chance.choice((1, 1, 3, 9)))]:
            come(self.ledger, told)
        del self.due[:many]

    def edit(self) -> None:
        name = self.chance.choice(sorted(EDITED))
        if self.ledger.articles.latest(EDITED[name].url):
            come(self.ledger, EDITED[name], "edited")

    def decide(self, kind: str, about: str, value: str | None, undoes: str | None = None) -> None:
        number = len(self.ledger.judgements.all())
        at = datetime(2031, 5, 5, 12, tzinfo=UTC) + timedelta(days=self.chance.randrange(12))
        made = Judgement(f"j{number}", "Ilse", at, kind, about, value, undoes)  # type: ignore[arg-type]
        self.ledger.judgements.put(made)

    def merge(self) -> None:
        told = list(filed(self.ledger))
        if len(told) > 1:
            self.decide("merge", *self.chance.sample(told, 2))

    def split(self) -> None:
        several = [story for story in filed(self.ledger).values() if len(story.articles) > 1]
        if several:
            stays, leaves = self.chance.sample(self.chance.choice(several).articles, 2)
            self.decide("split", story_id(stays.url), leaves.url)

    def undo(self) -> None:
        standing = [made for made in self.ledger.judgements.standing() if made.kind != "undo"]
        if standing:
            made = self.chance.choice(standing)
            self.decide("undo", made.about, None, made.id)


STEPS = ("arrive", "arrive", "arrive", "edit", "merge", "split", "undo")


@settings(max_examples=20)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(STEPS), max_size=12))
def test_stories_are_those_of_all_at_once_after_any_steps(
    empty: Path, chance: random.Random, steps: Sequence[str]
) -> None:
    with copied(empty) as run:
        happening = Chance(run, chance)
        for step in ("arrive", *steps):
            getattr(happening, step)()
            if chance.random() < 0.7:
                bring_up_to_date(run)
        bring_up_to_date(run)
        assert filed(run.ledger) == at_once(run.ledger)
        relating.everything_anew(run)
        assert bring_up_to_date(run) == 0
        assert filed(run.ledger) == at_once(run.ledger)


def test_what_stood_without_a_day_is_taken_up_where_all_is_related_anew(empty: Path) -> None:
    ferry = gist("ferry", "Night ferry Heron aground off Cape Sorrow")
    undated = replace(gist("undated", "Night ferry Heron aground off Cape Sorrow", day=None), fetched=DAY)
    with copied(empty) as run:
        for told in (ferry, undated, *other_news(5)):
            come(run.ledger, told)
        bring_up_to_date(run)
        together = filed(run.ledger)
        place = run.ledger.placings.place(page_id(undated.url))
        assert place
        run.ledger.placings.put(DAY, [replace(place, day=None, happening=place.page)], None)  # as it was before
        bring_up_to_date(run)
        assert len(filed(run.ledger)) == len(together) + 1
        relating.everything_anew(run)
        bring_up_to_date(run)
        assert filed(run.ledger) == together == at_once(run.ledger)
