"""What is due is extracted and read, in one pass or step by step, here or by others: the ledger holds the same."""

from functools import partial
from pathlib import Path

import pytest

from benchmarks import content
from reportedly import crew, pipeline
from reportedly.assigning import Known
from reportedly.assigning import page as due_page
from reportedly.crew import stages
from reportedly.crew.jobs import DueArticle
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.assigning.conftest import ARTICLES, HERALD, PAGES, fill, page, session_on, story, take, unread
from tests.crew import chores

pytestmark = pytest.mark.slow


def test_one_pass_by_others_files_what_steps_do_here(undisturbed: Path, tmp_path: Path) -> None:
    opened = session_on(init_desk(tmp_path / "desk").but(processes=1))
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        pipeline.extract(opened)
        assert (opened.ledger.counts().articles, opened.ledger.counts().unread) == (PAGES + 1 + ARTICLES,) * 2
        pipeline.read(opened)
    assert content.differences(undisturbed, tmp_path / "desk") == []


def test_what_is_done_is_due_no_more(session: Session) -> None:
    fill(session, 3, 2)
    pipeline.extract_and_read(session)
    assert session.ledger.counts().unread == 0
    pipeline.extract_and_read(session)
    assert [(run.done, run.failed) for run in session.ledger.runs.last("extract")] == [(0, 0), (6, 1)]
    assert [(run.done, run.failed) for run in session.ledger.runs.last("read")] == [(0, 0), (6, 0)]


def test_a_text_that_was_read_is_not_read_again(session: Session) -> None:
    take(session, page("https://herald.example/1", story(1)))
    pipeline.extract_and_read(session)
    take(session, page("https://herald.example/1", story(1) + "<!-- another advertisement -->", 60))
    pipeline.extract_and_read(session)
    assert [run.done for run in session.ledger.runs.last("extract")] == [1, 1]
    assert [run.done for run in session.ledger.runs.last("read")] == [0, 1]


def test_the_latest_revision_is_the_one_that_was_seen_last(undisturbed: Path) -> None:
    opened = session_on(init_desk(undisturbed))
    with opened.ledger:
        latest = opened.ledger.articles.latest("https://herald.example/0")
        assert latest is not None
        assert "It did not." in latest.text
        assert latest.outlet == "herald"


def test_how_far_it_is_comes_to_an_end(session: Session) -> None:
    told: dict[str, tuple[int, int | None]] = {}

    def report(stage: str, done: int, total: int | None) -> None:
        told[stage] = done, total

    fill(session, 3, 2)
    pipeline.extract_and_read(Session(session.desk, session.ledger, session.archive, report))
    assert told == {"extracting articles": (6, 6), "reading articles": (6, 6)}


def test_what_each_step_took_is_put_down(session: Session) -> None:
    fill(session, 3, 2)
    pipeline.extract_and_read(session)
    assert {"extract", "read", "file"} <= {step for step, spent in session.spent.items() if spent.processor > 0}


def test_who_only_extracts_does_not_load_the_reader(session: Session) -> None:
    captures = [take(session, page(f"https://herald.example/{number}", story(number))) for number in range(4)]
    known = Known.of([HERALD])
    work = partial(stages.work, archive=session.archive.place)
    with crew.of(2) as hands:
        done = list(hands.each(work, [due_page(session, capture, known) for capture in captures]))
        assert len(done) == 4
        assert not any(hands.each(chores.has_reader, range(4)))
        list(hands.each(work, [DueArticle(unread(number)) for number in range(4)]))
        assert any(hands.each(chores.has_reader, range(4)))
