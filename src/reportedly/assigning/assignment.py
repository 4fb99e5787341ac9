"""All that is due, handed to a crew, filed as it comes, assignment and measured."""

import resource
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

from reportedly import crew
from reportedly.assigning import due
from reportedly.assigning.filing import Settled, file, in_order, settled
from reportedly.crew import stages
from reportedly.crew.jobs import Due, DuePage, Spent
from reportedly.records import READER, Article, Outcome
from reportedly.session import Session, Tally

PAGES_AN_ARTICLE: Final = 8
"""Pages that are extracted while one article is read: 10 to 30 ms a page, 200 to 250 an article."""

FILED_AT_ONCE: Final = 16
"""Results filed in one step, as many as a worker answers with. Of 32 filing is a fifth quicker, which is two
thousandths of the reading; but the second half would wait for another worker."""

FILED_AT_MOST: Final = 64
"""Results filed in one step where many work: an article takes 7.9 ms of client and PostgreSQL then, of 16 11.3."""

SOON: Final = 0.5
"""Seconds in which more than ``FILED_AT_ONCE`` are waited for."""


def carry_out(
    session: Session,
    *,
    extracted: Tally | None = None,
    read: Tally | None = None,
    articles: Collection[Article] | None = None,
) -> None:
    """Extract the pages that are due, where they are counted, and read the ``articles`` or those due, where these are.

    Where both are, a page's article is read at once by whoever extracted it.
    """
    assignment, lost = _Assignment(session, extracted, read, articles), set[str]()
    holder = session.duty.holder if articles is None else None  # who reads those handed in need not hold them
    work = partial(stages.work, archive=session.archive.place)
    hands = crew.of_desk(session.desk, much=assignment.much, told=session.say)
    with assignment.measured(here=isinstance(hands, crew.Here)), hands:
        more = True
        while more:
            came = False
            coming = hands.each(work, assignment.due(), _only_extract)
            for some in _together(settled(one) for one in coming):
                assignment.add(some, file(session, list(in_order(some, lost)), holder))
                session.duty.did(len(some))
                came = True
            # What was filed now may have kept others from a later capture of the same page.
            more = came and holder is not None and session.ledger.leases.left(holder)


def _together(came: Iterable[Settled]) -> Iterator[list[Settled]]:
    """What came, in the pieces in which it is filed: larger where it comes quickly."""
    some, began = list[Settled](), 0.0
    for one in came:
        began = began if some else time.monotonic()
        some.append(one)
        enough = FILED_AT_ONCE if time.monotonic() - began >= SOON else FILED_AT_MOST
        if len(some) >= enough:
            yield some
            some = []
    if some:
        yield some


def _only_extract(job: Due) -> Due | None:
    """What is left to do of a job that killed a process: its page may still give an article, filed unread."""
    return job._replace(reads=False) if isinstance(job, DuePage) and job.reads else None


class _Assignment:
    """What is due and how far it is; ``much`` is what others are worth starting for."""

    def __init__(
        self, session: Session, extracted: Tally | None, read: Tally | None, given: Collection[Article] | None
    ) -> None:
        self._session, self._given = session, given
        self._extracted, self._read = extracted, read
        self._pages = session.ledger.captures.count_to_extract() if extracted else 0
        unread = session.ledger.articles.count_unread(READER) if given is None else len(given)
        self._articles = unread + self._pages if read else 0  # at most: a page may give none, or one that was read
        self._spent = Spent()
        self.much = self._articles + self._pages // PAGES_AN_ARTICLE >= crew.WORTH_STARTING

    def due(self) -> Iterator[Due]:
        """First the articles that were left, so that none which a page gives is met twice."""
        ledger, holder = self._session.ledger, self._session.duty.holder
        known, reads = due.Known.of(ledger.outlets.all()), self._read is not None
        if reads:
            unread = ledger.articles.to_read(READER, holder) if self._given is None else self._given
            yield from due.articles(unread, known)
        if self._extracted:
            yield from due.pages(self._session, ledger.captures.to_extract(holder), known, reads=reads)

    def add(self, came: Sequence[Settled], unread: int) -> None:
        """Count what came, of which so many articles could not be read, and tell how far it is."""
        self._spent = Spent(*(map(sum, zip(self._spent, *(one.spent for one in came), strict=True))))
        pages = [one for one in came if one.extracted or one.lost]
        if self._extracted:
            for one in pages:
                self._extracted.count(failed=one.extracted is None or isinstance(one.extracted.article, Outcome))
            self._session.report("extracting articles", self._extracted.done, self._pages)
        if self._read:
            self._read.done += sum(one.found is not None for one in came)
            self._read.failed += unread
            self._articles -= sum(one.found is None for one in pages)
            self._session.report("reading articles", self._read.done, self._articles)

    @contextmanager
    def measured(self, *, here: bool) -> Iterator[None]:
        """Put down what each step took of a processor: the stages, handing out and filing, and starting others."""
        own, others = time.process_time(), _of_others()
        yield
        own, others = time.process_time() - own, _of_others() - others
        for tally, seconds in ((self._extracted, self._spent.extract), (self._read, self._spent.read)):
            if tally:
                tally.processor = seconds
        self._session.took("file", own - sum(self._spent) if here else own)
        self._session.took("start", 0.0 if here else max(0.0, others - sum(self._spent)))


def _of_others() -> float:
    """Seconds of a processor that processes took which were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
