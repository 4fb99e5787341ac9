"""What came of jobs, filed: what pages show, what was found in articles, and over what a process died."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from reportedly.crew import Lost
from reportedly.crew.articles import died_over
from reportedly.crew.jobs import Done, Due, DueArticle, DuePage, Extracted, Found, Spent
from reportedly.ledger import Filing, Holder, Shown
from reportedly.records import Article, Capture, Outcome, ReadingFailed
from reportedly.session import Session

GIVEN_UP: Final = 3
"""Runs in which a process died over a page, after which it is not tried again; processes die for other reasons too."""

Came = Done | Lost[Due, Done]


class Settled(NamedTuple):
    """What is to be filed of a job: what a page shows, what was found, and whether the page was lost."""

    extracted: Extracted | None
    found: Found | ReadingFailed | None
    lost: Lost[DuePage, Done] | None = None
    spent: Spent = Spent()


def settled(came: Came) -> Settled:
    """What is to be filed of what came, whatever became of those who did it."""
    if isinstance(came, Done):
        return Settled(came.extracted, came.found, spent=came.spent)
    if isinstance(came.job, DueArticle):
        return Settled(None, died_over(came.job.article, came.ended))
    if came.rest is None or came.rest.extracted is None:
        return Settled(None, None, Lost(came.job, came.ended))
    article = came.rest.extracted.article
    unread = died_over(article, came.ended) if isinstance(article, Article) else None
    return Settled(came.rest.extracted, unread, spent=came.rest.spent)


def in_order(came: Iterable[Settled], lost: set[str]) -> Iterator[Settled]:
    """What is to be filed now: no capture of a page of which an earlier one was lost, lest its order is turned round.

    Such a capture stays due, as the lost one does. ``lost`` are the addresses of those pages, also of earlier results.
    """
    for one in came:
        if one.lost:
            lost.add(one.lost.job.capture.url)
        if one.lost or not (one.extracted and one.extracted.capture.url in lost):
            yield one


def file(session: Session, came: Sequence[Settled], holder: Holder | None = None) -> int:
    """File it; gives how many articles could not be read. Why stands in the ledger.

    Of a worker only what it holds is filed: what it lost others do.
    """
    for one in came:
        if one.lost:
            _file_lost(session, one.lost.job.capture, one.lost.ended)
    if extracted := [one.extracted for one in came if one.extracted]:
        reads = [read_of(one.found) for one in came if one.extracted and one.found]
        session.ledger.captures.file_shown(map(_shown, extracted), holder, reads)
    found = [one.found for one in came if one.found]
    return _file_found(session, found, holder) if found else 0


def read_of(found: Found | ReadingFailed) -> str:
    """The id of the article that was read."""
    return found.article if isinstance(found, ReadingFailed) else found.reading.article.id


def _file_lost(session: Session, capture: Capture, ended: str) -> None:
    """Tell that a process died over a page, which stays due unless it is known for that."""
    told = f"the extracting process died ({ended}) over this page of {capture.length:,} bytes"
    outcome = Outcome(capture.url, session.desk.now(), "failed", told)
    if session.ledger.outcomes.count_of(capture.id) + 1 >= GIVEN_UP:
        session.ledger.captures.mark_extracted(capture.id, outcome)
    else:
        session.ledger.outcomes.put(outcome, capture.id)


def file_shown(session: Session, extracted: Iterable[Extracted]) -> None:
    """File what pages show."""
    session.ledger.captures.file_shown(map(_shown, extracted))


def _shown(extracted: Extracted) -> Shown:
    capture = extracted.capture
    told = f"filed, but {'; '.join(extracted.notes)}"
    noted = Outcome(capture.url, capture.fetched_at, "fetched", told) if extracted.notes else None
    return Shown(capture.id, extracted.article, noted)


def _file_found(session: Session, found: Iterable[Found | ReadingFailed], holder: Holder | None) -> int:
    failed, filings = list[tuple[str, str]](), list[Filing]()
    for one in found:
        if isinstance(one, ReadingFailed):
            failed.append((one.url, one.message))
        else:
            filings.append(Filing(*one))
    failed += [(refused.url, refused.why) for refused in session.ledger.readings.file_all(filings, holder)]
    now = session.desk.now()
    session.ledger.outcomes.put_all(Outcome(url, now, "failed", why) for url, why in failed)
    return len(failed)
