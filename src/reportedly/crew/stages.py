"""What is done on pages and articles between archive and ledger: extract, read, and boil down, one after the other.

A function from records to records. Whoever does it reads a page's bytes from the archive itself, and loads the reader
when there is something to read.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from reportedly.archive import Archive, Place
from reportedly.crew.jobs import Done, Due, DueArticle, DuePage, Extracted, Found, Spent
from reportedly.errors import ArchiveUnreachable, DamagedArchive
from reportedly.extract import captured
from reportedly.records import Article, ReadingFailed

BATCH: Final = 16
"""Jobs done together: articles parsed together are parsed faster."""


def work(due: Iterable[Due], archive: Place) -> Iterator[Done]:
    """What comes of each page and article; ``archive`` is where the WARC files stand.

    Raises ``DamagedArchive`` and ``ArchiveUnreachable`` as ``Archive.body`` does, behind what came of the jobs before.
    """
    coming, kept = iter(due), Archive(archive, read_only=True)
    while jobs := tuple(islice(coming, BATCH)):
        extracted, damage = _extracted(jobs, kept)
        yield from _read(jobs, extracted)
        if damage:
            raise damage


_Page = tuple[Extracted | None, float]


def _extracted(jobs: Sequence[Due], archive: Archive) -> tuple[list[_Page], DamagedArchive | ArchiveUnreachable | None]:
    """What came of each page, with the seconds it took, as far as the archive is sound; and where it is not."""
    pages: list[_Page] = []
    for job in jobs:
        begun = time.process_time()
        try:
            page = extract(job, archive) if isinstance(job, DuePage) else None
        except (DamagedArchive, ArchiveUnreachable) as damage:
            return pages, damage
        pages.append((page, time.process_time() - begun))
    return pages, None


def extract(page: DuePage, archive: Archive) -> Extracted:
    """The article of a page, or why there is none."""
    if page.announces:
        return Extracted(page.capture, None)
    body = archive.body(page.capture)
    return Extracted(page.capture, *captured.extracted(body, page.capture, page.outlet, page.item))


def _read(jobs: Sequence[Due], pages: Sequence[_Page]) -> Iterator[Done]:
    """The jobs' results, with what was found in those articles that are to be read."""
    waiting = [_unread(job, extracted) for job, (extracted, _) in zip(jobs, pages, strict=False)]
    found = read([article for article in waiting if article])
    for article, (extracted, seconds) in zip(waiting, pages, strict=True):
        begun = time.process_time()
        told = next(found) if article else None
        yield Done(extracted, told, Spent(seconds, time.process_time() - begun))


def _unread(job: Due, extracted: Extracted | None) -> DueArticle | None:
    """What is to be read of a job."""
    if isinstance(job, DueArticle):
        return job
    article = extracted.article if extracted and job.reads else None
    return DueArticle(article, job.outlet) if isinstance(article, Article) and article.id not in job.read else None


def read(due: Sequence[DueArticle]) -> Iterator[Found | ReadingFailed]:
    """What is found in each article, in order, or how the reader broke down on it."""
    from reportedly import followups, stories  # noqa: PLC0415  # who only extracts must not load the reader
    from reportedly.read import reader  # noqa: PLC0415

    countries = {one.article.outlet: one.outlet.country for one in due if one.outlet and one.outlet.country}
    readings = reader.read_each((one.article for one in due), countries)
    for one, reading in zip(due, readings, strict=True):
        if isinstance(reading, ReadingFailed):
            yield reading
        else:
            yield Found(reading, stories.gist(reading, one.outlet), followups.sightings(reading))
