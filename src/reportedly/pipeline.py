"""The whole desk on one page: the order of the stages, what is due, and what is saved when.

::

    outlets -> fetch -> archive -> extract -> read -> stories -> follow-ups -> ledger

Each stage is a function from record to record. Only this page joins them with the ledger. Every step takes its work
from what the ledger lacks and files each result in one transaction, so it can be stopped at any moment and run again.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from reportedly import clock, followups, history, stories
from reportedly.archive import Finding
from reportedly.errors import BadInput, TooLarge, Unreachable
from reportedly.extract import documents, html, rows
from reportedly.fetch import Fetcher, Request
from reportedly.gather import adopt, watch
from reportedly.read.pool import ReadingFailed, read_all
from reportedly.read.reader import READER
from reportedly.records import Article, Capture, Outcome, Outlet, Reading
from reportedly.run import Report, Run
from reportedly.settings import Settings

WORTH_A_POOL = 64  # articles; below that, starting worker processes takes longer than the reading
MOST_BYTES_EACH = 4  # of a character in UTF-8

__all__ = [
    "Report",
    "Run",
    "adopt",
    "compare",
    "everything",
    "extract",
    "import_file",
    "keep_watching",
    "read",
    "read_documents",
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
    by_id = {outlet.id: outlet for outlet in run.ledger.outlets()}
    feeds = {url for outlet in by_id.values() for url in outlet.watched}
    for done, capture in enumerate(run.ledger.captures_to_extract(), 1):
        found = None if capture.url in feeds else _article(run, capture, by_id)
        if isinstance(found, Article):
            run.ledger.file_article(found)
        shown = found.id if isinstance(found, Article) else None
        run.ledger.mark_extracted(capture.id, found if isinstance(found, Outcome) else None, shown)
        run.report("extracting articles", done, None)


def _article(run: Run, capture: Capture, by_id: Mapping[str, Outlet]) -> Article | Outcome:
    outlet_id = run.ledger.capture_outlet(capture) or "unknown"
    return html.article(
        run.archive.body(capture),
        url=capture.url,
        outlet=by_id.get(outlet_id) or Outlet(id=outlet_id, name=outlet_id, home=capture.url),
        content_type=capture.content_type,
        item=run.ledger.feed_item(capture.url),
        capture=capture,
    )


def import_file(run: Run, path: Path) -> tuple[int, int]:
    """File the articles of a file of JSON lines; gives how many were filed and how many lines were unusable."""
    if not path.is_file():
        raise BadInput(f"{path} is not a file: wanted JSON lines of articles, plain or gzipped")
    limit = run.desk.settings.read.max_characters
    with rows.opened(path) as lines:
        return _take_in(run, rows.articles(lines, name=path.name, limit=limit, at=run.desk.now()))


def _take_in(run: Run, articles: Iterable[Article | Outcome]) -> tuple[int, int]:
    filed = refused = 0
    for found in articles:
        if isinstance(found, Outcome):
            run.ledger.put_outcome(found)
            refused += 1
        else:
            run.ledger.file_article(found)
            filed += 1
        run.report("importing articles", filed + refused, None)
    return filed, refused


# -- read -------------------------------------------------------------------------------------------------------------


def read(run: Run) -> None:
    """Read every article that this reader has not read, and file each reading whole."""
    known = {outlet.id: outlet for outlet in run.ledger.outlets()}
    countries = {outlet.id: outlet.country for outlet in known.values() if outlet.country}
    due = run.ledger.articles_to_read(READER)
    total = run.ledger.unread(READER)
    for done, found in enumerate(read_all(due, _processes(run, total), countries), 1):
        if isinstance(found, ReadingFailed):
            run.ledger.put_outcome(Outcome(found.url, run.desk.now(), "failed", found.message))
        else:
            outlet = known.get(found.article.outlet)
            run.ledger.file_reading(
                found, stories.gist(found, outlet.owner if outlet else None), followups.sightings(found)
            )
        run.report("reading articles", done, total)


def _processes(run: Run, total: int) -> int:
    few = total < WORTH_A_POOL
    return 1 if few else run.desk.settings.read.processes or min(2, os.cpu_count() or 1)


# -- edits ------------------------------------------------------------------------------------------------------------


def compare(run: Run) -> None:
    """Tell apart the revisions of each page that was changed: their words and, once both are read, their statements."""
    due = run.ledger.edits_to_compare()
    for done, pair in enumerate(due, 1):
        ids = pair.before, pair.after
        texts, readings = run.ledger.articles_by_id(ids), run.ledger.readings(ids, ("entities", "statements"))
        before, after = (texts[one] for one in ids)
        run.ledger.file_edit(pair, history.compare(before, after, *(readings.get(one) for one in ids)))
        run.report("comparing revisions", done, len(due))


# -- stories and follow-ups -------------------------------------------------------------------------------------------


def relate(run: Run) -> None:
    """Group articles into stories and match announcements with outcomes, over all the ledger holds."""
    run.report("grouping stories", 0, None)
    run.ledger.replace_stories(stories.group(tuple(run.ledger.gists())))
    run.report("following up", 0, None)
    run.ledger.replace_followups(followups.follow(run.ledger.sightings()))


def verify(run: Run) -> tuple[int, list[Finding]]:
    """Check every archived byte against the ledger; gives how many captures were checked and what was found wrong."""
    checked = run.ledger.counts().captures
    return checked, list(run.archive.verify(run.ledger.captures()))


# -- without a desk ---------------------------------------------------------------------------------------------------


def read_documents(
    sources: Iterable[str], *, published: date | None, outlet: str, processes: int = 0
) -> Iterator[Reading | ReadingFailed | Outcome]:
    """Read files, web addresses or ``-`` (stdin) with the default settings; what cannot be used gives an outcome."""
    settings = Settings()
    failures: list[Outcome] = []

    def articles() -> Iterator[Article]:
        for source in sources:
            for found in _documents(source, published, outlet, settings):
                if isinstance(found, Article):
                    yield found
                else:
                    failures.append(found)

    yield from read_all(articles(), processes, {})
    yield from failures


def _documents(source: str, published: date | None, outlet: str, settings: Settings) -> Iterator[Article | Outcome]:
    limit, at, path = settings.read.max_characters, clock.system(), Path(source)
    try:
        if path.is_file() and documents.is_rows(path.name):
            with rows.opened(path) as lines:
                yield from rows.articles(lines, name=path.name, limit=limit, at=at)
        else:
            data = _bytes_of(source, settings)
            origin = documents.Origin(name=source, url=source, outlet=outlet, published=published)
            yield from documents.articles(data, origin, at=at, limit=limit)
    except (BadInput, Unreachable, OSError) as error:
        yield Outcome(source, at, "failed", str(error))


def _bytes_of(source: str, settings: Settings) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    if source.startswith(("http://", "https://")):
        with Fetcher(settings.fetch, clock.system) as fetcher:
            answer = fetcher.get(Request(source))
        if isinstance(answer, Outcome):
            raise Unreachable(f"{source}: {answer.message}")
        return answer.body
    path = Path(source)
    if not path.is_file():
        raise BadInput(f"{source} is neither a file nor a web address")
    most = MOST_BYTES_EACH * settings.read.max_characters
    if path.stat().st_size > most:
        raise TooLarge(f"{source} has {path.stat().st_size:,} bytes; documents of up to {most:,} are read")
    return path.read_bytes()
