"""Measure end to end by folds: ``python -m training.events.measure PAIRS.jsonl.gz CODER-0 CODER-1 ...``.

Each CODER is a folder with the coder of a fold (``train --folds``, then ``export``), which reads, in the whole reader,
the sentences that it has not seen. The figures are those of ``quality.events`` over all of them. No torch is needed.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from onnxruntime import InferenceSession

from quality import events, rows
from reportedly.export import jsonl
from reportedly.extract.intake import jsonrows
from reportedly.extract.intake.rows import Intake
from reportedly.read import reader
from reportedly.read.model import graphs, pairs
from reportedly.records import Article
from training.events import labelled

LIMIT = 100_000  # characters of a sentence, more than any has


def use(coder: Path) -> None:
    """Put a coder in the place of the shipped one."""
    session = InferenceSession(str(coder / "coder.onnx"), providers=["CPUExecutionProvider"])
    own = replace(graphs.load(), coder=session)
    pairs.load = lambda: own  # type: ignore[assignment]


def readings(asked: Sequence[rows.Row]) -> Iterator[str]:
    """The readings of some sentences as lines."""
    lines = (json.dumps({"url": row["id"], "outlet": "gold", "text": row["text"]}).encode() for row in asked)
    found = jsonrows.articles(lines, Intake("gold", LIMIT, datetime.now(UTC)))
    yield from map(jsonl.reading, reader.read(one for one in found if isinstance(one, Article)))


def main() -> None:
    """Read and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("coders", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, help="of how many folds these are the first; default: all are given")
    parser.add_argument("--keep", type=Path, help="where the readings are to be kept")
    asked = parser.parse_args()
    gold = rows.load(asked.pairs)
    many = asked.folds or len(asked.coders)
    fold = labelled.folds(labelled.rows(asked.pairs), many, random.Random(0))  # noqa: S311  no secret hangs on it
    parts = [[row for row, f in zip(gold, fold, strict=True) if f == number] for number in range(len(asked.coders))]
    with tempfile.TemporaryDirectory() as work:
        kept = asked.keep or Path(work) / "readings.jsonl"
        found: list[str] = []
        coded: list[tuple[str, str]] = []
        for part, coder in zip(parts, asked.coders, strict=True):
            use(coder)
            found += readings(part)
            coded += zip((row["root"] for row in part), events.coded(part), strict=True)
        print("source and target given:", json.dumps(events.figures(coded)))
        kept.write_text("\n".join(found), "utf-8")
        held = rows.put(Path(work) / "held.jsonl", [row for part in parts for row in part])
        print("end to end:", json.dumps(events.score(held, kept)))


if __name__ == "__main__":
    main()
