"""The whole desk on one page: the order of the stages, what is due, and what is saved when.

::

    outlets -> fetch -> archive -> extract -> read -> stories -> follow-ups -> ledger

Each stage is a function from record to record. This page joins them with the ledger, and the rooms that it asks do:
``gather``, ``assigning``, ``relating``. Every step takes its work from what the ledger lacks and files each result in
one transaction, so it can be stopped at any moment and run again.
"""

import math
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from reportedly import alerting, clock, edits, relating
from reportedly.account import judgements
from reportedly.archive import Finding
from reportedly.archive.foreign import is_archive
from reportedly.assigning import Known, carry_out, file_shown, page
from reportedly.crew import stages
from reportedly.errors import LeaseLost, LedgerLost
from reportedly.extract.intake import files
from reportedly.gather import adopt, enter, watch
from reportedly.gather.archives import take_pages
from reportedly.gather.intake import Taken, take_in
from reportedly.gather.looking import look
from reportedly.records import Article, Capture, Decision, Judgement, Outcome, content_id
from reportedly.session import Progress, Session, on_duty

__all__ = [
    "PARTS",
    "Looked",
    "Part",
    "Progress",
    "Session",
    "Taken",
    "adopt",
    "alert",
    "archive",
    "compare",
    "everything",
    "extract",
    "extract_and_read",
    "import_file",
    "judge",
    "keep_watching",
    "read",
    "read_again",
    "relate",
    "tell",
    "verify",
    "watch",
    "work",
]

Part = Literal["watch", "read", "relate"]
"""What a worker that stays may keep to: polling and fetching; extracting and reading; all that follows from many."""


@on_duty
def everything(session: Session) -> bool:
    """Do all that is due, in order; gives whether pages were left to be fetched once these are read."""
    left = watch(session, waits=True)
    extract_and_read(session)
    compare(session)
    relate(session)
    alert(session)
    return left


def keep_watching(
    session: Session, wait: Callable[[float], None] = time.sleep, besides: Callable[[], None] = lambda: None
) -> None:
    """Do all that is due, and what is to be done ``besides``, wait for the next poll, and so on until interrupted."""
    while True:
        left = everything(session)
        besides()
        if not left:
            wait(session.desk.settings.fetch.poll_every)


PARTS: Final[tuple[Part, ...]] = get_args(Part)
IDLE: Final = 2.0
"""Seconds that a worker waits where nothing is due before it looks again."""
GATHERED: Final = 60.0
"""Seconds over which what is read comes together, where more waits: each story it touches is told anew but once."""


def work(
    session: Session,
    parts: Collection[Part] = PARTS,
    wait: Callable[[float], None] = time.sleep,
    besides: Callable[[], None] = lambda: None,
) -> None:
    """Stay and do of these parts what is due, whenever something is, beside others at work, until interrupted.

    Feeds are polled as ``keep_watching`` does. A database that goes away is waited for.
    """
    polled = related = -math.inf
    away = False
    with session.duty.taken():
        while True:
            try:
                session.duty.stay()
                if "watch" in parts and time.monotonic() - polled >= session.desk.settings.fetch.poll_every:
                    left = watch(session, waits=True)
                    polled = -math.inf if left else time.monotonic()
                    _alone(session, "besides", besides)
                related = _take_up(session, parts, related)
                away = False
            except LeaseLost:  # the machine slept while there was nothing to do
                session.duty.forget()
            except LedgerLost as lost:
                if not away:
                    session.say(f"waiting for the ledger: {lost}")
                away = True
            wait(IDLE)


def _alone(session: Session, stage: str, do: Callable[[], None]) -> None:
    """Do something, unless another worker is at it."""
    if session.duty.take("stage", [stage]):
        with session.duty.alone(stage):
            do()


def _take_up(session: Session, parts: Collection[Part], related: float) -> float:
    """Do what is due of what was fetched, as far as no other worker is at it; gives when was related last."""

    def more_waits() -> bool:
        return session.ledger.leases.any_free(session.duty.holder)

    if "read" in parts and more_waits():
        extract_and_read(session)
    if "relate" not in parts or not _to_relate(session):
        return related
    if more_waits() and time.monotonic() - related < GATHERED:
        return related
    _alone(session, "relate", lambda: _relate_all(session))
    return time.monotonic()


def _to_relate(session: Session) -> bool:
    """Whether there is something new to relate, or left by somebody who was killed over it, or over a decision."""
    ledger = session.ledger
    return ledger.unrelated.any() or ledger.judgements.left_half() or ledger.placings.any_unsettled()


def _relate_all(session: Session) -> None:
    compare(session)
    relate(session)
    alert(session)


# -- extract and read -------------------------------------------------------------------------------------------------


@on_duty
def extract(session: Session) -> None:
    """Turn every archived page not yet looked at into an article, or record why it is none."""
    with session.stage("extract") as tally:
        carry_out(session, extracted=tally)


@on_duty
def read(session: Session) -> None:
    """Read every article that this reader has not read, and file each reading whole."""
    with session.stage("read") as tally:
        carry_out(session, read=tally)


@on_duty
def read_again(session: Session, articles: Collection[Article]) -> None:
    """Read these articles, whether they were read before or not, and file each reading whole."""
    with session.stage("read") as tally:
        carry_out(session, read=tally, articles=articles)


@on_duty
def extract_and_read(session: Session) -> None:
    """Both in one pass: whoever extracts a page reads its article."""
    with session.stage("extract") as extracted, session.stage("read") as read:
        carry_out(session, extracted=extracted, read=read)


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
    known = Known.of(enter(session))
    fresh: list[Article] = []
    for url, answer in look(session, urls):
        before = session.ledger.articles.latest(answer.url)
        found = answer if isinstance(answer, Outcome) else _extract(session, answer, known, outlet)
        new = isinstance(found, Article) and not (before and before.id == found.id)
        fresh += [found] if new and isinstance(found, Article) else []
        yield Looked(url, found or _no_page(url, session), known=not new)
    if fresh:
        read_again(session, fresh)
        compare(session)
        relate(session)


def _extract(session: Session, capture: Capture, known: Known, outlet: str | None) -> Article | Outcome | None:
    """What a capture shows, filed."""
    extracted = stages.extract(page(session, capture, known, outlet), session.archive)
    file_shown(session, [extracted])
    return extracted.article


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


# -- edits ------------------------------------------------------------------------------------------------------------


@on_duty
def compare(session: Session) -> None:
    """Tell apart the revisions of each page that was changed: their words and, once both are read, their statements."""
    with session.duty.alone("compare"), session.stage("compare") as tally:
        due = session.ledger.edits.to_compare()
        for pair in due:
            ids = pair.before, pair.after
            texts = session.ledger.articles.by_id(ids)
            readings = session.ledger.readings.filed(ids, ("entities", "statements"))
            before, after = (texts[revision] for revision in ids)
            session.ledger.edits.file(pair, edits.compare(before, after, *(readings.get(revision) for revision in ids)))
            tally.count()
            session.report("comparing revisions", tally.done, len(due))


# -- stories and follow-ups -------------------------------------------------------------------------------------------


@on_duty
def relate(session: Session, *, anew: bool = False) -> int:
    """Bring stories and follow-ups up to date with what was read since, honouring what people decided.

    Gives how many stories differ. With ``anew`` all is related again, which should change nothing.
    """
    with session.duty.alone("relate"), session.stage("relate") as tally:
        if anew:
            relating.everything_anew(session)
        known, due = session.ledger.judgements.begin_relating(), session.ledger.unrelated.all()
        differing = relating.stories_anew(session, due)
        relating.followups_anew(session, due)
        _decided_meanwhile(session, known)
        tally.done = len(due)
        tell(session)
    return differing


def _decided_meanwhile(session: Session, known: int) -> None:
    """Bring up to date again what people decided since the decision of that number.

    Whoever filed it did so, too; but what was read here before and filed after that knew nothing of it. Where another
    was killed over this, what was decided since that one began.
    """
    while (newest := session.ledger.judgements.newest()) > known:
        for made in session.ledger.judgements.hung_again(known):
            relating.by_decision(session, made)
        known = newest
    session.ledger.judgements.end_relating()


def tell(session: Session) -> None:
    """Bring up to date what is given out of events and expectations, so that what is so no longer can be told."""
    session.ledger.given.bring_up_to_date(session.desk.now())


def judge(
    session: Session, who: str, kind: Decision, about: str, known: int | None = None, **details: str | None
) -> Judgement:
    """The decision as it was filed (with ``value``, ``undoes``, ``note``); what it is about is related anew by it.

    Raises ``BadInput`` where it cannot be made, ``NotInLedger`` where what it is about is not there; with ``known``,
    the number of the last decision that was seen, ``Overtaken`` where somebody decided about the same thing since.
    """
    now = clock.system()
    made = Judgement(content_id("j", who, now, kind, about, *details.values()), who, now, kind, about, **details)
    concerning = judgements.check_seen(session.ledger, about, known)
    made = judgements.checked(session.ledger, made)
    session.ledger.judgements.put(made, known=known, concerning=concerning)
    relating.by_decision(session, made)
    tell(session)
    return made


@on_duty
def alert(session: Session) -> alerting.Sent:
    """Send what saved searches alert of; gives how many messages were taken, and how many were not."""
    with session.duty.alone("alert"):
        return alerting.send(session.desk, session.ledger)


def verify(session: Session) -> tuple[int, list[Finding]]:
    """Check every archived byte against the ledger; gives how many captures were checked and what was found wrong."""
    checked = session.ledger.count("captures")
    return checked, list(session.archive.verify(session.ledger.captures.all()))
