"""What it costs to match one new article against many open expectations: ``python -m benchmarks.matching [HOW_MANY]``.

The expectations are invented: names, places and words drawn with the skew of news (few are in the news every day, most
are rare), dates over two years; headlines and sentences are as long as those of news. One sighting of each article
tells an announced act as done; that and whatever else is near the model is asked about. Times are of the processor, so
other work on the machine counts little.
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
from reportedly.followups.near import Watch
from reportedly.followups.outcomes import told
from reportedly.followups.verdicts import NOTHING
from reportedly.read.comparer import compare
from reportedly.records import Sighting, Window, content_id
from reportedly.text import Span

MANY = 100_000
PER_ARTICLE = 20  # sightings of a long article
ARTICLES = 200
NAMES, WORDS = 40_000, 30_000
ACTS = ("visit", "meet", "sign", "report", "hold", "protest", "free", "start", "approve")
TYPES = ("CONSULT", "AGREE", "OTHER", "PROTEST", "AID", "SANCTION", "RETREAT", "COERCE")
START = date(2025, 1, 1)
TALK = ("the", "minister", "will", "visit", "harbour", "talks", "of", "on", "next", "week", "court", "verdict", "said")


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
        "sentence": _words(chance, 26),
        "headline": _words(chance, 10),
        "at": Span(20, 26),
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


def _words(chance: random.Random, many: int) -> str:
    """So many words, each about a piece or two to the model."""
    return " ".join(chance.choice(TALK) for _ in range(many))


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
    known = [Announced(announced, rarity.weights(announced)) for announced in ahead]
    watch = Watch(known, rarity, NOTHING)
    spans = {i: (each.first.published or START, START + timedelta(days=734)) for i, each in enumerate(known)}
    built = time.process_time() - began
    day = START + timedelta(days=715)
    costs, looked, asked, steps = list[float](), list[float](), 0, 0
    told(known, [], compare)
    for n in range(ARTICLES):
        sightings = [_sighting(chance, f"b{n}", i, published=day, change="happened") for i in range(PER_ARTICLE - 1)]
        sightings.append(_outcome(chance.choice(ahead), f"b{n}"))
        began = time.process_time()
        near = watch.near(sightings, spans)
        looked.append(1000 * (time.process_time() - began))
        steps += sum(1 for _ in told(known, near, compare))
        costs.append(1000 * (time.process_time() - began))
        asked += len(near)
    print(facts())
    print(f"{many:,} open expectations, {ARTICLES} articles of {PER_ARTICLE} sightings")
    print(f"{asked} pairs asked about, {steps} steps told")
    print(f"looked up once: {built:.1f} s")
    for name, each in (("what is near", looked), ("with the model", costs)):
        each.sort()
        print(f"{name}: median {each[len(each) // 2]:.2f} ms, 95th percentile {each[int(len(each) * 0.95)]:.2f} ms")


if __name__ == "__main__":
    main()
