"""What each family of rules is worth: ``python -m quality.ablation [GOLD] [--only NAME ...]``.

Every gold set is parsed once; then each family of ``quality.families`` is switched off in turn, what depends on it is
read again on the pages where it had a say, and the sets are scored anew. Printed is a table: a family, its lines, how
many pages change without it, and for each set what the figure gains by it (with the deviation of that gain by
resampling the set's articles). ``--read ARTICLES INTO`` writes readings of other articles without each family instead,
for sets that only a scorer elsewhere may look at.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from quality import rows
from quality.families import Family, Stage, families
from quality.followups import score as scored
from quality.goldsets import GoldSet, Tally, sets
from quality.kept import Kept, kept, row_of, taken_in
from quality.measure import Prf
from reportedly import followups
from reportedly.export import jsonl
from reportedly.read.comparer import compare
from reportedly.records import Comparison, Sighting

DRAWS = 400  # resamplings behind a deviation
AS_OF = date(2025, 11, 9)  # the day on which the follow-ups of the gold set are judged

CONCERNS: dict[Stage, frozenset[str]] = {
    "names": frozenset({"dispatches", "expectations", "events", "places"}),
    "times": frozenset({"dispatches", "expectations", "meantime", "timebank_aquaint", "phrases"}),
    "statements": frozenset({"attribution", "dispatches"}),
    "events": frozenset({"dispatches", "expectations", "events"}),
    "followups": frozenset(),
}


# -- measuring -------------------------------------------------------------------------------------------------------


@dataclass
class Measured:
    """A set with all pages in memory and the tally of each with all rules; which families spoke on which page."""

    gold: GoldSet
    pages: list[Kept]
    tallies: Sequence[Tally]
    spoke: dict[str, set[int]]

    def without(self, family: Family) -> dict[int, Tally]:
        """The tallies that differ without the family, by the page's number; call with the family switched off."""
        out: dict[int, Tally] = {}
        for n in sorted(self.spoke.get(family.name, range(len(self.pages)))):
            reading = self.pages[n].read(family.since)
            if reading != self.pages[n].reading:
                out[n] = self.gold.counts(n, row_of(reading))
        return out


def measured(gold: GoldSet, chosen: Sequence[Family]) -> Measured:
    """Read a set once, listening to which family speaks on which page."""
    spoke: dict[str, set[int]] = {family.name: set() for family in chosen if family.watch is not None}
    pages: list[Kept] = []

    def note(name: str) -> None:
        spoke[name].add(len(pages))

    with ExitStack() as listening:
        for family in chosen:
            if family.watch is not None:
                listening.enter_context(family.watch(partial(note, family.name)))
        pages.extend(kept(gold.articles, gold.until))  # grows page by page: ``note`` counts on it
    for family in chosen:
        if family.words:
            spoke[family.name] = {n for n, page in enumerate(pages) if family.words & page.words}
    return Measured(gold, pages, [gold.counts(n, row_of(page.reading)) for n, page in enumerate(pages)], spoke)


class Gain(NamedTuple):
    """What a set's figure gains by a family, the deviation of that gain, and on how many pages it changes anything."""

    points: float
    deviation: float
    pages: int


def gain(result: Measured, changed: Mapping[int, Tally]) -> Gain:
    """The figure with the family less the figure without it."""
    keys = sorted({key for tally in (*result.tallies, *changed.values()) for key in tally})
    whole = np.array([[tally.get(key, 0.0) for key in keys] for tally in result.tallies], dtype=float)
    less = whole.copy()
    for n, tally in changed.items():
        less[n] = [tally.get(key, 0.0) for key in keys]

    def figure(weights: np.ndarray, table: np.ndarray) -> float:
        return result.gold.figure(Counter(dict(zip(keys, weights @ table, strict=True))))

    dice = np.random.default_rng(7)
    count = len(whole)
    draws = dice.multinomial(count, [1 / count] * count, size=DRAWS)
    drawn = [figure(weights, whole) - figure(weights, less) for weights in draws]
    every = np.ones(count)
    return Gain(figure(every, whole) - figure(every, less), float(np.std(drawn)), len(changed))


# -- follow-ups: a set as a whole --------------------------------------------------------------------------------------


class FollowUps:
    """The articles of a year, kept parsed; what was announced in them and what became of it."""

    def __init__(self, home: Path, chosen: Sequence[Family], work: Path) -> None:
        self._gold, self._work = home / "gold/followups", work
        articles = taken_in(rows.load(self._gold / "articles_dev.jsonl"))
        self.all = measured(GoldSet("followups", articles, lambda _n, _r: {}, lambda _: 0.0), chosen)
        self._sighted = [followups.sightings(page.reading) for page in self.all.pages]
        self._compared: dict[str, Comparison] = {}
        self.whole = self._scored(self._sighted)

    def without(self, family: Family) -> tuple[float, float]:
        """What the follow-ups gain by a family: F1 of announcements, and right states in percent."""
        sighted = list(self._sighted)
        for n in sorted(self.all.spoke.get(family.name, range(len(sighted)))):
            page = self.all.pages[n]
            sighted[n] = followups.sightings(page.reading if family.since == "followups" else page.read(family.since))
        if sighted == self._sighted:
            return 0.0, 0.0
        less = self._scored(sighted)
        return self.whole[0] - less[0], self.whole[1] - less[1]

    def _scored(self, sighted: Sequence[Sequence[Sighting]]) -> tuple[float, float]:
        out = self._work / "followups.jsonl"
        every = (sighting for many in sighted for sighting in many)
        asked = followups.Asked(compare, self._compared)
        lines = jsonl.followups(followups.follow(every, asked), AS_OF)
        self._compared |= asked.answers
        out.write_text("\n".join(lines), encoding="utf-8")
        figures = scored(self._gold / "followups_dev.jsonl", self._gold / "exhaustive_dev.jsonl", out)
        exhaustive, state = figures["exhaustive"], figures["state_right"]
        return (exhaustive.f1 if isinstance(exhaustive, Prf) else exhaustive), float(state)  # type: ignore[arg-type]


# -- the command -------------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure all families, or read other articles without each of them."""
    asked = _arguments()
    chosen = [family for family in families() if not asked.only or family.name in asked.only]
    if asked.read:
        _read(chosen, *asked.read)
    else:
        _measure(chosen, asked.gold)


def _arguments() -> argparse.Namespace:
    beside = Path(__file__).parents[2] / "shared"
    parser = argparse.ArgumentParser(prog="quality.ablation", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=Path(os.environ.get("REPORTEDLY_GOLD") or beside))
    parser.add_argument("--only", action="append", help="only this family; may be given again")
    parser.add_argument("--read", nargs=2, type=Path, metavar=("ARTICLES", "INTO"), help="write readings instead")
    return parser.parse_args()


def _measure(chosen: Sequence[Family], home: Path) -> None:
    all_sets = [measured(gold, chosen) for gold in sets(home)]
    with tempfile.TemporaryDirectory() as work:
        followed = FollowUps(home, chosen, Path(work))
        names_of = [result.gold.name for result in all_sets]
        for result in all_sets:
            print(
                f"{result.gold.name}: {result.gold.figure(sum_of(result.tallies)):.1f} on {len(result.pages)} articles"
            )
        print(f"followups: {followed.whole[0]} announcements, {followed.whole[1]} states", flush=True)
        print("\n| family | lines |", " | ".join(names_of), "| followups |")
        print("|" + "---|" * (len(names_of) + 3), flush=True)
        for family in chosen:
            with family.off():
                gains = [
                    gain(s, s.without(family)) if s.gold.name in CONCERNS[family.since] else None for s in all_sets
                ]
                later = followed.without(family)
            cells = [f"{g.points:+.1f} ± {g.deviation:.1f} ({g.pages})" if g and g.pages else "" for g in gains]
            states = f"{later[0]:+.1f}, {later[1]:+.1f}" if any(later) else ""
            print(f"| {family.name} | {family.lines} |", " | ".join(cells), f"| {states} |", flush=True)


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one."""
    whole: Counter[str] = Counter()
    for tally in tallies:
        whole.update(tally)
    return whole


def _read(chosen: Sequence[Family], articles: Path, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    result = measured(GoldSet("read", taken_in(rows.load(articles)), lambda _n, _r: {}, lambda _: 0.0), chosen)
    whole = [row_of(page.reading) for page in result.pages]
    rows.put(into / "with all.jsonl", whole)
    for family in chosen:
        with family.off():
            less = [row_of(page.read(family.since)) for page in result.pages]
        if less != whole:
            rows.put(into / f"without {family.name.replace('/', ' ')}.jsonl", less)


if __name__ == "__main__":
    main()
