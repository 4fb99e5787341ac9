"""Pages with known article text as rows of numbers, each block labelled by how many of its words the article has."""

import difflib
import json
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from quality.extraction import pages
from reportedly.extract.page import blocks, quick, source
from reportedly.extract.page.blocks import Block

_WORD = re.compile(r"\w+")


class Page(NamedTuple):
    """One page: its site, blocks, a row of features, a label and a number of words for each block, and its text."""

    site: str
    body: bytes
    blocks: list[Block]
    rows: NDArray[np.float32]
    labels: NDArray[np.float64]
    words: NDArray[np.float64]
    gold: str


def labelled(folder: Path) -> list[Page]:
    """All pages of a folder laid out as ``quality.extraction`` says; ``ground-truth.json`` names the addresses too."""
    known = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [_page(body, gold, known[name]["url"]) for name, body, gold in pages(folder)]


def _page(body: bytes, gold: str, url: str) -> Page:
    tree = source.tree(source.source(body, "text/html"))
    found, table = quick.looked_at(blocks.layout(tree))
    labels, words = _labels(found, gold)
    site = ".".join((urlsplit(url).hostname or "").split(".")[-2:])
    return Page(site, body, found, table.astype(np.float32), labels, words, gold)


def _labels(found: list[Block], gold: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The words of page and article are aligned; a block belongs to the article where over half of its words do."""
    theirs, owner = [], []
    for number, block in enumerate(found):
        words = _WORD.findall(block.text)
        theirs += words
        owner += [number] * len(words)
    hits, counts = np.zeros(len(found)), np.bincount(owner, minlength=len(found)).astype(float)
    matcher = difflib.SequenceMatcher(None, _WORD.findall(gold), theirs, autojunk=False)
    for run in matcher.get_matching_blocks():
        np.add.at(hits, owner[run.b : run.b + run.size], 1)
    return (hits > counts / 2).astype(float), counts
