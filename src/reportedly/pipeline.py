"""The whole desk on one page: the order of the stages, what is due, and what is saved when.

::

    outlets -> fetch -> archive -> extract -> read -> stories -> follow-ups -> ledger

Each stage is a function from record to record. Only this page joins them with the ledger. Every step takes its work
from what the ledger lacks and files each result in one transaction, so it can be stopped at any moment and run again.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reportedly import clock, edits, followups, stories
from reportedly.account import judgements
from reportedly.archive import Finding
from reportedly.archive.foreign import is_archive
from reportedly.extract import page
from reportedly.extract.intake import files
from reportedly.gather import adopt, watch
from reportedly.gather.archives import take_pages
from reportedly.read.pool import ReadingFailed, read_all
from reportedly.read.reader import READER
from reportedly.records import Article, Capture, Decision, Judgement, Outcome, Outlet, content_id
from reportedly.session import Progress, Session

WORTH_A_POOL = 64  # articles; below that, starting worker processes takes longer than the reading
AT_ONCE = 50  # articles imported in one transaction

__all__ = [
    "Progress",
    "Session",
    "Taken",
    "adopt",
    "compare",
    "everything",
    "extract",
    "follow_up",
    "import_file",
    "judge",
    "keep_watching",
    "read",
    "relate",
    "verify",
    "watch",
]


def everything(session: Session) -> None:
    """Do all that is due, in order."""
    watch(session)
    extract(session)
    read(session)
    compare(session)
    relate(session)


def keep_watching(session: Session, wait: Callable[[float], None] = time.sleep) -> None:
    """Do all that is due, wait for the next poll, and so on until interrupted."""
    while True:
        everything(session)
        wait(session.desk.settings.fetch.poll_every)


# -- extract ----------------------------------------------------------------------------------------------------------


def extract(session: Session) -> None:
    """Turn every archived page not yet looked at into an article, or record why it is none."""
    by_id = {outlet.id: outlet for outlet in session.ledger.outlets.all()}
    feeds = {url for outlet in by_id.values() for url in outlet.watched}
    for done, capture in enumerate(session.ledger.captures.to_extract(), 1):
        article = None if capture.url in feeds else _article(session, capture, by_id)
        if isinstance(article, Article):
            session.ledger.articles.file(article)
        shown = article.id if isinstance(article, Article) else None
        session.ledger.captures.mark_extracted(capture.id, article if isinstance(article, Outcome) else None, shown)
        session.report("extracting articles", done, None)


def _article(session: Session, capture: Capture, by_id: Mapping[str, Outlet]) -> Article | Outcome:
    outlet_id = session.ledger.captures.outlet_of(capture) or "unknown"
    return page.article(
        session.archive.body(capture),
        url=capture.url,
        outlet=by_id.get(outlet_id) or Outlet(id=outlet_id, name=outlet_id, home=capture.url),
        content_type=capture.content_type,
        item=session.ledger.feeds.item(capture.url),
        capture=capture,
    )


class Taken(NamedTuple):
    """What came of an import: articles filed, rows that could not be used, and articles filed with something lost."""

    filed: int
    refused: int
    noted: int


def import_file(session: Session, path: Path, columns: Iterable[str] = ()) -> Taken:
    """File the articles of a file or folder; ``columns`` are words such as ``text=Body``.

    Pages of a WARC or WACZ file are archived and counted; their articles are filed when they are extracted.
    Raises ``BadInput`` where the path is nothing that can be read, ``UsageError`` for columns.
    """
    if is_archive(path):
        return Taken(*take_pages(session, path), 0)
    limit = session.desk.settings.read.max_characters
    intake = files.Intake(path.name, limit, session.desk.now(), files.columns(columns))
    taken = _take_in(session, files.articles(path, intake), f"importing {path.name}")
    for archive in _archives_in(path):
        filed, refused = take_pages(session, archive)
        taken = Taken(taken.filed + filed, taken.refused + refused, taken.noted)
    return taken


def _archives_in(folder: Path) -> list[Path]:
    """The WARC and WACZ files of a folder and those below it; none where it is a file."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and is_archive(path)) if folder.is_dir() else []


def _take_in(session: Session, articles: Iterable[Article | Outcome], stage: str) -> Taken:
    filed = refused = noted = 0
    coming = iter(articles)
    while some := list(islice(coming, AT_ONCE)):
        whole = [taken for taken in some if isinstance(taken, Article)]
        session.ledger.articles.file_all(whole)
        for refusal in (taken for taken in some if isinstance(taken, Outcome)):
            session.ledger.outcomes.put(refusal)
            noted += refusal.state == "fetched"
            refused += refusal.state != "fetched"
        filed += len(whole)
        session.report(stage, filed + refused, None)
    return Taken(filed, refused, noted)


# -- read -------------------------------------------------------------------------------------------------------------


def read(session: Session) -> None:
    """Read every article that this reader has not read, and file each reading whole."""
    known = {outlet.id: outlet for outlet in session.ledger.outlets.all()}
    countries = {outlet.id: outlet.country for outlet in known.values() if outlet.country}
    due = session.ledger.articles.to_read(READER)
    total = session.ledger.articles.count_unread(READER)
    for done, reading in enumerate(read_all(due, _processes(session, total), countries), 1):
        if isinstance(reading, ReadingFailed):
            session.ledger.outcomes.put(Outcome(reading.url, session.desk.now(), "failed", reading.message))
        else:
            outlet = known.get(reading.article.outlet)
            session.ledger.readings.file(
                reading, stories.gist(reading, outlet.owner if outlet else None), followups.sightings(reading)
            )
        session.report("reading articles", done, total)


def _processes(session: Session, total: int) -> int:
    few = total < WORTH_A_POOL
    return 1 if few else session.desk.settings.read.processes or min(2, os.cpu_count() or 1)


# -- edits ------------------------------------------------------------------------------------------------------------


def compare(session: Session) -> None:
    """Tell apart the revisions of each page that was changed: their words and, once both are read, their statements."""
    due = session.ledger.edits.to_compare()
    for done, pair in enumerate(due, 1):
        ids = pair.before, pair.after
        texts = session.ledger.articles.by_id(ids)
        readings = session.ledger.readings.by_article(ids, ("entities", "statements"))
        before, after = (texts[revision] for revision in ids)
        session.ledger.edits.file(pair, edits.compare(before, after, *(readings.get(revision) for revision in ids)))
        session.report("comparing revisions", done, len(due))


# -- stories and follow-ups -------------------------------------------------------------------------------------------


def relate(session: Session) -> None:
    """Group articles into stories and match announcements with outcomes, over all the ledger holds."""
    session.report("grouping stories", 0, None)
    session.ledger.stories.replace(stories.group(tuple(session.ledger.readings.gists())))
    follow_up(session)


def follow_up(session: Session) -> None:
    """Match announcements with outcomes anew, honouring what people decided."""
    session.report("following up", 0, None)
    judged = followups.verdicts(session.ledger.judgements.standing())
    session.ledger.followups.replace(followups.follow(session.ledger.readings.sightings(), judged))


def judge(session: Session, who: str, kind: Decision, about: str, **details: str | None) -> Judgement:
    """The decision as it was filed (with ``value``, ``undoes``, ``note``); follow-ups are matched anew by it.

    Raises ``BadInput`` where it cannot be made, ``NotInLedger`` where what it is about is not there.
    """
    now = clock.system()
    made = Judgement(content_id("j", who, now, kind, about, *details.values()), who, now, kind, about, **details)
    judgements.check(session.ledger, made)
    session.ledger.judgements.put(made)
    follow_up(session)
    return made


def verify(session: Session) -> tuple[int, list[Finding]]:
    """Check every archived byte against the ledger; gives how many captures were checked and what was found wrong."""
    checked = session.ledger.counts().captures
    return checked, list(session.archive.verify(session.ledger.captures.all()))
