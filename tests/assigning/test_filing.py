"""Over what a process died is told in the ledger by its name; what can be filed of it is."""

from reportedly.assigning import Known
from reportedly.assigning import page as due_page
from reportedly.assigning.filing import Settled, file, in_order, settled
from reportedly.crew import Lost, stages
from reportedly.crew.jobs import Done, DueArticle, Found, Spent
from reportedly.session import Session
from tests.assigning.conftest import HERALD, page, story, take, unread


def test_a_page_that_kills_is_told_and_stays_due(session: Session) -> None:
    capture = take(session, page("https://herald.example/1", story(1)))
    due = due_page(session, capture, Known.of([HERALD]))
    assert file(session, [settled(Lost(due, "signal 9"))]) == 0
    (told,) = session.ledger.outcomes.last()
    assert (told.url, told.state) == (capture.url, "failed")
    assert told.message == f"the extracting process died (signal 9) over this page of {capture.length} bytes"
    assert session.ledger.captures.count_to_extract() == 1


def test_a_page_that_kills_in_three_runs_is_given_up(session: Session) -> None:
    capture = take(session, page("https://herald.example/1", story(1)))
    due = due_page(session, capture, Known.of([HERALD]))
    for left in (1, 1, 0):
        file(session, [settled(Lost(due, f"signal {left}, {session.ledger.counts()}"))])
        assert session.ledger.captures.count_to_extract() == left


def test_a_later_capture_of_a_lost_page_waits_for_it(session: Session) -> None:
    known = Known.of([HERALD])
    first, other, second = (
        due_page(session, take(session, page(f"https://herald.example/{name}", story(number), number)), known)
        for number, name in enumerate((1, 2, 1))
    )
    done = [Done(stages.extract(one, session.archive), None, Spent()) for one in (other, second)]
    lost: set[str] = set()
    kept = list(in_order([settled(Lost(first, "signal 9")), *map(settled, done)], lost))
    assert [bool(one.lost) for one in kept] == [True, False]
    assert list(in_order([settled(done[1])], lost)) == []


def test_of_a_page_that_kills_who_reads_it_the_article_is_filed_unread(session: Session) -> None:
    capture = take(session, page("https://herald.example/1", story(1)))
    due = due_page(session, capture, Known.of([HERALD]))
    rest = Done(stages.extract(due, session.archive), None, Spent())
    assert file(session, [settled(Lost(due, "signal 11", rest))]) == 1
    (told,) = session.ledger.outcomes.last()
    assert "the reading process died (signal 11) over this article" in told.message
    assert (session.ledger.counts().unread, session.ledger.captures.count_to_extract()) == (1, 0)


def test_an_article_that_kills_is_told_and_stays_unread(session: Session) -> None:
    session.ledger.articles.file(unread(1))
    assert file(session, [settled(Lost(DueArticle(unread(1)), "exit code 3"))]) == 1
    (told,) = session.ledger.outcomes.last()
    assert (told.url, "exit code 3" in told.message) == (unread(1).url, True)


def test_of_readings_filed_together_the_one_at_fault_is_told_and_the_others_are_filed(session: Session) -> None:
    given = [unread(number) for number in range(3)]
    session.ledger.articles.file_all(given)
    found = [one for one in stages.read([DueArticle(article) for article in given]) if isinstance(one, Found)]
    found[1] = found[1]._replace(gist=found[0].gist)
    assert file(session, [Settled(None, one) for one in found]) == 1
    (told,) = session.ledger.outcomes.last()
    assert (told.url, told.state) == (given[1].url, "failed")
    assert "comes with the gist of" in told.message
    assert session.ledger.readings.by_article(one.id for one in given).keys() == {given[0].id, given[2].id}
