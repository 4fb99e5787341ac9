"""Labelled pairs with their clues: ``python -m training.stories.labelled LABELS.jsonl PAIRS.jsonl.gz DESK ...``.

LABELS holds an item a line: ``batch`` (pairs are made within one), ``group`` (batches of one day: they stand together
in a fold), ``url``, ``story``, and ``near``, stories that an editor might have merged with it. The desks hold the
streams the items are from, read; clues are drawn as ``stories.clusters`` draws them, by what is rare on the day.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly.ledger import open_ledger
from reportedly.records import Gist
from reportedly.settings import desk_in
from reportedly.stories.copies import Printed
from reportedly.stories.grouping import roots_of
from reportedly.stories.order import by_day, rank
from reportedly.stories.order import day as day_of
from reportedly.stories.pairs import across
from reportedly.stories.pairs.candidates import OPEN
from reportedly.stories.pairs.clues import Weighed, clues, weighed, worth
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling, telling

Row = dict[str, Any]


def pairs(rows: Sequence[Row], stream: Sequence[Gist]) -> Iterator[Row]:
    """The pairs of labelled items that are worth a look, each once a batch: what copies one is no pair."""
    ordered = sorted(stream, key=rank)
    at = {gist.url: i for i, gist in enumerate(ordered)}
    copied = {at[later]: at[earlier] for later, earlier in _originals(ordered).items()}
    root = {gist.url: ordered[i] for gist, i in zip(ordered, roots_of(len(ordered), copied), strict=True)}
    told = {g.url: telling(g, day) for i, g in enumerate(ordered) if i not in copied and (day := day_of(g))}
    by_day = defaultdict[date, list[Telling]](list)
    for each in told.values():
        by_day[each.day].append(each)
    asked = defaultdict[date, list[tuple[Row, str, str]]](list)
    for row, a, b in _asked(rows, root):
        if (
            a in told
            and b in told
            and not (told[a].round_up or told[b].round_up)
            and abs(told[a].day - told[b].day) <= OPEN
        ):
            asked[max(told[a].day, told[b].day)].append((row, a, b))
    rarity = Rarity()
    for day in sorted(by_day):
        rarity.turn(day, by_day[day])
        ready = {url: _weighed(told[url], rarity) for _, *pair in asked[day] for url in pair}
        for row, a, b in asked[day]:
            drawn = _drawn(ready[a], ready[b], rarity)
            if drawn:
                yield {**row, "clues": {name: round(value, 4) for name, value in drawn.items()}}


def _originals(gists: Sequence[Gist]) -> dict[str, str]:
    """By the URL of each copy that of whose text it repeats."""
    printed, originals = Printed(), dict[str, str]()
    for day, fresh in by_day(gists):
        originals |= printed.turn(day, fresh).originals
    return originals


def _asked(rows: Sequence[Row], root: dict[str, Gist]) -> Iterator[tuple[Row, str, str]]:
    """Pairs of a batch, as those of their originators, earlier first."""
    batches = defaultdict[str, list[Row]](list)
    for row in rows:
        if row["url"] in root:
            batches[row["batch"]].append(row)
    for batch in batches.values():
        seen = set[tuple[str, str]]()
        for one, other in combinations(batch, 2):
            a, b = sorted((root[one["url"]], root[other["url"]]), key=rank)
            if a.url != b.url and (a.url, b.url) not in seen:
                seen.add((a.url, b.url))
                yield _label(one, other), a.url, b.url


def _label(one: Row, other: Row) -> Row:
    near = one["story"] in other.get("near", ()) or other["story"] in one.get("near", ())
    return {
        **{name: one[name] for name in ("batch", "group", "story")},
        "same": one["story"] == other["story"],
        "near": near,
    }


def _weighed(one: Telling, rarity: Rarity) -> tuple[Weighed, across.Meant]:
    return weighed(one, rarity), across.meant(one, rarity)


def _drawn(one: tuple[Weighed, across.Meant], other: tuple[Weighed, across.Meant], rarity: Rarity) -> dict[str, float]:
    """The clues of a pair, those of two tongues where they are two; none where it is not worth a look."""
    (a, ours), (b, theirs) = one, other
    if a.telling.tongue == b.telling.tongue:
        return clues(a, b, rarity) if worth(a, b) else {}
    return across.clues(ours, theirs) if across.worth(ours, theirs) else {}


def _gists(desk: Path) -> list[Gist]:
    with open_ledger(desk_in(desk).ledger_url) as ledger:
        return list(ledger.readings.gists())


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("desks", type=Path, nargs="+")
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.labels.read_text("utf-8").splitlines()]
    with gzip.open(asked.out, "wt", encoding="utf-8") as out:
        for row in pairs(rows, [gist for desk in asked.desks for gist in _gists(desk)]):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
