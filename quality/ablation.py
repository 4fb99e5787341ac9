"""What each family of rules is worth: ``python -m quality.ablation [GOLD] [--only NAME ...]``.

Every gold set is parsed once; then each family of ``quality.families`` is switched off in turn, what depends on it is
read again on the pages where it had a say, and the sets are scored anew. Printed is a table: a family, its lines, and
for each figure of a set what it gains by the family, with the deviation of that gain by resampling the set's articles
and on how many pages anything changes; then the figures of follow-ups that change. Models learned from the sets
``expectations`` and ``events`` (and of its source from ``times``), and the lists were grown on ``dispatches``; nobody
learned from ``attribution``, ``mentions``, ``meantime``, ``phrases``, ``places`` and the follow-ups.

``--read ARTICLES INTO`` writes readings of other articles without each family instead,
for sets that only a scorer elsewhere may look at.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from quality import rows
from quality.families import Family, families
from quality.followups import score as scored
from quality.functions import Stage
from quality.goldsets import GoldSet, Tally, sets, some
from quality.kept import Kept, kept, row_of, taken_in
from quality.measure import Prf
from reportedly import followups
from reportedly.export import jsonl
from reportedly.read.comparer import compare
from reportedly.records import Comparison, Sighting

DRAWS = 400  # resamplings behind a deviation
AS_OF = date(2025, 11, 9)  # the day on which the follow-ups of the gold set are judged

CONCERNS: dict[Stage, frozenset[str]] = {
    "names": frozenset({"dispatches", "mentions", "expectations", "events", "places"}),
    "times": frozenset({"dispatches", "mentions", "expectations", "meantime", "timebank_aquaint", "phrases"}),
    "statements": frozenset({"attribution", "dispatches"}),
    "events": frozenset({"dispatches", "mentions", "expectations", "events", "phrases"}),
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


def gains(result: Measured, changed: Mapping[int, Tally]) -> dict[str, Gain]:
    """Each figure of a set with the family less the figure without it; none where no page changes."""
    if not changed:
        return {}
    keys = sorted({key for tally in (*result.tallies, *changed.values()) for key in tally})
    whole = np.array([[tally.get(key, 0.0) for key in keys] for tally in result.tallies], dtype=float)
    less = whole.copy()
    for n, tally in changed.items():
        less[n] = [tally.get(key, 0.0) for key in keys]

    count = len(whole)
    draws = np.random.default_rng(7).multinomial(count, [1 / count] * count, size=DRAWS)

    def points(weights: np.ndarray, figure: Callable[[Tally], float]) -> float:
        with_it, without = (Counter(dict(zip(keys, weights @ table, strict=True))) for table in (whole, less))
        return figure(with_it) - figure(without)

    def of(figure: Callable[[Tally], float]) -> Gain:
        deviation = float(np.std([points(weights, figure) for weights in draws]))
        return Gain(points(np.ones(count), figure), deviation, len(changed))

    return {name: of(figure) for name, figure in result.gold.figures.items()}


# -- follow-ups: a set as a whole --------------------------------------------------------------------------------------


class FollowUps:
    """The articles of a year, kept parsed; what was announced in them and what became of it."""

    def __init__(self, home: Path, chosen: Sequence[Family], work: Path) -> None:
        self._gold, self._work = home / "gold/followups", work
        articles = taken_in(rows.load(self._gold / "articles_dev.jsonl"))
        self.all = measured(GoldSet("followups", articles, lambda _n, _r: {}, {}), chosen)
        self._sighted = [followups.sightings(page.reading) for page in self.all.pages]
        self._compared: dict[str, Comparison] = {}
        self.whole = self._scored(self._sighted)

    def without(self, family: Family) -> dict[str, float]:
        """What the figures of follow-ups gain by a family."""
        sighted = list(self._sighted)
        for n in sorted(self.all.spoke.get(family.name, range(len(sighted)))):
            page = self.all.pages[n]
            sighted[n] = followups.sightings(page.reading if family.since == "followups" else page.read(family.since))
        if sighted == self._sighted and family.since != "followups":
            return {}
        less = self._scored(sighted)
        return {name: figure - less[name] for name, figure in self.whole.items() if figure != less[name]}

    def _scored(self, sighted: Sequence[Sequence[Sighting]]) -> dict[str, float]:
        out = self._work / "followups.jsonl"
        every = (sighting for many in sighted for sighting in many)
        asked = followups.Recalled(
            compare, lambda ids: {own: self._compared[own] for own in ids if own in self._compared}
        )
        lines = jsonl.followups(followups.follow(every, asked), AS_OF)
        self._compared |= asked.given
        out.write_text("\n".join(lines), encoding="utf-8")
        figures = scored(self._gold / "followups_dev.jsonl", self._gold / "exhaustive_dev.jsonl", out)
        return {name: value.f1 if isinstance(value, Prf) else value for name, value in figures.items()}


# -- the command -------------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure all families, or read other articles without each of them."""
    asked = _arguments()
    chosen = [
        family
        for family in families()
        if (not asked.only or any(fnmatch(family.name, name) for name in asked.only))
        and (not asked.since or family.since in asked.since)
    ]
    if asked.read:
        _read(chosen, *asked.read)
    else:
        _measure(chosen, [some(gold, asked.most) for gold in sets(asked.gold) if _concerns(gold, chosen)], asked.gold)


def _concerns(gold: GoldSet, chosen: Sequence[Family]) -> bool:
    return any(gold.name in CONCERNS[family.since] for family in chosen)


def _arguments() -> argparse.Namespace:
    beside = Path(__file__).parents[2] / "shared"
    parser = argparse.ArgumentParser(prog="quality.ablation", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=Path(os.environ.get("REPORTEDLY_GOLD") or beside))
    parser.add_argument(
        "--only", action="append", help="only families of this name, * for any part; may be given again"
    )
    parser.add_argument("--since", action="append", help="only families of this stage; may be given again")
    parser.add_argument(
        "--most", type=int, default=10**9, help="characters of a set that are read, evenly from all of it"
    )
    parser.add_argument("--read", nargs=2, type=Path, metavar=("ARTICLES", "INTO"), help="write readings instead")
    return parser.parse_args()


def _measure(chosen: Sequence[Family], golds: Sequence[GoldSet], home: Path) -> None:
    all_sets = [measured(gold, chosen) for gold in golds]
    with tempfile.TemporaryDirectory() as work:
        followed = FollowUps(home, chosen, Path(work))
        names_of = [name for result in all_sets for name in result.gold.figures]
        for result in all_sets:
            whole = sum_of(result.tallies)
            figures = ", ".join(f"{name} {figure(whole):.1f}" for name, figure in result.gold.figures.items())
            print(f"{figures} on {len(result.pages)} articles")
        print("followups:", ", ".join(f"{name} {figure}" for name, figure in followed.whole.items()), flush=True)
        print("\n| family | lines |", " | ".join(names_of), "| followups |")
        print("|" + "---|" * (len(names_of) + 3), flush=True)
        for family in chosen:
            with family.off():
                gained = [gains(s, s.without(family)) for s in all_sets if s.gold.name in CONCERNS[family.since]]
                later = followed.without(family)
            by_name = {name: each for found in gained for name, each in found.items()}
            cells = [_cell(by_name.get(name)) for name in names_of]
            states = ", ".join(f"{name} {points:+.1f}" for name, points in later.items())
            print(f"| {family.name} | {family.lines} |", " | ".join(cells), f"| {states} |", flush=True)


def _cell(found: Gain | None) -> str:
    return f"{found.points:+.1f} ± {found.deviation:.1f} ({found.pages})" if found else ""


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one."""
    whole: Counter[str] = Counter()
    for tally in tallies:
        whole.update(tally)
    return whole


def _read(chosen: Sequence[Family], articles: Path, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    result = measured(GoldSet("read", taken_in(rows.load(articles)), lambda _n, _r: {}, {}), chosen)
    whole = [row_of(page.reading) for page in result.pages]
    rows.put(into / "with all.jsonl", whole)
    for family in chosen:
        with family.off():
            less = [row_of(page.read(family.since)) for page in result.pages]
        if less != whole:
            rows.put(into / f"without {family.name.replace('/', ' ')}.jsonl", less)


if __name__ == "__main__":
    main()
