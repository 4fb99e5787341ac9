"""What a soak left behind, held against what it should have: archive, ledger and the server's log."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator as FastWarc
from warcio import ArchiveIterator as Warcio
from warcio.exceptions import ArchiveLoadFailed

from benchmarks.hostile import World
from reportedly.archive import Archive
from reportedly.archive.answers import CONCURRENT, taken_apart
from reportedly.archive.member import Member, members
from reportedly.ledger import Ledger, open_ledger
from reportedly.settings import desk_in

EVERYTHING = 10_000_000
OK = 200
RULES = "/robots.txt"
ANSWERS = {"response", "revisit"}
FEW = 5  # examples given of a fault
PARTS = 8  # of the time, for which memory is told
UNEVEN = 0.001  # seconds by which two clocks' readings may be apart


class Place(NamedTuple):
    """Where a record stands."""

    warc: str
    offset: int


class Asked(NamedTuple):
    """A line of the server's log."""

    came: float
    done: float
    host: str
    path: str
    whole: bool


class Findings:
    """What a soak went through, then what was found: lines to print, and faults."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.faults: list[str] = []
        self.seconds: list[float] = []
        self.memory: list[int] = []
        self.kept: set[Place] = set()
        self.seen_to: dict[str, int] = {}

    def started(self, seconds: float, memory: list[int]) -> None:
        """A start of the watching process is over; the memory of the longest is remembered."""
        self.seconds.append(seconds)
        if len(memory) > len(self.memory):
            self.memory = memory

    def at_kill(self, whole: Iterable[Place]) -> None:
        """The whole records that stood in the archive when the process was killed: they must never be lost."""
        self.kept.update(whole)

    def hold(self, what: str, faults: Iterable[str]) -> None:
        """Print how many things are wrong with ``what``, and which."""
        wrong = list(faults)
        self.lines.append(f"{what}: {len(wrong):,} faults")
        self.faults += [f"{what}: {fault}" for fault in wrong[:FEW]]


def whole_records(archive: Path, seen_to: dict[str, int]) -> list[Place]:
    """The answers that stand whole in the archive past ``seen_to``, which is moved to their end."""
    places = []
    for path in sorted(archive.glob("*.warc.gz")):
        with path.open("rb") as file:
            for member in members(file, seen_to.get(path.name, 0), path.stat().st_size):
                if not isinstance(member, Member):
                    break
                seen_to[path.name] = member.end
                fields = taken_apart(member.record)[0]
                if fields["WARC-Type"] in ANSWERS and CONCURRENT not in fields:
                    places.append(Place(path.name, member.offset))
    return places


def missing(folder: Path, world: World) -> list[str]:
    """The good pages that the ledger does not hold."""
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        there = {capture.url for capture in ledger.captures.all() if capture.status == OK}
    return [page.url for page in world.all_pages() if page.is_good and page.url not in there]


def judge(findings: Findings, folder: Path, world: World, log: Path, delay: float) -> None:
    """Everything that can be told in the end."""
    asked = _read(log)
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        _pages(findings, world, ledger)
        _archive(findings, folder, ledger)
        _outcomes(findings, world, ledger)
    _pace(findings, world, asked, delay)
    _load(findings, asked)


def _pages(findings: Findings, world: World, ledger: Ledger) -> None:
    times = Counter(capture.url for capture in ledger.captures.all() if capture.status == OK)
    pages = world.all_pages()
    good = [page for page in pages if page.is_good]
    findings.lines.append(f"good pages: {len(good):,}, archived {sum(times[page.url] > 0 for page in good):,}")
    findings.hold("good pages not archived", (page.url for page in good if not times[page.url]))
    findings.hold("pages archived twice", (page.url for page in pages if times[page.url] > 1))
    findings.hold("bad pages archived", (page.url for page in pages if not page.is_good and times[page.url]))


def _archive(findings: Findings, folder: Path, ledger: Ledger) -> None:
    """Each answer in the archive is one capture of the ledger and the other way round; all readers agree."""
    stored = Counter(Place(capture.warc, capture.offset) for capture in ledger.captures.all())
    archive = folder / "archive"
    there = whole_records(archive, {})
    files = sorted(archive.glob("*.warc.gz"))
    size = sum(path.stat().st_size for path in files)
    findings.lines.append(f"archive: {len(there):,} answers in {len(files)} files, {size / 2**20:,.0f} MB")
    findings.hold("answers archived and not in the ledger", (str(place) for place in set(there) - set(stored)))
    findings.hold("captures of the ledger not in the archive", (str(place) for place in set(stored) - set(there)))
    findings.hold("answers whole at a kill and lost later", (str(place) for place in findings.kept - set(stored)))
    findings.hold("verify", (str(fault) for fault in Archive(archive, read_only=True).verify(ledger.captures.all())))
    _by_readers(findings, files)


def _by_readers(findings: Findings, files: list[Path]) -> None:
    """Every file reads in two programs that are not ours, with its digests, and both find as many records."""
    by_warcio, by_fastwarc = ([_read_by(way, path) for path in files] for way in (_warcio, _fastwarc))
    for name, reports in (("warcio", by_warcio), ("FastWARC", by_fastwarc)):
        wrong = [f"{path.name}: {words}" for path, of in zip(files, reports, strict=True) for words in of.problems]
        findings.hold(f"files by {name} ({sum(of.records for of in reports):,} records)", wrong)
    pairs = zip(files, by_warcio, by_fastwarc, strict=True)
    findings.hold("files of which one reads more", (path.name for path, a, b in pairs if a.records != b.records))


class Told(NamedTuple):
    """What a reader says of a file: its records and what is wrong with them."""

    records: int
    problems: list[str]


def _read_by(reader: Callable[[BinaryIO], Iterator[tuple[str, bool]]], path: Path) -> Told:
    ids: Counter[str] = Counter()
    problems = []
    try:
        with path.open("rb") as file:
            for name, sound in reader(file):
                ids[name] += 1
                problems += [] if sound else [f"the digest of {name}"]
    except (OSError, ValueError, ArchiveLoadFailed) as error:
        problems.append(f"it breaks off: {error}")
    problems += [f"{name} stands there twice" for name, times in ids.items() if times > 1]
    return Told(ids.total(), problems)


def _warcio(file: BinaryIO) -> Iterator[tuple[str, bool]]:
    for record in Warcio(file, check_digests=True):
        record.raw_stream.read()
        yield record.rec_headers.get_header("WARC-Record-ID"), not record.digest_checker.problems


def _fastwarc(file: BinaryIO) -> Iterator[tuple[str, bool]]:
    for record in FastWarc(file, parse_http=False):
        yield record.record_id or "", record.verify_block_digest()


def _outcomes(findings: Findings, world: World, ledger: Ledger) -> None:
    """How attempts ended, pages and feeds apart."""
    pages = {page.url for page in world.all_pages()}
    states = Counter((outcome.url in pages, outcome.state) for outcome in ledger.outcomes.last(EVERYTHING))
    for kind, name in ((True, "pages"), (False, "feeds")):
        times_each = ", ".join(f"{state} {times:,}" for (of, state), times in states.most_common() if of == kind)
        findings.lines.append(f"attempts at {name}: {times_each}")


def _pace(findings: Findings, world: World, asked: list[Asked], delay: float) -> None:
    """What robots.txt wishes holds for all that is asked but itself: it is asked for where that is not known."""
    by_host: dict[str, list[Asked]] = defaultdict(list)
    for visit in sorted(asked):
        by_host[visit.host].append(visit)
    gaps: list[float] = []
    short: list[str] = []
    for number in range(world.feeds):
        visits = by_host[world.host(number)]
        for before, after in pairwise(visits):
            limit = max(delay, world.crawl_delay(number) if after.path != RULES else 0)
            gap = after.came - before.came
            gaps.append(gap / limit if limit else 1.0)
            if gap < limit - UNEVEN:
                short.append(f"{after.host}: {before.path} and {after.path} {gap:.3f} s apart, wanted {limit:g}")
    if gaps:
        findings.lines.append(f"shortest time between two requests to a host: {min(gaps):.3f} of its limit")
    findings.hold("hosts asked too fast", short)


def _load(findings: Findings, asked: list[Asked]) -> None:
    seconds = sum(findings.seconds)
    news = [visit for visit in asked if visit.path.startswith(("/news/", "/moved/"))]
    starts = len(findings.seconds)
    findings.lines.append(f"{starts:,} starts, {seconds:,.0f} s, {len(asked):,} requests, {len(asked) / seconds:.1f}/s")
    findings.lines.append(f"requests for pages: {len(news):,}, {len(news) / seconds:.1f}/s")
    part = len(findings.memory) // PARTS
    if part:
        eighths = [findings.memory[number * part : (number + 1) * part] for number in range(PARTS)]
        words = ", ".join(f"{statistics.median(some) / 2**20:,.0f}" for some in eighths)
        most = max(findings.memory) / 2**20
        findings.lines.append(f"memory of the longest start, MB, by eighths of its time: {words}; at most {most:,.0f}")


def _read(log: Path) -> list[Asked]:
    lines = (line.split("\t") for line in log.read_text(encoding="utf-8").splitlines())
    return [Asked(float(came), float(done), host, path, how == "whole") for came, done, host, path, how in lines]
