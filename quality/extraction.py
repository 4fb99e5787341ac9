"""How well and how fast the text of pages is found: ``python -m quality.extraction DIR``.

DIR holds ``ground-truth.json`` (page key to ``articleBody``) and ``html/KEY.html.gz``, as the article extraction
benchmark of Scrapinghub lays it out. Counted as there: shingles of four words as bags; precision and recall are means
over pages, F1 comes from both. Peers run in the same process, ten pages each in turn, on the same machine.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import fmean

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from quality.measure import Prf
from reportedly.extract import page as html
from reportedly.letters import decode
from reportedly.records import Article, Outlet

WORDS = 4  # of a shingle
TURN = 10  # pages in a row by one extractor
_WORD = re.compile(r"\w+")
_NOBODY = Outlet(id="gold", name="", home="http://page.example/")

Extractor = Callable[[bytes], str]


def ours(page: bytes) -> str:
    """The body of the whole article that the desk files: text, headline, dates, byline, language and all."""
    filed = html.article(page, url=_NOBODY.home, outlet=_NOBODY, content_type="text/html", item=None, capture=None)
    return filed.text[filed.title.end if filed.title else 0 :] if isinstance(filed, Article) else ""


def text_alone(page: bytes) -> str:
    """The body's text and no more, as peers give it."""
    return html.text_alone(page, "text/html")


def default(page: bytes) -> str:
    """What trafilatura gives as it comes, without comments."""
    return trafilatura.extract(decode.text(page), include_comments=False) or ""


def resiliparse(page: bytes) -> str:
    """Resiliparse's main content."""
    return extract_plain_text(decode.text(page), main_content=True)


EXTRACTORS: Mapping[str, Extractor] = {
    "reportedly": ours,
    "text alone": text_alone,
    "trafilatura": default,
    "resiliparse": resiliparse,
}


def pages(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """Key, bytes and article text of each page."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, entry in sorted(gold.items()):
        yield name, gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), entry["articleBody"]


def counted(gold: str, extracted: str) -> tuple[float, float]:
    """Precision and recall of one page; nothing found of nothing wanted is right."""
    wanted, given = _shingles(gold), _shingles(extracted)
    right = (wanted & given).total()
    return _share(right, given.total(), wanted.total()), _share(right, wanted.total(), given.total())


def mean(counts: list[tuple[float, float]], given: list[bool]) -> Prf:
    """Means over pages, in percent; a page without an answer counts for recall only."""
    precision = fmean([precise for (precise, _), some in zip(counts, given, strict=True) if some] or [0.0])
    recall = fmean([two for _, two in counts])
    both = precision + recall
    return Prf(*(round(100 * share, 2) for share in (precision, recall, 2 * precision * recall / both if both else 0)))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(
        shingle for start in range(max(1, len(words) - WORDS + 1)) if (shingle := tuple(words[start : start + WORDS]))
    )


def _share(right: int, whole: int, other: int) -> float:
    return right / whole if whole else float(not other)


def measured(folder: Path, extractors: Mapping[str, Extractor] = EXTRACTORS) -> dict[str, tuple[Prf, float]]:
    """Scores and pages a second (of processor time) of each extractor; every few pages it is the next one's turn."""
    every = list(pages(folder))
    texts: dict[str, list[str]] = {name: [] for name in extractors}
    taken = dict.fromkeys(extractors, 0.0)
    for extract in extractors.values():
        extract(every[0][1])  # what is loaded once is not counted
    for start in range(0, len(every), TURN):
        for name, extract in extractors.items():
            began = time.process_time()
            texts[name] += [extract(page) for _, page, _ in every[start : start + TURN]]
            taken[name] += time.process_time() - began
    return {name: (_scored(every, texts[name]), len(every) / taken[name]) for name in extractors}


def _scored(every: list[tuple[str, bytes, str]], texts: list[str]) -> Prf:
    counts = [counted(gold, text) for (_, _, gold), text in zip(every, texts, strict=True)]
    return mean(counts, [bool(_WORD.search(text)) for text in texts])


def main() -> None:
    """Print a line for each extractor."""
    parser = argparse.ArgumentParser(prog="quality.extraction", description=__doc__)
    parser.add_argument("folder", type=Path)
    results = measured(parser.parse_args().folder)
    slowest = results["trafilatura"][1]
    for name, (score, speed) in results.items():
        print(f"{name:<12} F1 {score.f1:.2f}  precision {score.p:.2f}  recall {score.r:.2f}", end="  ")
        print(f"{speed:.1f} pages/s  {speed / slowest:.2f} times trafilatura")


if __name__ == "__main__":
    main()
