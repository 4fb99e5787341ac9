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

from reportedly import address
from reportedly.fetch import announced
from reportedly.fetch.announcing.links import plain_link
from reportedly.records import Exchange, Outcome

AT = "http://feeds.example/all.xml"
ENDINGS = {".xml", ".rss", ".atom", ".rdf"}


class Compared(NamedTuple):
    """One feed: the addresses that feedparser gives and those that the desk does, or why it gives none."""

    path: Path
    theirs: frozenset[str]
    ours: frozenset[str]
    why: str | None


def main() -> int:
    """Compare all feeds of the folder, print the figures and each feed of which anything is missing."""
    parser = argparse.ArgumentParser(prog="python -m quality.feeds", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of feeds")
    given = parser.parse_args()
    results = list(compared(given.folder))
    readable = [result for result in results if result.theirs]
    refused = [result for result in readable if not result.ours]
    fewer = [result for result in readable if result.ours and len(result.ours) < len(result.theirs)]
    for result in (*refused, *fewer):
        print(
            f"{result.path.relative_to(given.folder)}: {len(result.ours)} of {len(result.theirs)}; {result.why or ''}"
        )
    print(f"{len(results):,} feeds, {len(readable):,} with addresses by feedparser: {len(refused)} refused, ", end="")
    print(f"{len(fewer)} with fewer articles")
    return int(bool(refused or fewer))


def compared(folder: Path) -> Iterator[Compared]:
    """Every feed of the folder by both."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in ENDINGS:
            body = path.read_bytes()
            ours, why = _ours(body)
            yield Compared(path, _theirs(body), ours, why)


def _theirs(body: bytes) -> frozenset[str]:
    try:
        entries = feedparser.parse(io.BytesIO(body), response_headers={"content-location": AT}).entries
    except Exception:  # noqa: BLE001  # what feedparser itself breaks down over is none that it reads
        return frozenset()
    links = (plain_link(str(entry.get("link") or ""), AT) for entry in entries if entry.get("link"))
    return frozenset(url for link in links if link and (url := address.plain(link)))


def _ours(body: bytes) -> tuple[frozenset[str], str | None]:
    found = announced(Exchange(AT, datetime(2026, 3, 9, 12, tzinfo=UTC), 200, "OK", (), (), body), "feeds")
    if isinstance(found, Outcome):
        return frozenset(), found.message
    return frozenset(item.url for item in found.items), found.note


if __name__ == "__main__":
    sys.exit(main())
