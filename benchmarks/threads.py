"""What it costs to join a day's stories to those of the weeks before: ``python -m benchmarks.threads [A_DAY] [DAYS]``.

The stories are invented: words and names drawn with the skew of news. Printed are seconds of processor time to load the
days from the bytes they are kept as, and to join one day's stories; and the most memory held.
"""

import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.machine import facts
from reportedly.stories.threads import BACK, Part, Told, Weeks, packed, told, unpacked

A_DAY, WORDS, NAMES, OUTLETS = 2_000, 60_000, 20_000, 90
START = date(2031, 1, 1)


def _several(chance: random.Random, kind: str, of: int, many: int) -> frozenset[str]:
    return frozenset(f"{kind}{int(of * chance.random() ** 3)}" for _ in range(many))


def _part(chance: random.Random, day: date, number: int) -> Part:
    headline, names = _several(chance, "word", WORDS, 6), _several(chance, "name", NAMES, 8)
    meeting = frozenset({("visit", day + timedelta(3), f"e{number}")} if chance.random() < 1 / 20 else ())
    return Part(
        key=f"s{chance.getrandbits(64):016x}",
        words=headline | _several(chance, "word", WORDS, 30),
        joining=headline,
        plain=headline,
        names=names,
        headed=frozenset(sorted(names)[:3]),
        openings=frozenset({(f"outlet{number % OUTLETS}", *sorted(headline)[:2])}),
        ahead=meeting,
        held=meeting,
    )


def _day(chance: random.Random, n: int, a_day: int) -> Told:
    day = START + timedelta(n)
    return told(day, [_part(chance, day, number) for number in range(a_day)])


def main() -> None:
    """Load the days, join the stories of one more and print what it cost."""
    a_day, days = (int(given) for given in (*sys.argv[1:], *map(str, (A_DAY, BACK.days)[len(sys.argv) - 1 :])))
    chance = random.Random(7)  # noqa: S311 - invented stories, always the same
    kept = [packed(_day(chance, n, a_day)) for n in range(days)]
    fresh = _day(chance, days, a_day)
    print(facts())
    print(f"{sum(map(len, kept)) / 1e6:.0f} MB kept, {_most()} MB held before they are loaded")
    weeks = Weeks()
    loaded = _timed(lambda: _load(weeks, kept))
    print(f"{loaded:.2f} s to load, {_most()} MB")
    print(f"{_timed(lambda: weeks.turn(fresh)):.2f} s for the stories of a day, {_most()} MB")


def _load(weeks: Weeks, kept: list[bytes]) -> None:
    for data in kept:
        weeks.remember(unpacked(data))


def _timed(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
