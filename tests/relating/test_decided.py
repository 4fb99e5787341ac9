"""Decisions lie over what is filed: whatever was decided, in any order, with runs between, leaves no trace undone."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.content import RELATED
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Reading, in_force
from reportedly.session import Session
from reportedly.settings import desk_in, init_desk
from reportedly.text import joined
from tests.judged_news import AGAIN, COPY, FIRST, SECOND, STREAM, Desk, come, relate
from tests.ledger.test_following import rows
from tests.newsroom import Written

pytestmark = pytest.mark.slow

DERIVED = (*RELATED, "article_marks", "readings", "statements", "events", "gists", "sightings", "edits")
STEPS = ("arrive", "arrive", "edit", "run", "decide", "decide", "decide", "undo")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with an empty ledger, to be copied."""
    made = init_desk(tmp_path_factory.mktemp("empty") / "desk")
    open_ledger(made.ledger_url).close()
    return made.folder


@contextmanager
def copied(desk: Path) -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        made = desk_in(Path(shutil.copytree(desk, Path(folder) / "desk")))
        with open_ledger(made.ledger_url) as ledger, Archive(made.archive) as archive:
            yield Desk(Session(made, ledger, archive))


@pytest.fixture
def desk(empty: Path) -> Iterator[Desk]:
    """A desk with the whole stream, up to date."""
    with copied(empty) as opened:
        for one in STREAM:
            come(opened.run, one)
        relate(opened.run)
        yield opened


def derived(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    held = rows(desk.run.desk.ledger_url, DERIVED)
    held["readings"] = [row[:2] for row in held["readings"]]  # when they were filed is no part of it
    return held


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(STEPS), min_size=3, max_size=12))
def test_undone_all_is_as_if_nobody_had_judged(empty: Path, chance: random.Random, steps: list[str]) -> None:
    with copied(empty) as judged, copied(empty) as quiet:
        due = [*STREAM]
        for step in ("arrive", "arrive", "run", *steps):
            if step == "arrive" and due:
                for one in due[: (many := chance.choice((1, 2, 3)))]:
                    come(judged.run, one)
                    come(quiet.run, one)
                del due[:many]
            elif step == "edit" and FIRST not in due:
                come(judged.run, AGAIN)
                come(quiet.run, AGAIN)
            elif step == "run":
                relate(judged.run)
            elif step in {"decide", "undo"} and judged.run.ledger.stories.lines():
                judged.try_any(chance)
        relate(judged.run)
        relate(quiet.run)
        judged.undo_all(chance)
        relate(judged.run)
        ours, theirs = derived(judged), derived(quiet)
        assert {name for name in DERIVED if ours[name] != theirs[name]} == set()
        assert told(judged) == told(quiet)


def told(desk: Desk) -> tuple[object, ...]:
    """What every face has from the ledger."""
    ledger = desk.run.ledger
    articles = [line.article for line in ledger.articles.lines(limit=100)]
    return (ledger.readings.by_article(articles), [*ledger.stories.all()], ledger.followups.all())


def test_a_desk_that_was_judged_says_the_same_after_another_run(desk: Desk) -> None:
    before = derived(desk)
    chance = random.Random(7)
    for _ in range(40):
        desk.try_any(chance)
    judged, said = derived(desk), told(desk)
    relate(desk.run)
    now = derived(desk)
    assert {name for name in DERIVED if now[name] != judged[name]} <= {"unrelated"}
    assert told(desk) == said
    assert now != before


def test_what_is_in_force_is_kept_as_all_rows_tell_it(desk: Desk) -> None:
    chance, ledger = random.Random(3), desk.run.ledger
    for _ in range(60):
        desk.try_any(chance)
    kept = ledger.judgements.standing()
    assert kept == [made for made in in_force(ledger.judgements.all()) if made.undoes is None]
    assert len(kept) > 10
    assert len({made.undoes for made in desk.made}) > 2


def claims(desk: Desk) -> dict[tuple[str, ...], int]:
    """The statements that several articles carry, with how many heard each for themselves."""
    return {claim.statements: claim.reports for story in desk.run.ledger.stories.all() for claim in story.claims}


def statement(one: Written, words: str) -> str:
    """What a judgement about the statement with these words names."""
    assert one.reading is not None
    text = one.article.text
    own = next(said.id for said in one.reading.statements if words in joined(said.content, text))
    return f"{one.id}:{own}"


def test_a_withdrawn_statement_stands_behind_no_claim(desk: Desk) -> None:
    (before,) = claims(desk).items()
    assert (len(before[0]), before[1]) == (3, 3)
    made = desk.decide("withdraw", statement(SECOND, "ran aground"))
    (now,) = claims(desk).items()
    assert (len(now[0]), now[1]) == (2, 2)
    assert set(now[0]) < set(before[0])
    desk.undo(made)
    assert claims(desk) == dict([before])


def test_a_figure_in_a_withdrawn_statement_contradicts_nobody(desk: Desk) -> None:
    def differing() -> list[str]:
        return [one.thing for story in desk.run.ledger.stories.all() for one in story.disagreements]

    assert differing()
    made = desk.decide("withdraw", statement(SECOND, "Four passengers"))
    assert differing() == []
    desk.undo(made)
    assert differing()


def test_an_article_that_was_set_aside_stands_in_no_story_nor_do_its_copies(desk: Desk) -> None:
    ledger = desk.run.ledger
    before = {story.id: len(story.articles) for story in ledger.stories.all()}
    made = desk.decide("withdraw", FIRST.id, note="a drill, no news")
    urls = {place.url for story in ledger.stories.all() for place in story.articles}
    assert urls.isdisjoint({FIRST.article.url, COPY.article.url})
    assert [*ledger.upkeep.check_stories()] == []
    reading = ledger.readings.get(FIRST.id)
    assert reading is not None
    assert [*reading.statements, *reading.events, *reading.expectations, *reading.entities] == []
    assert ledger.stories.of_article(SECOND.id)
    desk.undo(made)
    assert {story.id: len(story.articles) for story in ledger.stories.all()} == before


def test_what_was_announced_is_awaited_no_more_once_its_event_is_withdrawn(desk: Desk) -> None:
    ledger, event = desk.run.ledger, FIRST.reading.events[0].id if FIRST.reading else ""
    (known,) = ledger.followups.resting_on([FIRST.id])
    made = desk.decide("withdraw", f"{FIRST.id}:{event}")
    assert ledger.followups.resting_on([FIRST.id]) == []
    reading = ledger.readings.get(FIRST.id)
    assert reading is not None
    assert (reading.events, reading.expectations) == ((), ())
    desk.undo(made)
    assert ledger.followups.resting_on([FIRST.id]) == [known]


# -- pages that are edited and read anew ------------------------------------------------------------------------------


def edited(desk: Desk) -> Reading:
    """The first page after it was edited, as it is told."""
    come(desk.run, AGAIN)
    relate(desk.run)
    reading = desk.run.ledger.readings.get(AGAIN.id)
    assert reading is not None
    return reading


def test_a_statement_stays_corrected_when_its_page_is_edited_elsewhere(desk: Desk) -> None:
    desk.decide("correct", statement(FIRST, "Twelve"), value="certainty=possible")
    made = desk.decide("withdraw", statement(FIRST, "ran aground"))
    reading = edited(desk)
    said = {joined(one.content, reading.article.text): one.certainty for one in reading.statements}
    assert said["Twelve passengers were hurt on the northern reef"] == "possible"
    assert any(words.startswith("The night ferry Heron ran") for words in said)  # its words are others now
    assert made in desk.run.ledger.judgements.standing()


def test_a_statement_stays_corrected_when_its_article_is_read_anew(desk: Desk) -> None:
    desk.decide("correct", statement(FIRST, "Twelve"), value="polarity=denied")
    assert FIRST.reading is not None
    ids = {one.id: f"{one.id}0" for one in FIRST.reading.statements}
    every = tuple(replace(one, id=ids[one.id]) for one in FIRST.reading.statements)
    come(desk.run, Written(FIRST.article, replace(FIRST.reading, reader="hand/2", statements=every)))
    reading = desk.run.ledger.readings.get(FIRST.id)
    assert reading is not None
    denied = [one for one in reading.statements if one.polarity == "denied"]
    assert [joined(one.content, reading.article.text) for one in denied] == [
        "Twelve passengers were hurt on the northern reef"
    ]


@pytest.mark.parametrize("value", ["state=cancelled", "window=2031-05-12/2031-05-14"])
def test_an_expectation_stays_corrected_when_its_page_is_edited(desk: Desk, value: str) -> None:
    ledger = desk.run.ledger
    (known,) = ledger.followups.resting_on([FIRST.id])
    made = desk.decide("correct", known.id, value=value)
    (before,) = ledger.followups.resting_on([FIRST.id])
    edited(desk)
    (now,) = [one for one in ledger.followups.all() if one.supports[0].article_url == FIRST.article.url]
    assert now.id != known.id
    assert (now.state, now.window) == (before.state, before.window)
    assert ledger.followups.get(known.id) == now
    assert made.about in ledger.judgements.names_of(now.id)


def test_an_expectation_stays_withdrawn_when_its_page_is_edited(desk: Desk) -> None:
    ledger = desk.run.ledger
    (known,) = ledger.followups.resting_on([FIRST.id])
    made = desk.decide("withdraw", known.id)
    edited(desk)
    assert not [one for one in ledger.followups.all() if one.supports[0].article_url == FIRST.article.url]
    desk.undo(made)
    assert [one for one in ledger.followups.all() if one.supports[0].article_url == FIRST.article.url]


def test_what_was_parted_stays_parted_when_the_page_that_announces_it_is_edited(desk: Desk) -> None:
    ledger = desk.run.ledger
    (known,) = ledger.followups.resting_on([FIRST.id])
    parted = next(words.article_url for words in known.evidence if words.article_url != FIRST.article.url)
    made = desk.decide("split", known.id, value=parted)
    edited(desk)
    (now,) = [one for one in ledger.followups.all() if one.supports[0].article_url == FIRST.article.url]
    assert parted not in {words.article_url for words in now.evidence}
    desk.undo(made)
    (now,) = [one for one in ledger.followups.all() if one.supports[0].article_url == FIRST.article.url]
    assert parted in {words.article_url for words in now.evidence}
