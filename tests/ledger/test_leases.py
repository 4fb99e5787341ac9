"""Who is at work, and what each holds: by several on one ledger, each a worker of its own."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from reportedly.errors import LeaseLost, OtherReader
from reportedly.ledger import Filing, Holder, Ledger, Program, Shown, Worker, claiming, open_ledger
from reportedly.records import READER, Article, Gist, Reading
from tests.ledger.test_captures import capture

Write = Callable[..., Article]
OVER = timedelta(0)
"""A lease that runs out at once."""


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, url: str) -> Iterator[Ledger]:
    """A ledger in a file, and one on PostgreSQL."""
    with open_ledger(request.getfixturevalue("database") if request.param == "postgresql" else url) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _each_look_is_from_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claiming, "SWEEP", 0.0)


def program(number: int = 1, reader: str = READER, host: str = "north") -> Program:
    return Program(host, number, f"kernel {number}", reader)


def enter(ledger: Ledger, number: int = 1, lease: timedelta = timedelta(minutes=1)) -> Holder:
    return ledger.leases.enter(program(number), lease)


def articles(ledger: Ledger, article: Write, many: int) -> list[Article]:
    given = [article(url=f"https://x.example/{number}") for number in range(many)]
    ledger.articles.file_all(given)
    return given


def test_what_one_takes_another_does_not(ledger: Ledger, article: Write) -> None:
    given = articles(ledger, article, 230)
    one, other = enter(ledger, 1), enter(ledger, 2)
    ones, others = ledger.articles.to_read(READER, one), ledger.articles.to_read(READER, other)
    first, second = next(ones), next(others)  # each takes a batch
    assert (first, second) == (given[0], given[100])
    assert [*ones] == [*given[1:100], *given[200:]]
    assert [*others] == given[101:200]
    assert ledger.leases.holdings() == {one.id: {"unread": 130}, other.id: {"unread": 100}}


def test_what_who_left_held_can_be_taken(ledger: Ledger, article: Write) -> None:
    given = articles(ledger, article, 3)
    one, other = enter(ledger, 1), enter(ledger, 2)
    assert [*ledger.articles.to_read(READER, one)] == given
    assert [*ledger.articles.to_read(READER, other)] == []
    ledger.leases.leave(one)
    assert [*ledger.articles.to_read(READER, other)] == given
    assert [worker.process for worker in ledger.leases.workers()] == [2]


def test_what_comes_free_meanwhile_is_taken_at_the_end(ledger: Ledger, article: Write) -> None:
    given = articles(ledger, article, 250)
    one, other = enter(ledger, 1), enter(ledger, 2)
    next(ledger.articles.to_read(READER, one))
    others = ledger.articles.to_read(READER, other)
    assert next(others) == given[100]
    ledger.leases.leave(one)
    assert [*others] == [*given[101:], *given[:100]]


def test_a_worker_reads_on_in_the_next_round_and_from_the_head_when_somebody_is_gone(
    ledger: Ledger, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "SWEEP", 1e9)
    given = articles(ledger, article, 3)
    one, other = enter(ledger, 1), enter(ledger, 2)
    assert [*ledger.articles.to_read(READER, one)] == given
    assert [*ledger.articles.to_read(READER, other)] == []
    later = article(url="https://x.example/later")
    ledger.articles.file(later)
    ledger.leases.leave(one)
    assert ledger.leases.any_free(other)
    assert [*ledger.articles.to_read(READER, other)] == [later]
    assert not ledger.leases.any_free(other)
    other.freed += 1  # as it does when it takes somebody off
    assert ledger.leases.any_free(other)
    assert [*ledger.articles.to_read(READER, other)] == given


def test_who_ran_out_of_time_is_taken_off_and_files_nothing(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    (given,) = articles(ledger, article, 1)
    found = reading(given, READER)
    filing = Filing(found, gist(found), ())
    late = enter(ledger, 1)
    assert [*ledger.articles.to_read(READER, late)] == [given]
    ledger.leases.renew(late, OVER)
    with pytest.raises(LeaseLost):
        next(ledger.articles.to_read(READER, late))
    other = enter(ledger, 2)
    assert [worker.id for worker in ledger.leases.workers()] == [other.id]
    assert [*ledger.articles.to_read(READER, other)] == [given]
    with ledger.leases.guarded(late), pytest.raises(LeaseLost, match="away for longer than its lease"):
        ledger.readings.file_all([filing], late)
    assert ledger.readings.get(given.id) is None
    with ledger.leases.guarded(other):
        assert ledger.readings.file_all([filing], other) == []
    assert ledger.readings.get(given.id) is not None
    assert ledger.counts().unread == 0


def test_what_a_worker_does_not_hold_it_does_not_file(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    (given,) = articles(ledger, article, 1)
    found = reading(given, READER)
    one, other = enter(ledger, 1), enter(ledger, 2)
    assert [*ledger.articles.to_read(READER, other)] == [given]
    with ledger.leases.guarded(one):
        assert ledger.readings.file_all([Filing(found, gist(found), ())], one) == []
    assert ledger.readings.get(given.id) is None


def test_a_lease_that_ran_out_is_not_renewed(ledger: Ledger) -> None:
    late, well = enter(ledger, 1, OVER), ledger.leases.enter(program(1), timedelta(minutes=1))
    for holder in (late, well):
        ledger.leases.renew(holder, timedelta(hours=1), done=7)
    (known,) = ledger.leases.workers()
    assert (known.id, known.done, known.until - known.seen) == (well.id, 7, timedelta(hours=1))


def test_who_is_known_to_be_gone_is_taken_off_at_once(ledger: Ledger, article: Write) -> None:
    given = articles(ledger, article, 2)
    killed, other = enter(ledger, 1), enter(ledger, 2)
    assert [*ledger.articles.to_read(READER, killed)] == given

    def is_first(worker: Worker) -> bool:
        return worker.process == 1

    assert [*ledger.articles.to_read(READER, other)] == []
    ledger.leases.take_off(other, is_first)
    assert other.freed == 1
    assert [*ledger.articles.to_read(READER, other)] == given


def test_the_captures_of_a_page_go_in_their_order(ledger: Ledger) -> None:
    pages = [replace(capture(n), url=f"https://herald.example/{n % 2}") for n in range(4)]
    first, second, third, fourth = pages
    for one in pages:
        ledger.captures.put(one)
    former, other = enter(ledger, 1), enter(ledger, 2)
    taken = ledger.captures.to_extract(former)
    assert [next(taken).id for _ in range(4)] == [own.id for own in pages]
    ledger.captures.put(replace(capture(4), url=first.url))
    assert [*ledger.captures.to_extract(other)] == []  # earlier ones are another's
    ledger.captures.put(capture(5))
    assert [own.id for own in ledger.captures.to_extract(other)] == ["c5"]
    ledger.captures.file_shown([Shown(own.id, None) for own in (first, second, third)], former)
    assert [own.id for own in ledger.captures.to_extract(other)] == ["c4"]
    assert ledger.captures.count_to_extract() == 3
    ledger.captures.file_shown([Shown("c4", None), Shown(fourth.id, None)], other)
    assert [own.id for own in ledger.captures.to_extract()] == [fourth.id, "c5"]


def test_an_article_that_is_read_with_its_page_is_nobody_elses(ledger: Ledger, article: Write) -> None:
    ledger.captures.put(capture(1))
    assert ledger.articles.count_unread(READER) == 0
    one, other = enter(ledger, 1), enter(ledger, 2)
    assert [own.id for own in ledger.captures.to_extract(one)] == ["c1"]
    shown, left = article(capture="c1"), article(url="https://x.example/left")
    ledger.articles.file(left)
    ledger.captures.file_shown([Shown("c1", shown)], one, [shown.id])
    assert [*ledger.articles.to_read(READER, other)] == [left]


def test_a_stage_and_a_host_are_one_workers(ledger: Ledger) -> None:
    one, other = enter(ledger, 1), enter(ledger, 2)
    assert ledger.leases.take(one, "stage", ["relate"]) == {"relate"}
    assert ledger.leases.take(one, "stage", ["relate"]) == {"relate"}
    assert ledger.leases.take(other, "stage", ["relate", "compare"]) == {"compare"}
    ledger.leases.give_back(one, "stage")
    assert ledger.leases.take(other, "stage", ["relate"]) == {"relate"}
    hosts = [f"h{number}" for number in range(5)]
    assert ledger.leases.take(one, "host", hosts, share=True) == {"h0", "h1", "h2"}
    assert ledger.leases.take(other, "host", hosts, share=True) == {"h3", "h4"}
    ledger.leases.leave(one)
    assert ledger.leases.take(other, "host", hosts, share=True) == {*hosts}


def test_who_reads_otherwise_is_refused(ledger: Ledger) -> None:
    own = enter(ledger)
    with pytest.raises(OtherReader, match=r"process 1 on north is at work with .*, and this one has english/99\.0\.0"):
        ledger.leases.enter(program(2, "english/99.0.0"))
    ledger.leases.leave(own)
    ledger.leases.leave(ledger.leases.enter(program(2, "english/99.0.0")))
    assert ledger.leases.workers() == []
