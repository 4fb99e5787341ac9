"""Documents read without a desk: files, web addresses and standard input, with the default settings."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from reportedly import clock, crew
from reportedly.crew.articles import readings
from reportedly.errors import BadInput, Unreachable
from reportedly.evidence import Reason
from reportedly.extract.intake import documents
from reportedly.extract.intake.documents import Origin
from reportedly.extract.intake.rows import Taken
from reportedly.read import reader
from reportedly.records import Article, Outcome, Reading, ReadingFailed
from reportedly.settings import FetchSettings, Settings


def read(origins: Iterable[Origin], *, processes: int = 0) -> Iterator[Reading | ReadingFailed | Outcome]:
    """A reading of each article in the documents; then outcomes that say what could not be used, and why.

    ``processes`` 0 takes as many as pay. An outcome ``fetched`` is a note on something that was used.

    The name of an origin is a file's path, a web address, or ``-`` for standard input.
    """
    settings = Settings()
    said: list[Outcome] = []

    def each() -> Iterator[Article]:
        for origin in origins:
            for taken in articles(origin, settings):
                if isinstance(taken, Article):
                    yield taken
                elif isinstance(taken, Outcome):
                    said.append(taken)

    coming = each()
    first = list(islice(coming, crew.WORTH_STARTING))
    as_many_as_pay = crew.at_hand() if len(first) == crew.WORTH_STARTING else 1
    with crew.of(processes or as_many_as_pay) as hands:
        yield from readings(hands, chain(first, coming))
    yield from said


def explain(origins: Iterable[Origin]) -> Iterator[tuple[Reading, tuple[Reason, ...]] | Outcome]:
    """Each reading with why its places, persons and kinds of sources were decided so; outcomes as they come."""
    settings = Settings()
    for origin in origins:
        for taken in articles(origin, settings):
            if isinstance(taken, Article):
                yield reader.explain(taken)
            elif isinstance(taken, Outcome):
                yield taken


def articles(origin: Origin, settings: Settings) -> Iterator[Taken]:
    """What a file, a web address or standard input holds: articles, and outcomes for what could not be used."""
    limit, now, name = settings.read.max_characters, clock.system(), origin.name
    try:
        if name == "-":
            yield from documents.articles(sys.stdin.buffer.read(), origin, now=now, limit=limit)
        elif name.startswith(("http://", "https://")):
            yield from documents.articles(_page(name, settings.fetch), origin, now=now, limit=limit)
        else:
            yield from documents.articles_of_file(Path(name), origin, now=now, limit=limit)
    except (BadInput, Unreachable, OSError) as error:
        yield Outcome(origin.url, now, "failed", str(error))


def _page(address: str, settings: FetchSettings) -> bytes:
    from reportedly.fetch import Fetcher, Request  # noqa: PLC0415  files need no network, and it takes 0.2 s

    with Fetcher(settings, clock.system) as fetcher:
        answer = fetcher.get(Request(address))
    if isinstance(answer, Outcome):
        raise Unreachable(f"{address}: {answer.message}")
    return answer.body
