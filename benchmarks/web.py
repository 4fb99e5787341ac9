"""Every page of the web desk over a large ledger: ``python -m benchmarks.web [ARTICLES] [--keep FOLDER]``.

Fills a desk with invented articles (200,000 unless told otherwise), serves it, and asks for every kind of page that
can be reached by links from the first ones, some of each, several times. Prints of each kind the median, the 95th
percentile and the slowest by the clock. A 95th percentile of more than 150 ms fails. With ``--keep`` the desk stays.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks import invented, machine, pages
from reportedly.settings import init_desk

ARTICLES: Final = 200_000
LIMIT: Final = 0.150  # seconds


def main() -> int:
    """Fill, serve, ask and print; 1 where a kind of page is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=ARTICLES)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with _folder(given.keep) as folder:
        desk = init_desk(folder)
        settings = folder / "desk.toml"
        settings.write_text(f'name = "Invented"\nsample = true\ntoday = {invented.LAST.isoformat()}\n', "utf-8")
        invented.ledger(desk.ledger_url, given.articles).close()
        print(machine.facts())
        with pages.served(folder) as address:
            found = pages.answers(address)
    for answer in found:
        print(answer, "" if answer.slow <= LIMIT else " too slow")
    return int(any(answer.slow > LIMIT for answer in found))


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        yield kept
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


if __name__ == "__main__":
    sys.exit(main())
