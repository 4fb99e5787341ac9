"""What it costs to group a long stream of articles: ``python -m benchmarks.grouping [HOW_MANY] [A_DAY]``.

The articles are invented: words and names drawn with the skew of news, some happenings told by several in their own
words. Days are taken in their order, as a desk takes them. Printed are articles a second of processor time over the
first and over the last days, and the most memory held. Copies are another room's work and not in it.
"""

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from benchmarks.machine import facts
from reportedly.records import Gist
from reportedly.stories.clusters import Stream
from reportedly.stories.pairs.telling import telling

MANY, A_DAY = 200_000, 7_000
WORDS, NAMES, OUTLETS = 60_000, 20_000, 90
START = date(2031, 1, 1)
SHOWN = 10_000  # articles at either end of the stream that are timed


def _skewed(chance: random.Random, many: int) -> int:
    return int(many * chance.random() ** 3)


def _happening(chance: random.Random) -> tuple[list[str], list[str]]:
    words = [f"w{_skewed(chance, WORDS)}" for _ in range(24)]
    return words, [f"n{_skewed(chance, NAMES)}" for _ in range(4)]


def _gist(chance: random.Random, number: int, day: date, told: tuple[list[str], list[str]]) -> Gist:
    words, names = told
    own = [*chance.sample(words, 16), *(f"w{_skewed(chance, WORDS)}" for _ in range(14))]
    headline = tuple(dict.fromkeys([*chance.sample(words, 6), f"w{_skewed(chance, WORDS)}"]))
    return Gist(
        article=f"a{number}",
        url=f"https://bench.example/{number}",
        outlet=f"outlet{_skewed(chance, OUTLETS)}",
        owner=None,
        published=day,
        headline=" ".join(headline),
        shingles=b"",
        words=tuple(dict.fromkeys([*headline, *own])),
        places=tuple(sorted(names[:2])),
        people=tuple(sorted(names[2:])),
        headline_words=headline,
        names=tuple(names),
    )


def stream(many: int, a_day: int) -> Iterator[list[Gist]]:
    """The articles of each day: a third of them tell what another of that day tells."""
    chance = random.Random(7)  # noqa: S311 - invented articles, always the same
    for start in range(0, many, a_day):
        day = START + timedelta(start // a_day)
        told = [_happening(chance) for _ in range(2 * a_day // 3)]
        numbers = range(start, min(many, start + a_day))
        yield [_gist(chance, n, day, chance.choice(told) if n % 2 else told[n % len(told)]) for n in numbers]


def main() -> None:
    """Group the stream and print what it cost."""
    many, a_day = (int(given) for given in (*sys.argv[1:], *map(str, (MANY, A_DAY)[len(sys.argv) - 1 :])))
    grouped, spent, happenings, numbers = Stream(), list[tuple[int, float]](), Counter[str](), count()
    for fresh in stream(many, a_day):
        day = fresh[0].published or START
        gists = dict(zip(islice(numbers, len(fresh)), fresh, strict=True))
        before = time.process_time()
        told = {n: telling(gist, day) for n, gist in gists.items()}
        happenings.update(grouped.turn(day, told, {n: gist.url for n, gist in gists.items()}).values())
        spent.append((len(fresh), time.process_time() - before))
    print(facts())
    for name, days in (("first", spent), ("last", spent[::-1])):
        print(f"{name} {SHOWN:,}: {_rate(days):,.0f} articles a second")
    print(f"{happenings.total():,} articles, {len(happenings):,} happenings, {max(happenings.values())} in the largest")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


def _rate(days: list[tuple[int, float]]) -> float:
    articles = seconds = 0.0
    for many, took in days:
        if articles < SHOWN:
            articles, seconds = articles + many, seconds + took
    return articles / seconds


if __name__ == "__main__":
    main()
