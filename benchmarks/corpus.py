"""Articles to measure on: a file that is named, a corpus that is at hand, or else the sample world's own."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path

from reportedly.extract import plain
from reportedly.extract.intake import jsonrows, packed
from reportedly.extract.intake.rows import Intake
from reportedly.records import Article
from reportedly.sample import world

LARGE = "data/news/dawn_app_2025-05_06.jsonl.gz"
LONGEST = 1_000_000  # characters


def at_hand() -> Path | None:
    """The large corpus, where there is one: under ``$REPORTEDLY_GOLD``, or ``shared`` beside the checkout."""
    home = os.environ.get("REPORTEDLY_GOLD") or Path(__file__).parents[2] / "shared"
    file = Path(home) / LARGE
    return file if file.is_file() else None


def load(file: Path | None, most: int) -> list[Article]:
    """The first ``most`` articles of a file of JSON lines, or of the sample world's English ones, again and again."""
    if file is None:
        return list(islice(_sample(), most))
    with packed.opened(file) as lines:
        handed_in = jsonrows.articles(lines, Intake(file.name, LONGEST, datetime.now(UTC)))
        return list(islice((article for article in handed_in if isinstance(article, Article)), most))


def _sample() -> Iterator[Article]:
    """The sample world has but some 60 short articles: they come round again, each time at another address."""
    for round_ in count(1):
        for site, piece in world.pieces():
            if "en" in site.outlet.languages:
                yield plain.article(
                    piece.text,
                    url=f"{site.url(piece)}?round={round_}",
                    outlet=piece.outlet,
                    published=piece.published.date(),
                    headline=piece.headline,
                )
