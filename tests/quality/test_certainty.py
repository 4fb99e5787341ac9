import json
from pathlib import Path

import numpy as np
import pytest

from quality import certainty

ROWS = [
    ("The ferry sank on Monday .", "sank", 3.0),
    ("The ferry did not sink on Monday .", "sink", -3.0),
    ("The harbour master said the ferry sank on Monday .", "sank", 3.0),
]


def test_scores_that_rise_with_what_was_asked_correlate(tmp_path: Path) -> None:
    rows = [
        {"id": str(i), "text": text, "target": [text.index(word), text.index(word) + len(word)], "score": score}
        for i, (text, word, score) in enumerate(ROWS)
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    found = certainty.score(file)
    assert found["rows"] == 3
    assert found["unrated"] == 0
    assert found["r"] > 80
    assert found["mae"] < 2


@pytest.mark.parametrize(("given", "r"), [([1, 2, 3], 1), ([3, 2, 1], -1), ([2, 2, 2], 0)])
def test_correlation(given: list[float], r: float) -> None:
    assert certainty.correlation(np.array(given, float), np.array([2.0, 4.0, 6.0])) == pytest.approx(r)
