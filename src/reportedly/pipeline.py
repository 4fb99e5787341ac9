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

from reportedly import clock, followups, history, stories
from reportedly.account import judgements
from reportedly.archive import Finding
from reportedly.archive.foreign import is_archive
from reportedly.extract import page
from reportedly.extract.intake import corpora
from reportedly.gather import adopt, watch
from reportedly.gather.archives import take_pages
from reportedly.read.pool import ReadingFailed, read_all
from reportedly.read.reader import READER
from reportedly.records import Article, Capture, Decision, Judgement, Outcome, Outlet, content_id
from reportedly.run import Report, Run

WORTH_A_POOL = 64  # articles; below that, starting worker processes takes longer than the reading
AT_ONCE = 50  # articles imported in one transaction

__all__ = [
    "Report",
    "Run",
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


def everything(run: Run) -> None:
    """Do all that is due, in order."""
    watch(run)
    extract(run)
    read(run)
    compare(run)
    relate(run)


def keep_watching(run: Run, wait: Callable[[float], None] = time.sleep) -> None:
    """Do all that is due, wait for the next poll, and so on until interrupted."""
    while True:
        everything(run)
        wait(run.desk.settings.fetch.poll_every)


# -- extract ----------------------------------------------------------------------------------------------------------


def extract(run: Run) -> None:
    """Turn every archived page not yet looked at into an article, or record why it is none."""
    by_id = {outlet.id: outlet for outlet in run.ledger.outlets.all()}
    feeds = {url for outlet in by_id.values() for url in outlet.watched}
    for done, capture in enumerate(run.ledger.captures.to_extract(), 1):
        found = None if capture.url in feeds else _article(run, capture, by_id)
        if isinstance(found, Article):
            run.ledger.articles.file(found)
        shown = found.id if isinstance(found, Article) else None
        run.ledger.captures.mark_extracted(capture.id, found if isinstance(found, Outcome) else None, shown)
        run.report("extracting articles", done, None)


def _article(run: Run, capture: Capture, by_id: Mapping[str, Outlet]) -> Article | Outcome:
    outlet_id = run.ledger.captures.outlet_of(capture) or "unknown"
    return page.article(
        run.archive.body(capture),
        url=capture.url,
        outlet=by_id.get(outlet_id) or Outlet(id=outlet_id, name=outlet_id, home=capture.url),
        content_type=capture.content_type,
        item=run.ledger.feeds.item(capture.url),
        capture=capture,
    )


class Taken(NamedTuple):
    """What came of an import: articles filed, rows that could not be used, and articles filed with something lost."""

    filed: int
    refused: int
    noted: int


def import_file(run: Run, path: Path, columns: Iterable[str] = ()) -> Taken:
    """File the articles of a file or folder; ``columns`` are words such as ``text=Body``.

    Pages of a WARC or WACZ file are archived and counted; their articles are filed when they are extracted.
    Raises ``BadInput`` where the path is nothing that can be read, ``UsageError`` for columns.
    """
    if is_archive(path):
        return Taken(*take_pages(run, path), 0)
    limit = run.desk.settings.read.max_characters
    intake = corpora.Intake(path.name, limit, run.desk.now(), corpora.columns(columns))
    taken = _take_in(run, corpora.articles(path, intake), f"importing {path.name}")
    for found in _archives_in(path):
        filed, refused = take_pages(run, found)
        taken = Taken(taken.filed + filed, taken.refused + refused, taken.noted)
    return taken


def _archives_in(folder: Path) -> list[Path]:
    """The WARC and WACZ files of a folder and those below it; none where it is a file."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and is_archive(path)) if folder.is_dir() else []


def _take_in(run: Run, articles: Iterable[Article | Outcome], stage: str) -> Taken:
    filed = refused = noted = 0
    coming = iter(articles)
    while some := list(islice(coming, AT_ONCE)):
        whole = [found for found in some if isinstance(found, Article)]
        run.ledger.articles.file_all(whole)
        for said in (found for found in some if isinstance(found, Outcome)):
            run.ledger.outcomes.put(said)
            noted += said.state == "fetched"
            refused += said.state != "fetched"
        filed += len(whole)
        run.report(stage, filed + refused, None)
    return Taken(filed, refused, noted)


# -- read -------------------------------------------------------------------------------------------------------------


def read(run: Run) -> None:
    """Read every article that this reader has not read, and file each reading whole."""
    known = {outlet.id: outlet for outlet in run.ledger.outlets.all()}
    countries = {outlet.id: outlet.country for outlet in known.values() if outlet.country}
    due = run.ledger.articles.to_read(READER)
    total = run.ledger.articles.count_unread(READER)
    for done, found in enumerate(read_all(due, _processes(run, total), countries), 1):
        if isinstance(found, ReadingFailed):
            run.ledger.outcomes.put(Outcome(found.url, run.desk.now(), "failed", found.message))
        else:
            outlet = known.get(found.article.outlet)
            run.ledger.readings.file(
                found, stories.gist(found, outlet.owner if outlet else None), followups.sightings(found)
            )
        run.report("reading articles", done, total)


def _processes(run: Run, total: int) -> int:
    few = total < WORTH_A_POOL
    return 1 if few else run.desk.settings.read.processes or min(2, os.cpu_count() or 1)


# -- edits ------------------------------------------------------------------------------------------------------------


def compare(run: Run) -> None:
    """Tell apart the revisions of each page that was changed: their words and, once both are read, their statements."""
    due = run.ledger.edits.to_compare()
    for done, pair in enumerate(due, 1):
        ids = pair.before, pair.after
        texts = run.ledger.articles.by_id(ids)
        readings = run.ledger.readings.by_article(ids, ("entities", "statements"))
        before, after = (texts[one] for one in ids)
        run.ledger.edits.file(pair, history.compare(before, after, *(readings.get(one) for one in ids)))
        run.report("comparing revisions", done, len(due))


# -- stories and follow-ups -------------------------------------------------------------------------------------------


def relate(run: Run) -> None:
    """Group articles into stories and match announcements with outcomes, over all the ledger holds."""
    run.report("grouping stories", 0, None)
    run.ledger.stories.replace(stories.group(tuple(run.ledger.readings.gists())))
    follow_up(run)


def follow_up(run: Run) -> None:
    """Match announcements with outcomes anew, honouring what people decided."""
    run.report("following up", 0, None)
    judged = followups.verdicts(run.ledger.judgements.standing())
    run.ledger.followups.replace(followups.follow(run.ledger.readings.sightings(), judged))


def judge(run: Run, who: str, kind: Decision, about: str, **said: str | None) -> Judgement:
    """The decision as it was filed (with ``value``, ``undoes``, ``note``); follow-ups are matched anew by it.

    Raises ``BadInput`` where it cannot be made, ``NotInLedger`` where what it is about is not there.
    """
    at = clock.system()
    made = Judgement(content_id("j", who, at, kind, about, *said.values()), who, at, kind, about, **said)
    judgements.check(run.ledger, made)
    run.ledger.judgements.put(made)
    follow_up(run)
    return made


def verify(run: Run) -> tuple[int, list[Finding]]:
    """Check every archived byte against the ledger; gives how many captures were checked and what was found wrong."""
    checked = run.ledger.counts().captures
    return checked, list(run.archive.verify(run.ledger.captures.all()))
