"""How well sureness is rated: ``python -m quality.certainty FILE.jsonl[.gz]``.

Rows are ``{id, text, target: [start, end], score}``: a text, the characters of a word that tells of an event, and how
sure a reader of the text is of it, from 3 (it happened) over 0 (left open) to -3 (it did not). Printed are the mean
absolute error and Pearson's r of our scores with those given, as in Lee et al. 2015 and Rudinger et al. 2018, and how
many targets were not rated (they count as 0).
"""

import json
import sys
from pathlib import Path

import numpy as np

from quality import rows
from reportedly.read import model


def score(gold: Path) -> dict[str, float]:
    """Mean absolute error, Pearson's r in percent, and counts."""
    asked = rows.load(gold)
    marked = {text: model.read(text, [(0, len(text))], floor=1).sure for text in {row["text"] for row in asked}}
    rated = [marked[row["text"]].of(*row["target"]) for row in asked]
    given = np.array([0.0 if rate is None else rate for rate in rated])
    wanted = np.array([row["score"] for row in asked])
    return {
        "r": round(100 * correlation(given, wanted), 1),
        "mae": round(float(np.abs(given - wanted).mean()), 3),
        "rows": len(asked),
        "unrated": sum(rate is None for rate in rated),
    }


def correlation(given: np.ndarray, wanted: np.ndarray) -> float:
    """Pearson's r; 0 where either does not vary."""
    return float(np.corrcoef(given, wanted)[0, 1]) if given.std() and wanted.std() else 0.0


def main() -> None:
    """Score the file named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program's name and the file
        sys.exit("usage: python -m quality.certainty FILE.jsonl[.gz] (see the head of the module)")
    print(json.dumps(score(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
