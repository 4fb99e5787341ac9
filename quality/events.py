"""How well events are coded: ``python -m quality.events GOLD READINGS``, or ``--pairs GOLD``.

Gold rows are ``{id, text, source: [start, end], target: [start, end], root}``: a sentence, who acts, to or with whom,
and a PLOVER root (YIELD for CONCEDE or RETREAT). End to end, the event of a reading that counts is the first whose
actors touch the source and whose recipients, other actors or place touch the target; failing that, the first whose
actors touch the source; failing that, none, which is wrong. With ``--pairs`` the model is given source and target, and
asked for the root alone. Printed are the mean F1 over the roots and the accuracy, as shares.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quality import rows
from quality.measure import Range, touch
from reportedly.read import model
from reportedly.read.model import ROOTS, Pair

FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
NOTHING = "NONE"


def score(gold: Path, readings: Path) -> dict[str, float]:
    """End to end: macro F1, accuracy, and for how many sources there was an event, as shares."""
    asked = rows.load(gold)
    given = rows.readings(readings)
    pairs = [(row["root"], answer(row, given.get(row["id"]))) for row in asked]
    return {**figures(pairs), "covered": round(sum(root != NOTHING for _, root in pairs) / max(1, len(pairs)), 3)}


def score_pairs(gold: Path) -> dict[str, float]:
    """With source and target given: macro F1 and accuracy, as shares."""
    asked = rows.load(gold)
    return figures([(row["root"], root) for row, root in zip(asked, coded(asked), strict=True)])


def coded(asked: Iterable[rows.Row]) -> Iterator[str]:
    """The root that the model gives each row, as the gold names it."""
    for row in asked:
        text = row["text"]
        whole = (0, len(text))
        pair = Pair(whole, tuple(row["source"]), tuple(row["target"]))
        (p,) = model.read(text, [whole], floor=1).pairs.coded([pair])
        best = NOTHING if p is None else ROOTS[int(p[: ROOTS.index(NOTHING)].argmax())]
        yield FOLDED.get(best, best)


def answer(row: rows.Row, reading: rows.Row | None) -> str:
    """The root of the event that counts for a row, as the gold names it."""
    best = (0, NOTHING)
    if reading is None:
        return NOTHING
    mentions = {entity["id"]: entity["mentions"] for entity in reading["entities"]}
    for event in reading["events"]:
        actors, recipients = (_spans(event[side], mentions) for side in ("actors", "recipients"))
        if any(touch(span, row["source"]) for span in actors):
            others = [*actors, *recipients, *mentions.get(event["place"], ())]
            both = any(touch(span, row["target"]) for span in others)
            candidate = (2 if both else 1, FOLDED.get(event["type"], event["type"]))
            best = max(best, candidate, key=lambda pair: pair[0])
    return best[1]


def _spans(parties: Iterable[rows.Row], mentions: Mapping[str, list[Range]]) -> list[Range]:
    parts = [([party["span"]] if party["span"] else []) + mentions.get(party["entity"], []) for party in parties]
    return [span for part in parts for span in part]


def figures(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Macro F1 and accuracy of labels with what was said in their place."""
    labels = sorted({gold for gold, _ in pairs})
    return {
        "root_macro_f1": round(sum(_f1(pairs, label) for label in labels) / max(1, len(labels)), 3),
        "root_accuracy": round(sum(gold == given for gold, given in pairs) / max(1, len(pairs)), 3),
        "rows": len(pairs),
    }


def _f1(pairs: list[tuple[str, str]], label: str) -> float:
    hits = sum(gold == given == label for gold, given in pairs)
    return 2 * hits / sum((gold == label) + (given == label) for gold, given in pairs)


def main() -> None:
    """Score the files named on the command line."""
    match sys.argv[1:]:
        case ["--pairs", gold]:
            print(json.dumps(score_pairs(Path(gold))))
        case [gold, readings] if not gold.startswith("-"):
            print(json.dumps(score(Path(gold), Path(readings))))
        case _:
            sys.exit("usage: python -m quality.events GOLD READINGS, or --pairs GOLD (see the head of the module)")


if __name__ == "__main__":
    main()
