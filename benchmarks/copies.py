"""What it costs to find a day's copies: ``python -m benchmarks.copies [A_DAY] [WINDOW]``.

The articles are invented: a third of them is what an agency wrote, lightly edited; half of the others end in a formula
of their outlet. Printed are seconds of processor time for one day with the days before it, and the most memory held.
"""

import random
import resource
import sys
import time
from datetime import date, timedelta

import numpy as np

from benchmarks.machine import facts
from reportedly.records import Gist
from reportedly.stories.copies import WINDOW, Printed

A_DAY, OUTLETS, SHINGLES = 3_000, 90, 400
WIRED, PRINTING = 1 / 3, 8  # of the articles; how many print one of the agency's
FORMULA, CHANGED = 60, 20  # shingles of a formula; shingles that go where an agency's text is edited
START = date(2031, 1, 1)


class _World:
    """Outlets that print an agency's texts and their own, always the same."""

    def __init__(self) -> None:
        self._chance, self._numbers = random.Random(7), np.random.default_rng(7)  # noqa: S311 - invented articles
        self._formulas = [self._drawn(FORMULA) for _ in range(OUTLETS)]

    def day(self, n: int, a_day: int) -> list[Gist]:
        """The articles of the so-manyth day."""
        wire = [self._drawn(SHINGLES) for _ in range(int(a_day * WIRED / PRINTING))]
        return [self._gist(START + timedelta(n), number, wire) for number in range(a_day)]

    def _gist(self, day: date, number: int, wire: list[bytes]) -> Gist:
        outlet = self._chance.randrange(OUTLETS)
        if self._chance.random() < WIRED:
            text = self._edited(self._chance.choice(wire))
        else:
            text = self._drawn(SHINGLES) + (self._formulas[outlet] if number % 2 else b"")
        url = f"https://bench.example/{day}/{number}"
        return Gist(f"a {url}", url, f"outlet{outlet}", None, day, None, text, (), (), ())

    def _drawn(self, many: int) -> bytes:
        return self._numbers.integers(0, 1 << 63, many, dtype="<u8").tobytes()

    def _edited(self, text: bytes) -> bytes:
        at = 8 * self._chance.randrange(SHINGLES - CHANGED)
        return text[:at] + self._drawn(CHANGED) + text[at + 8 * CHANGED :]


def main() -> None:
    """Find the copies of the last day and print what it cost."""
    a_day, days = (int(given) for given in (*sys.argv[1:], *map(str, (A_DAY, WINDOW.days)[len(sys.argv) - 1 :])))
    print(facts())
    world, printed = _World(), Printed()
    for n in range(days):
        printed.remember(START + timedelta(n), world.day(n, a_day))
    fresh = world.day(days, a_day)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    before = time.process_time()
    found = printed.turn(START + timedelta(days), fresh)
    print(f"{time.process_time() - before:.2f} s, {len(found.originals):,} copies of {len(fresh):,} articles")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB, before the day {held:,} MB")


if __name__ == "__main__":
    main()
