"""The times found on the shared development set, where it lies beside the checkout."""

import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from reportedly.read import times
from reportedly.read.grammar import parse
from reportedly.records import Article, Published

SHARED = Path(os.environ.get("REPORTEDLY_GOLD", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "data/times/meantime.jsonl.gz"
LEAST = 0.85  # of the values named, found and right: .876 when this was written


@pytest.mark.skipif(not GOLD.exists(), reason=f"the development set {GOLD} is not here (set REPORTEDLY_GOLD)")
def test_values_stay_as_good_as_they_were() -> None:
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    right = said = asked = 0
    for row, page in zip(rows, parse.pages(_article(row) for row in rows), strict=True):
        mine = times.find(page).times
        said, asked = said + len(mine), asked + len(row["times"])
        for wanted in row["times"]:
            start, end = wanted["span"]
            right += any(t.span.start < end and start < t.span.end and t.timex == wanted["value"] for t in mine)
    assert 2 * right / (said + asked) >= LEAST


def _article(row: dict[str, str]) -> Article:
    day = date.fromisoformat(row["published"])
    text = row["text"]
    return Article(row["doc"], row["doc"], "gold", text, "en", "plain/1", published=Published(day, day, "given"))
