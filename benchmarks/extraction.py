"""Does any page break extraction, or hold it up? ``python -m benchmarks.extraction [--pages 5000] [--seed 0]``.

First the pages made to do so (millions of tags, 50 MB on one line, entities within entities, no text at all), then
pages of an invented paper broken at random. Prints what became of each kind, the slowest, the most memory used, and
every failure with the seed that makes it again; ends with 1 where there was one.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from benchmarks import mutations
from reportedly.extract import page
from reportedly.records import Article, Capture, Outcome, Outlet

LONGEST = 10.0  # seconds a page may take
SHOWN = 5
_AT = datetime(2024, 6, 3, tzinfo=UTC)
_PAPER = Outlet(id="herald", name="Herald", home="http://herald.example/")
_SEEN = Capture("c1", _PAPER.home, _AT, 200, "text/html", "0" * 64, 1, "a.warc.gz", 0)
_ENTITIES = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'ha'}'>" for n in range(12))
_LINE = mutations.WORDS.encode()

HOSTILE: dict[str, Callable[[], bytes]] = {
    "10 million tags": lambda: b"<html><body>" + b"<p>x" * 10_000_000,
    "99,000 tags": lambda: b"<html><body>" + b"<p>" + b"<i>ferry</i> " * 49_000 + _LINE * 5,
    "99,000 paragraphs": lambda: b"<html><body>" + (b"<p>" + _LINE) * 99_000,
    "100,000 levels": lambda: b"<html><body>" + b"<div>" * 100_000 + _LINE * 5,
    "90,000 levels": lambda: b"<html><body>" + b"<div>" * 90_000 + _LINE * 5,
    "90,000 links within links": lambda: b"<html><body>" + b"<a href=x>" * 90_000 + _LINE * 5,
    "50 MB on one line": lambda: b"<html><body><p>" + _LINE * (50_000_000 // len(_LINE)),
    "19 MB on one line": lambda: b"<html><body><p>" + _LINE * (19_000_000 // len(_LINE)),
    "19 MB without a blank": lambda: b"<html><body><p>" + b"x" * 19_000_000,
    "19 MB of open angle brackets": lambda: b"<html><body>" + b"< " * 9_500_000,
    "19 MB in one comment": lambda: b"<html><body><!--" + b"-" * 19_000_000,
    "19 MB in one tag": lambda: b"<html><body><p " + b"a" * 19_000_000,
    "a million attributes": lambda: b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(1_000_000)) + b">",
    "a million NULs": lambda: b"<html><body>" + b"\0" * 1_000_000 + _LINE * 5,
    "entities within entities": f"<?xml version='1.0'?><!DOCTYPE h [{_ENTITIES}]><html><body><p>&e11;".encode,
    "a million entities": lambda: b"<html><body><p>" + b"&nbsp;&#x1F6A2;&bogus;" * 300_000,
    "deep JSON-LD": lambda: (
        b'<html><script type="application/ld+json">' + b'{"@graph":[' * 40_000 + b"</script>" + _LINE
    ),
    "wrong charset": lambda: ("<meta charset=utf-8><p>" + mutations.WORDS * 20).encode("utf-16-be"),
}


def main() -> None:
    """Print the table and end with 1 where a page failed."""
    parser = argparse.ArgumentParser(prog="benchmarks.extraction", description=__doc__)
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    failures = [*_all(_hostile(), "pages made to break it", shown=len(HOSTILE))]
    failures += _all(_broken(asked.seed, asked.pages), f"{asked.pages:,} pages broken at random", shown=SHOWN)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    print(f"failures: {len(failures)}", *failures, sep="\n")
    sys.exit(bool(failures))


def _hostile() -> Iterator[tuple[str, bytes]]:
    for name, make in HOSTILE.items():
        yield name, make()


def _broken(seed: int, many: int) -> Iterator[tuple[str, bytes]]:
    for number in range(many):
        rng = random.Random(f"{seed}-{number}")  # noqa: S311  # pages, no secrets
        yield f"--seed {seed}, page {number}", mutations.mutated(mutations.page(rng), rng)


def _all(pages: Iterator[tuple[str, bytes]], title: str, shown: int) -> Iterator[str]:
    ends: Counter[str] = Counter()
    taken: list[tuple[float, str, str]] = []
    for name, source in pages:
        began = time.monotonic()
        end, why = _tried(source)
        seconds = time.monotonic() - began
        ends[end] += 1
        taken.append((seconds, name, why or end))
        if end == "failure" or seconds > LONGEST:
            yield f"{name}: {why}, {seconds:.1f} s"
    print(f"{title}: {', '.join(f'{many:,} {end}' for end, many in ends.most_common())}; the slowest:")
    for seconds, name, why in sorted(taken, reverse=True)[:shown]:
        print(f"  {seconds:6.2f} s  {name:<30} {why[:90]}", flush=True)


def _tried(source: bytes) -> tuple[str, str]:
    """What became of a page, and why where it is not an article."""
    try:
        filed = page.article(source, url=_PAPER.home, outlet=_PAPER, content_type="text/html", item=None, capture=_SEEN)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what this program looks for
        return "failure", f"{type(error).__name__}: {error}"
    if isinstance(filed, Article):
        return "article", ""
    return (filed.state, filed.message) if isinstance(filed, Outcome) else ("failure", repr(filed))


if __name__ == "__main__":
    main()
