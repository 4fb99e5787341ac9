"""How well what lies ahead is found in other languages: ``python -m quality.ahead LABELLED.jsonl [...]``.

A line is a text with all events ahead of it: ``{"doc": "fa-1", "text": ..., "ahead": [{"span": [0, 5], "root": "OTHER",
"status": "planned"}]}``; the language stands before the hyphen. One is found where a trigger touches its words;
``root`` and ``status`` are shares of those found. Below it the least logit that would be best on each half of texts,
with what it gives on the other half: the threshold is chosen so when the model is another.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from quality import rows
from quality.measure import percent, prf, touch
from quality.switches import replaced
from reportedly.extract import plain
from reportedly.read import reader

TODAY = date(2026, 3, 10)  # where a text has no day: its own do not matter, only that words of time can be resolved
LEAST = (-1.6, -1.3, -1.0, -0.7, -0.5, -0.3, 0.0, 0.4)  # logits that are tried
_LEAST = "reportedly.read.multilingual.events.seen:AHEAD"

Counts = dict[str, int]


def score(labelled: Sequence[rows.Row]) -> dict[str, float]:
    """F1, precision and recall of what lies ahead, and the shares of right roots and statuses, in percent."""
    return _figures([_count(row) for row in labelled])


def _figures(counted: Iterable[Counts]) -> dict[str, float]:
    every = list(counted)
    total = {name: sum(counts[name] for counts in every) for name in ("found", "given", "asked", "root", "status")}
    whole = prf(total["found"], total["given"], total["asked"])
    shares = {name: percent(total[name], total["found"]) for name in ("root", "status")}
    return {"f1": whole.f1, "p": whole.p, "r": whole.r, **shares}


def _count(row: rows.Row) -> Counts:
    found = plain.article(row["text"], url=row["doc"], outlet="labelled", published=row.get("published") or TODAY)
    (reading,) = reader.read([msgspec.structs.replace(found, language=row["doc"].partition("-")[0])])
    told = msgspec.json.decode(msgspec.json.encode(reading))
    ahead = {one["event"] for one in told["expectations"]}
    events = [event for event in told["events"] if event["id"] in ahead]
    pairs = [(event, near) for event in events if (near := _nearest(event, row["ahead"]))]
    right = {name: sum(event[own] == near.get(name) for event, near in pairs) for name, own in _OWN.items()}
    return {
        "found": len({tuple(near["span"]) for _, near in pairs}),
        "given": len(events),
        "asked": len(row["ahead"]),
        **right,
    }


_OWN: Mapping[str, str] = {"root": "type", "status": "status"}


def _nearest(event: rows.Row, asked: Iterable[rows.Row]) -> rows.Row | None:
    start, end = event["trigger"]
    return next((one for one in asked if touch((start, end), (one["span"][0], one["span"][1]))), None)


def by_halves(labelled: Sequence[rows.Row]) -> list[tuple[float, dict[str, float]]]:
    """For each half of the texts the logit that is best on it, and what that gives on the other half."""
    at = {}
    for least in LEAST:
        with replaced(_LEAST, least):
            at[least] = [_count(row) for row in labelled]
    best = [max(LEAST, key=lambda least: _figures(at[least][half::2])["f1"]) for half in (0, 1)]
    return [(least, _figures(at[least][1 - half :: 2])) for half, least in enumerate(best)]


if __name__ == "__main__":
    asked = [row for name in sys.argv[1:] for row in rows.load(Path(name))]
    print(score(asked))
    for least, figures in by_halves(asked):
        print(f"{least} is best on one half; on the other {figures}")
