"""What goes over the wire comes back as it was, to the last field and type."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.crew import wire
from reportedly.crew.jobs import Done, DueArticle, DuePage, Extracted, Found, Spent
from reportedly.crew.rounds import Answer
from reportedly.crew.stages import read
from reportedly.errors import BadDate, DamagedArchive, ReportedlyError, TurnedDown
from reportedly.records import Capture, FeedItem, Outcome, Outlet, ReadingFailed
from tests.read.reading_of import article

AT = datetime(2026, 3, 20, 12, 30, 15, 123456, tzinfo=UTC)
HERALD = Outlet("herald", "Herald", "https://herald.example/", feeds=("https://herald.example/feed",), country="GB")
CAPTURE = Capture("c1", "https://herald.example/1", AT, 200, "text/html", "0" * 64, 7, "a.warc.gz", 2**40)
TEXT = """Police said on Monday that 3.5 of the 12 dams above Tarnow would open on 3 April 2026.

"We shall be there," engineer Mara Dovic told reporters. The ministry denied it."""


def again(answer: Answer) -> Answer:
    return wire.unpacked(wire.packed(answer))


def test_jobs_come_as_they_went() -> None:
    jobs = (
        DuePage(CAPTURE, HERALD, FeedItem("https://herald.example/1", "Dams to open"), reads=True, read=("a1", "a2")),
        DuePage(CAPTURE, HERALD),
        DueArticle(article(TEXT), HERALD),
        DueArticle(article(TEXT)),
    )
    came = wire.jobs(wire.packed_jobs(jobs))
    assert came == jobs
    assert [type(job) for job in came] == [type(job) for job in jobs]
    assert repr(came) == repr(jobs)


def test_what_was_found_comes_as_it_went() -> None:
    (found,) = read([DueArticle(article(TEXT), HERALD)])
    assert isinstance(found, Found)
    assert found.reading.statements
    done = Answer(
        (
            Done(Extracted(CAPTURE, article(TEXT), ("no date",)), found, Spent(0.25, 1.5)),
            Done(Extracted(CAPTURE, Outcome(CAPTURE.url, AT, "not_an_article", "nothing")), None, Spent()),
            Done(Extracted(CAPTURE, None), ReadingFailed("a1", CAPTURE.url, "broke down"), Spent()),
            Done(None, None, Spent()),
        )
    )
    assert again(done) == done
    assert repr(again(done)) == repr(done), "numbers are of the same kind, and tuples are tuples"
    assert msgspec.json.encode(again(done).results[0].found.reading) == msgspec.json.encode(found.reading)


@pytest.mark.parametrize(
    "error", [DamagedArchive("page 13 is damaged"), BadDate("no day"), TurnedDown(404, "not found"), ReportedlyError()]
)
def test_an_error_comes_as_it_was_raised(error: ReportedlyError) -> None:
    results, came = again(Answer((1, "two"), error))
    assert results == (1, "two")
    assert type(came) is type(error)
    assert (str(came), vars(came)) == (str(error), vars(error))


@given(st.lists(st.integers() | st.text() | st.none() | st.booleans() | st.tuples(st.integers(0, 9), st.text())))
def test_plain_values_come_as_they_went(values: list[object]) -> None:
    small = tuple(value for value in values if not isinstance(value, int) or abs(value) < 2**63)
    assert wire.jobs(wire.packed_jobs(small)) == small
