"""How well statements are found: ``python -m quality.attribution GOLD.jsonl[.gz] READINGS.jsonl``.

A gold row holds ``doc``, ``text`` and ``statements`` (spans of content, source and cue). A predicted content counts as
found where it shares at least half of its characters with a gold one (Jaccard, blanks aside, one to one), and the pair
is right (joint) where the sources touch too or neither has one. What matches nothing is an error.
"""

from collections import Counter
from pathlib import Path

from quality import measure, rows
from quality.measure import Prf, percent, prf

QUOTES = frozenset('"“”„‟')
ENOUGH = 0.5


def score(gold: Path, readings: Path) -> dict[str, float | Prf]:
    """Joint and content F1, accuracies of source and cue among the found, recall by how the content is put."""
    seen: Counter[str] = Counter()
    given = rows.readings(readings)
    for wanted in rows.load(gold):
        seen.update(counts(wanted, given.get(wanted["doc"])))
    return {
        "joint": prf(seen["joint"], seen["predicted"], seen["wanted"]),
        "content": prf(seen["content"], seen["predicted"], seen["wanted"]),
        "source_acc": percent(seen["source"], seen["content"]),
        "cue_acc": percent(seen["cue"], seen["content"]),
        "recall_quoted": percent(seen["found quoted"], seen["quoted"]),
        "recall_indirect": percent(seen["found indirect"], seen["indirect"]),
        "missing": seen["missing"],
    }


def counts(wanted: rows.Row, reading: rows.Row | None) -> Counter[str]:
    """What one document adds: statements wanted, predicted, found, and what is right of those found."""
    text, asked = wanted["text"], wanted["statements"]
    if reading is not None and reading["article"]["text"] != text:
        raise ValueError(f"{wanted['doc']}: the text that was read is not the text of the gold file")
    given = reading["statements"] if reading else []
    seen = Counter(wanted=len(asked), predicted=len(given), missing=int(reading is None))
    seen.update(_kind(text, statement) for statement in asked)
    for i, j in pairs(asked, given, text).items():
        seen.update(_pair(asked[i], given[j], text))
    return seen


def pairs(asked: list[rows.Row], given: list[rows.Row], text: str) -> dict[int, int]:
    """The numbers of the statements asked for that are found, each with the number of the one given for it."""
    contents = [measure.characters(statement["content"], text) for statement in given]
    scored = []
    for i, statement in enumerate(asked):
        content = measure.characters(statement["content"], text)
        scored += [(measure.jaccard(content, other), i, j) for j, other in enumerate(contents)]
    return measure.match(pair for pair in scored if pair[0] >= ENOUGH)


def _pair(asked: rows.Row, given: rows.Row, text: str) -> list[str]:
    source = _agree(asked, given, "source", text)
    cue = not asked["cue"] or bool(_chars(asked, "cue", text) & _chars(given, "cue", text))
    return [
        "content",
        f"found {_kind(text, asked)}",
        *(["source", "joint"] if source else []),
        *(["cue"] if cue else []),
    ]


def _agree(asked: rows.Row, given: rows.Row, part: str, text: str) -> bool:
    one, other = _chars(asked, part, text), _chars(given, part, text)
    return bool(one & other) or (not one and not other)


def _chars(statement: rows.Row, part: str, text: str) -> frozenset[int]:
    return measure.characters(statement[part], text)


def _kind(text: str, statement: rows.Row) -> str:
    quoted = any(QUOTES & set(text[start:end]) for start, end in statement["content"])
    return "quoted" if quoted else "indirect"


if __name__ == "__main__":
    from quality.show import main

    main(score)
