"""The whole desk on one page: the order of the stages, what is due, and what is saved when.

::

    outlets -> fetch -> archive -> extract -> read -> stories -> follow-ups -> ledger

Each stage is a function from record to record. Only this page joins them with the ledger. Every step takes its work
from what the ledger lacks and files each result in one transaction, so it can be stopped at any moment and run again.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reportedly import clock, edits, followups, stories
from reportedly.account import judgements
from reportedly.archive import Finding
from reportedly.archive.foreign import is_archive
from reportedly.extract import captured
from reportedly.extract.intake import files
from reportedly.gather import adopt, enter, watch
from reportedly.gather.archives import take_pages
from reportedly.gather.intake import Taken, take_in
from reportedly.gather.looking import look
from reportedly.ledger import Filing, Shown
from reportedly.outlets import naming
from reportedly.read.comparer import COMPARER
from reportedly.read.comparer import compare as compare_sentences
from reportedly.read.pool import ReadingFailed, read_all
from reportedly.records import READER, Article, Capture, Decision, Judgement, Outcome, Outlet, Reading, content_id
from reportedly.session import Progress, Session

WORTH_A_POOL = 64  # articles; below that, starting worker processes takes longer than the reading
FILED_AT_ONCE = 32  # readings in a transaction; a killed run reads them again. 64 file 5% quicker, 16 a fifth slower

__all__ = [
    "Looked",
    "Progress",
    "Session",
    "Taken",
    "adopt",
    "archive",
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
    known = _known(session.ledger.outlets.all())
    with session.stage("extract") as tally:
        for capture in session.ledger.captures.to_extract():
            tally.count(failed=isinstance(_extract(session, capture, known), Outcome))
            session.report("extracting articles", tally.done, None)


class _Known(NamedTuple):
    """The outlets that are known, by their ids, and all addresses that they announce articles at."""

    by_id: dict[str, Outlet]
    watched: set[str]


def _known(outlets: Iterable[Outlet]) -> _Known:
    by_id = {outlet.id: outlet for outlet in outlets}
    return _Known(by_id, {url for outlet in by_id.values() for url in outlet.watched})


def _extract(session: Session, capture: Capture, known: _Known, outlet: str | None = None) -> Article | Outcome | None:
    """File the article of a capture, or why there is none; nothing comes of a feed. ``outlet`` is whose page it is."""
    own = outlet or session.ledger.captures.outlet_of(capture) or naming.site(capture.url) or "unknown"
    by = known.by_id.get(own) or Outlet(id=own, name=own, home=capture.url)
    item, body = session.ledger.feeds.item(capture.url), session.archive.body(capture)
    article, notes = (None, ()) if capture.url in known.watched else captured.extracted(body, capture, by, item)
    said = f"filed, but {'; '.join(notes)}"
    noted = Outcome(capture.url, capture.fetched_at, "fetched", said) if notes else None
    session.ledger.captures.file_shown([Shown(capture.id, article, noted)])
    return article


# -- pages asked for by hand ------------------------------------------------------------------------------------------


class Looked(NamedTuple):
    """What came of an address asked for by hand: its article, or an outcome; ``known`` where nothing of it is new."""

    url: str
    found: Article | Outcome
    known: bool = False


def archive(session: Session, urls: Iterable[str], outlet: str | None = None) -> Iterator[Looked]:
    """Fetch these pages now, archive them and file their articles; when the last has come, all are read and related.

    ``outlet`` is the id of the one they are from; else each page's host or the desk's outlet there tells.
    """
    known = _known(enter(session))
    fresh: list[Article] = []
    for url, answer in look(session, urls):
        before = session.ledger.articles.latest(answer.url)
        found = answer if isinstance(answer, Outcome) else _extract(session, answer, known, outlet)
        new = isinstance(found, Article) and not (before and before.id == found.id)
        fresh += [found] if new and isinstance(found, Article) else []
        yield Looked(url, found or _no_page(url, session), known=not new)
    if fresh:
        _read(session, iter(fresh), len(fresh))
        compare(session)
        relate(session)


def _no_page(url: str, session: Session) -> Outcome:
    return Outcome(url, session.desk.now(), "not_an_article", "the desk watches it: it announces articles and is none")


# -- import -----------------------------------------------------------------------------------------------------------


def import_file(session: Session, path: Path, columns: Iterable[str] = (), given: files.Listed | None = None) -> Taken:
    """File the articles of a file or folder; ``columns`` are words such as ``text=Body``.

    ``given`` is what is known of one saved page; with anything else it raises ``BadInput``.

    Pages of a WARC or WACZ file are archived and counted; their articles are filed when they are extracted.
    Raises ``BadInput`` where the path is nothing that can be read, ``UsageError`` for columns.
    """
    if is_archive(path):
        files.refuse_given(path, given)
        pages = take_pages(session, path)
        return Taken(pages.filed, pages.refused, passed_over=pages.passed_over)
    limit = session.desk.settings.read.max_characters
    intake = files.Intake(path.name, limit, session.desk.now(), files.columns(columns))
    taken = take_in(session, files.articles(path, intake, given), f"importing {path.name}")
    for held in _archives_in(path):
        pages = take_pages(session, held)
        passed = Counter(taken.passed_over) + pages.passed_over
        taken = taken._replace(
            filed=taken.filed + pages.filed, refused=taken.refused + pages.refused, passed_over=passed
        )
    return taken._replace(passed_over=Counter(taken.passed_over) + _passed_over(path))


def _archives_in(folder: Path) -> list[Path]:
    """The WARC and WACZ files of a folder and those below it; none where it is a file."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and is_archive(path)) if folder.is_dir() else []


def _passed_over(folder: Path) -> Counter[str]:
    """How many files of a folder are none that can be read, by their endings; none of a file."""
    others = (path for path in files.others(folder) if not is_archive(path)) if folder.is_dir() else ()
    return Counter(path.suffix.lower() or "without an ending" for path in others)


# -- read -------------------------------------------------------------------------------------------------------------


def read(session: Session) -> None:
    """Read every article that this reader has not read, and file each reading whole."""
    _read(session, session.ledger.articles.to_read(READER), session.ledger.articles.count_unread(READER))


def _read(session: Session, due: Iterator[Article], total: int) -> None:
    known = {outlet.id: outlet for outlet in session.ledger.outlets.all()}
    countries = {outlet.id: outlet.country for outlet in known.values() if outlet.country}
    with session.stage("read") as tally:
        found = read_all(due, _processes(session, total), countries)
        while some := list(islice(found, FILED_AT_ONCE)):
            failed = _file(session, some, known)
            for n in range(len(some)):
                tally.count(failed=n < failed)
            session.report("reading articles", tally.done, total)


def _file(session: Session, found: Iterable[Reading | ReadingFailed], known: Mapping[str, Outlet]) -> int:
    """File what was read together, with what is boiled down from each; gives how many failed. Those have outcomes."""
    filings, failed = [], []
    for one in found:
        if isinstance(one, ReadingFailed):
            failed.append((one.url, one.message))
        else:
            gist = stories.gist(one, known.get(one.article.outlet))
            filings.append(Filing(one, gist, followups.sightings(one)))
    failed += [(refused.url, refused.why) for refused in session.ledger.readings.file_all(filings)]
    now = session.desk.now()
    session.ledger.outcomes.put_all(Outcome(url, now, "failed", why) for url, why in failed)
    return len(failed)


def _processes(session: Session, total: int) -> int:
    few = total < WORTH_A_POOL
    return 1 if few else session.desk.settings.read.processes or min(2, os.cpu_count() or 1)


# -- edits ------------------------------------------------------------------------------------------------------------


def compare(session: Session) -> None:
    """Tell apart the revisions of each page that was changed: their words and, once both are read, their statements."""
    due = session.ledger.edits.to_compare()
    with session.stage("compare") as tally:
        for pair in due:
            ids = pair.before, pair.after
            texts = session.ledger.articles.by_id(ids)
            readings = session.ledger.readings.by_article(ids, ("entities", "statements"))
            before, after = (texts[revision] for revision in ids)
            session.ledger.edits.file(pair, edits.compare(before, after, *(readings.get(revision) for revision in ids)))
            tally.count()
            session.report("comparing revisions", tally.done, len(due))


# -- stories and follow-ups -------------------------------------------------------------------------------------------


def relate(session: Session) -> None:
    """Group articles into stories and match announcements with outcomes, over all the ledger holds.

    Both honour what people decided.
    """
    due = session.ledger.unrelated.all()
    with session.stage("relate") as tally:
        session.report("grouping stories", 0, None)
        judged = stories.verdicts(session.ledger.judgements.standing())
        session.ledger.stories.replace(stories.group(tuple(session.ledger.readings.gists()), judged))
        follow_up(session)
        session.ledger.unrelated.strike(due)
        tally.done = len(due)


def follow_up(session: Session) -> None:
    """Match announcements with outcomes anew, honouring what people decided."""
    session.report("following up", 0, None)
    judged = followups.verdicts(session.ledger.judgements.standing())
    asked = followups.Asked(compare_sentences, session.ledger.comparisons.all(COMPARER))
    session.ledger.followups.replace(followups.follow(session.ledger.readings.sightings(), asked, judged))
    session.ledger.comparisons.replace(COMPARER, asked.answers)


def judge(session: Session, who: str, kind: Decision, about: str, **details: str | None) -> Judgement:
    """The decision as it was filed (with ``value``, ``undoes``, ``note``); what it is about is related anew by it.

    Raises ``BadInput`` where it cannot be made, ``NotInLedger`` where what it is about is not there.
    """
    now = clock.system()
    made = Judgement(content_id("j", who, now, kind, about, *details.values()), who, now, kind, about, **details)
    made = judgements.checked(session.ledger, made)
    session.ledger.judgements.put(made)
    if made.is_of_story:
        relate(session)
    else:
        follow_up(session)
    return made


def verify(session: Session) -> tuple[int, list[Finding]]:
    """Check every archived byte against the ledger; gives how many captures were checked and what was found wrong."""
    checked = session.ledger.counts().captures
    return checked, list(session.archive.verify(session.ledger.captures.all()))
