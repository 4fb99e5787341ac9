import gzip
import json
from pathlib import Path

import pytest

from quality import extraction

SAID = "Ferries between Tarnow and Mirel resumed on Monday after a week of storms"


def test_shingles_are_counted_as_bags() -> None:
    assert extraction.counted(SAID, SAID) == (1.0, 1.0)
    assert extraction.counted("a b c d e", "a b c d") == (1.0, 0.5)
    assert extraction.counted("a b c d", "a b c d a b c d") == (0.2, 1.0)
    assert extraction.counted("a b c d", "") == (0.0, 0.0)


def test_a_page_without_an_answer_counts_for_recall_alone() -> None:
    found = extraction.mean([(1.0, 1.0), (0.0, 0.0)], [True, False])
    assert (found.p, found.r, found.f1) == (100.0, 50.0, 66.67)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    story = [f"{SAID}, said officer number {n} of the harbour, who had waited for it." for n in range(8)]
    page = f"<html><body><article>{''.join(f'<p>{line}</p>' for line in story)}</article></body></html>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    gold = {"one": {"articleBody": "\n\n".join(story), "url": "http://herald.example/1"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_all_extractors_are_measured_on_the_same_pages(folder: Path) -> None:
    found = extraction.measured(folder)
    assert set(found) == {"reportedly", "text alone", "trafilatura", "resiliparse"}
    for score, speed in found.values():
        assert score.f1 > 90
        assert speed > 0
