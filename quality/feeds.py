"""Whether every feed that feedparser reads is read by the desk: ``python -m quality.feeds FOLDER``.

The folder holds feeds, such as the fixtures of feedparser's own tests (not in the project). Wherever feedparser gives
entries with an address that could be asked for, the desk must announce as many articles, or say why it does not. Exit
status 1 where a feed is refused.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import feedparser

from reportedly.fetch import announced
from reportedly.fetch.announcing.links import plain_link
from reportedly.records import Exchange, Outcome

AT = "http://feeds.example/all.xml"
ENDINGS = {".xml", ".rss", ".atom", ".rdf"}


class Compared(NamedTuple):
    """One feed: the addresses that feedparser gives (None where it reads no feed) and those that the desk does.

    ``why`` is why the desk reads no feed, None where it does.
    """

    path: Path
    theirs: frozenset[str] | None
    ours: frozenset[str]
    why: str | None


def main() -> int:
    """Compare all feeds of the folder, print the figures and each feed of which anything is missing."""
    parser = argparse.ArgumentParser(prog="python -m quality.feeds", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of feeds")
    given = parser.parse_args()
    results = list(compared(given.folder))
    readable = [result for result in results if result.theirs is not None]
    refused = [result for result in readable if result.why]
    fewer = [result for result in readable if not result.why and len(result.ours) < len(result.theirs or ())]
    for result in (*refused, *fewer):
        of = f"{len(result.ours)} of {len(result.theirs or ())}"
        print(f"{result.path.relative_to(given.folder)}: {of}; {result.why or ''}")
    print(f"{len(results):,} feeds, {len(readable):,} that feedparser reads: {len(refused)} refused, ", end="")
    print(f"{len(fewer)} with fewer articles")
    return int(bool(refused or fewer))


def compared(folder: Path) -> Iterator[Compared]:
    """Every feed of the folder by both."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in ENDINGS:
            body = path.read_bytes()
            ours, why = _ours(body)
            yield Compared(path, _theirs(body), ours, why)


def _theirs(body: bytes) -> frozenset[str] | None:
    try:
        parsed = feedparser.parse(io.BytesIO(body), response_headers={"content-location": AT})
    except Exception:  # noqa: BLE001  # what feedparser itself breaks down over is none that it reads
        return None
    if not parsed.get("version") and not parsed.entries:
        return None
    links = (plain_link(str(entry.get("link") or ""), AT) for entry in parsed.entries if entry.get("link"))
    return frozenset(link for link in links if link)


def _ours(body: bytes) -> tuple[frozenset[str], str | None]:
    found = announced(Exchange(AT, datetime(2026, 3, 9, 12, tzinfo=UTC), 200, "OK", (), (), body), "feeds")
    if isinstance(found, Outcome):
        return frozenset(), found.message
    return frozenset(item.url for item in found.items), None


if __name__ == "__main__":
    sys.exit(main())
