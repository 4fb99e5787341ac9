"""How well time expressions are found: ``python -m quality.times GOLD.jsonl[.gz] READINGS.jsonl``.

Counted as in TempEval-3 (UzZaman et al. 2013, task A) on character spans: ``strict`` wants the same span, ``relaxed``
any overlap (one to one, longest first), ``value`` an overlap and the same TIMEX3 value.
"""

from collections import Counter
from pathlib import Path

from quality import measure, rows
from quality.measure import Prf, prf


def score(gold: Path, readings: Path) -> dict[str, Prf]:
    """Precision, recall and F1 of each way of counting."""
    seen: Counter[str] = Counter()
    given = rows.readings(readings)
    for wanted in rows.load(gold):
        reading = given.get(wanted["doc"])
        seen.update(counts(wanted["times"], reading["times"] if reading else []))
    return {kind: prf(seen[kind], seen["predicted"], seen["wanted"]) for kind in ("value", "relaxed", "strict")}


def counts(asked: list[rows.Row], given: list[rows.Row]) -> Counter[str]:
    """What one document adds: expressions wanted, predicted, touched, met exactly, with the right value."""
    seen = Counter(wanted=len(asked), predicted=len(given))
    shared = ((_shared(a["span"], b["span"]), i, j) for i, a in enumerate(asked) for j, b in enumerate(given))
    for i, j in measure.match(pair for pair in shared if pair[0] > 0).items():
        seen["relaxed"] += 1
        seen["strict"] += list(asked[i]["span"]) == list(given[j]["span"])
        seen["value"] += asked[i]["value"] == given[j].get("timex")
    return seen


def _shared(one: measure.Range, other: measure.Range) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


if __name__ == "__main__":
    from quality.show import main

    main(score)
