"""How well statements in other languages are read: ``python -m quality.languages GOLD.jsonl[.gz] READINGS.jsonl``.

Gold rows are those of ``quality.attribution`` whose statements also say how they are put: ``mode``, ``source_kind``,
``certainty``, ``polarity``. Beside the figures of that scorer these are counted on the statements that are found, in
percent, and how many of the denials among them are told as such.
"""

import sys
from collections import Counter
from pathlib import Path

from quality import attribution, rows
from quality.measure import Prf, percent

PARTS = ("source_kind", "certainty", "mode", "polarity")


def score(gold: Path, readings: Path) -> dict[str, float | Prf]:
    """Joint and content F1, the share of sources and cues, and of each way of putting it, that are right."""
    seen: Counter[str] = Counter()
    given = rows.readings(readings)
    for wanted in rows.load(gold):
        reading = given.get(wanted["doc"])
        if reading is not None:
            seen.update(counts(wanted, reading))
    shares = {part: percent(seen[part], seen["found"]) for part in PARTS}
    return {**attribution.score(gold, readings), **shares, "denials": percent(seen["denial told"], seen["denial"])}


def counts(wanted: rows.Row, reading: rows.Row) -> Counter[str]:
    """Of the statements of one document that are found, how many there are, and what of them is right."""
    asked, given = wanted["statements"], reading["statements"]
    seen: Counter[str] = Counter()
    for i, j in attribution.pairs(asked, given, wanted["text"]).items():
        right = [part for part in PARTS if asked[i][part] == given[j][part]]
        denied = asked[i]["polarity"] == "denied"
        seen.update(["found", *right, *(["denial"] if denied else [])])
        seen["denial told"] += denied and "polarity" in right
    return seen


def main() -> None:
    """Score the files named on the command line."""
    gold, readings = map(Path, sys.argv[1:3])
    for name, figure in score(gold, readings).items():
        print(f"{name:<16} {figure}")


if __name__ == "__main__":
    main()
