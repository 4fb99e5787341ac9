"""What it costs to match one new article against many open expectations: ``python -m benchmarks.matching [HOW_MANY]``.

The expectations are invented: names, places and words drawn with the skew of news (few are in the news every day, most
are rare), dates over two years. Times are of the processor, so other work on the machine counts little.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import structs

from benchmarks.machine import facts
from reportedly.followups.announced import Announced
from reportedly.followups.features import Rarity
from reportedly.followups.outcomes import Watch
from reportedly.followups.verdicts import NOTHING
from reportedly.records import Sighting, Window, content_id
from reportedly.text import Span

MANY = 100_000
PER_ARTICLE = 20  # sightings of a long article
ARTICLES = 200
NAMES, WORDS = 40_000, 30_000
ACTS = ("visit", "meet", "sign", "report", "hold", "protest", "free", "start", "approve")
TYPES = ("CONSULT", "AGREE", "OTHER", "PROTEST", "AID", "SANCTION", "RETREAT", "COERCE")
START = date(2025, 1, 1)


def _skewed(chance: random.Random, many: int) -> int:
    return int(many * chance.random() ** 3)


def _sighting(chance: random.Random, article: str, n: int, **fields: object) -> Sighting:
    names = tuple(content_id("e", "name", _skewed(chance, NAMES)) for _ in range(3))
    values: dict[str, object] = {
        "event": f"v{article}{n}",
        "article": article,
        "article_url": f"https://{article}.example/",
        "outlet": "bench",
        "published": START + timedelta(days=chance.randrange(700)),
        "span": Span(0, 5),
        "sentence": article,
        "type": chance.choice(TYPES),
        "status": "occurred",
        "certainty": "certain",
        "polarity": "affirmed",
        "lemma": f"w{chance.randrange(200)}",
        "actors": names[:2],
        "recipients": (),
        "place": names[2],
        "start": None,
        "end": None,
        "words": tuple({f"w{_skewed(chance, WORDS)}" for _ in range(14)}),
        "acts": (chance.choice(ACTS),),
        "topic": tuple({f"w{_skewed(chance, WORDS)}" for _ in range(14)}),
    }
    return Sighting(**{**values, **fields})  # type: ignore[arg-type]


def _announcements(chance: random.Random, many: int) -> Iterator[Sighting]:
    for n in range(many):
        due = START + timedelta(days=chance.randrange(700, 730))
        window = Window(due - timedelta(days=chance.randrange(20)), due)
        yield _sighting(chance, f"a{n}", 0, status="planned", expectation=f"x{n}", window=window)


def _outcome(announced: Sighting, article: str) -> Sighting:
    """The announced act told as done, in half of the words, on the day it was due."""
    due = announced.window.end if announced.window else None
    fields = {"article": article, "published": due, "change": "happened", "status": "occurred", "expectation": None}
    return structs.replace(announced, words=announced.words[::2], **fields)


def main() -> None:
    """Build, match, print."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    chance = random.Random(4)  # noqa: S311 - no secret
    ahead = list(_announcements(chance, many))
    began = time.process_time()
    rarity = Rarity(ahead)
    watch = Watch([Announced(announced, rarity.weights(announced)) for announced in ahead], rarity, NOTHING)
    built = time.process_time() - began
    day = START + timedelta(days=715)
    costs, steps = [], 0
    for n in range(ARTICLES):
        sightings = [_sighting(chance, f"b{n}", i, published=day, change="happened") for i in range(PER_ARTICLE - 1)]
        sightings.append(_outcome(chance.choice(ahead), f"b{n}"))
        began = time.process_time()
        steps += sum(1 for sighting in sightings for _ in watch.steps(sighting))
        costs.append(1000 * (time.process_time() - began))
    costs.sort()
    print(facts())
    print(f"{many:,} open expectations, {ARTICLES} articles of {PER_ARTICLE} sightings, {steps} matches")
    print(f"looked up once: {built:.1f} s")
    print(f"an article: median {costs[len(costs) // 2]:.2f} ms, 95th percentile {costs[int(len(costs) * 0.95)]:.2f} ms")


if __name__ == "__main__":
    main()
