"""How well articles that differ are told apart: ``python -m quality.figures FIGURES.jsonl [HOME]``.

FIGURES holds a pair of articles a line, with the value that each gives for one thing, a quote of each, and ``type``:
``conflict``, ``update`` or ``denial``. An article is taken from the news under HOME where it stands there, else its
quote is its text. Each pair is put as a story of two articles.

``found``: pairs of which a disagreement is filed that tells both values (for a denial: a denial told of both).
``type_right``: of the pairs of figures that are found, those told rightly as conflict or update. ``denials``: denials
found, of all.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from quality import rows
from quality.command import reportedly
from reportedly.records import Disagreement, Gist, Reading
from reportedly.stories import disagreements, gist
from reportedly.stories.figures.quantities import quantities, tokens

NEWS = ("region_stream_2026", "dawn_app_2025-05_06")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def score(gold: Path, home: Path, *, tell: bool = False) -> dict[str, float]:
    """Shares in per cent; with ``tell`` each pair that is missed or of another kind is printed."""
    pairs = rows.load(gold)
    gists = _gists(pairs, home)
    counts = Counter[str]()
    for pair in pairs:
        both = sorted((gists[pair["url_a"]], gists[pair["url_b"]]), key=lambda one: (str(one.published), one.url))
        found = _found(pair, disagreements(both))
        denial = pair["type"] == "denial"
        counts["denial" if denial else "figure"] += 1
        counts["denial found" if denial else "figure found"] += found is not None
        counts["right"] += found is not None and not denial and found.kind == pair["type"]
        if tell and (found is None or found.kind != pair["type"]):
            print(json.dumps([found and found.kind, pair["type"], pair["what"], pair["value_a"], pair["value_b"]]))
    return {
        "found": _percent(counts["figure found"] + counts["denial found"], len(pairs)),
        "type_right": _percent(counts["right"], counts["figure found"]),
        "denials": _percent(counts["denial found"], counts["denial"]),
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _found(pair: rows.Row, filed: tuple[Disagreement, ...]) -> Disagreement | None:
    """The disagreement that tells the pair's values."""
    for one in filed:
        told = {(told.url, _number(told.value)) for told in one.told}
        if pair["type"] == "denial":
            if one.kind == "denial" and {url for url, _ in told} >= {pair["url_a"], pair["url_b"]}:
                return one
        elif all((pair[f"url_{side}"], _number(pair[f"value_{side}"])) in told for side in "ab"):
            return one
    return None


def _number(value: str) -> float | None:
    return next((found.number for found in quantities(tokens(value))), None)


def _gists(pairs: list[rows.Row], home: Path) -> dict[str, Gist]:
    with tempfile.TemporaryDirectory() as work:
        articles = rows.put(Path(work) / "articles.jsonl", _articles(pairs, home))
        readings = Path(work) / "readings.jsonl"
        reportedly("read", articles, "--format", "jsonl", into=readings)
        lines = readings.read_text(encoding="utf-8").splitlines()
        read = [msgspec.json.decode(line, type=Reading) for line in lines]
    return {reading.article.url: gist(reading) for reading in read}


def _articles(pairs: list[rows.Row], home: Path) -> Iterator[rows.Row]:
    known = {row["url"]: row for name in NEWS for row in rows.load(home / f"data/news/{name}.jsonl.gz")}
    for url, day, quote in dict.fromkeys(
        (pair[f"url_{side}"], pair[f"id_{side}"], pair[f"quote_{side}"]) for pair in pairs for side in "ab"
    ):
        if url in known:
            row = known[url]
            yield {**row, "text": row["text"] or row["title"]}
        else:
            given = _DAY.match(day)
            yield {"url": url, "outlet": "gold", "published": given and given[0], "title": None, "text": quote}


if __name__ == "__main__":
    gold_set = Path(sys.argv[1])
    news_home = Path(sys.argv[2]) if len(sys.argv) > 2 else gold_set.resolve().parents[2]  # noqa: PLR2004 - a path given
    print(json.dumps(score(gold_set, news_home, tell=True)))
