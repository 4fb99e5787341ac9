"""How well articles match, as SQLite's FTS5 measures it (bm25, a headline counting four times).

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009; the details are FTS5's.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Final, NamedTuple

from reportedly.ledger.search.asked import Way

_HEADLINE: Final = 4.0
_K: Final = 1.2  # how soon a word more counts little
_B: Final = 0.75  # how much the length of a text counts
_LEAST: Final = 1e-6  # of a word that more than half of all articles have


class Index(NamedTuple):
    """How many articles an index holds, of how many terms together, and how many of them have each row of words."""

    articles: int
    terms: int
    having: Mapping[tuple[str, ...], int]


def rank(rows: Iterable[tuple[int, list[str], list[str]]], ways: Sequence[Way], index: Index) -> list[int]:
    """The places of these articles, given with the terms of headline and text, those first that match best."""
    mean = index.terms / index.articles
    weights = [[_rarity(index, row) for row in way.rows] for way in ways]
    scored = []
    for place, headline, text in rows:
        length = _K * (1 - _B + _B * (1 + len(headline) + len(text)) / mean)
        score = 0.0
        for way, rarities in zip(ways, weights, strict=True):
            for rarity, told, also in zip(rarities, _met(way, headline), _met(way, text), strict=True):
                often = told * _HEADLINE + also
                score += rarity * (often * (_K + 1)) / (often + length)
        scored.append((-score, -place))
    return [-place for _, place in sorted(scored)]


def _rarity(index: Index, row: tuple[str, ...]) -> float:
    having = index.having[row]
    found = log((index.articles - having + 0.5) / (having + 0.5))
    return found if found > 0 else _LEAST


def _met(way: Way, part: list[str]) -> list[int]:
    """How often each of its rows of words stands here, so that it counts."""
    if way.near is None:
        return [len(_places(part, way.terms))]
    return _near([_places(part, row) for row in way.rows], way.near + len(way.terms) - 1)


def _places(part: list[str], row: tuple[str, ...]) -> list[int]:
    first, many = row[0], len(row)
    if many == 1:
        return [at for at, term in enumerate(part) if term == first]
    return [at for at, term in enumerate(part) if term == first and tuple(part[at : at + many]) == row]


def _near(places: list[list[int]], span: int) -> list[int]:
    """How many places of each word count: FTS5 goes through all of them together, the last one first to move on."""
    counted, at = [set[int]() for _ in places], [0] * len(places)
    if not all(places):
        return [0] * len(places)
    while True:
        now = [own[n] for own, n in zip(places, at, strict=True)]
        last = max(now)
        behind = [n for n, one in enumerate(now) if one < last - span]
        if not behind:
            for own, one in zip(counted, now, strict=True):
                own.add(one)
            behind = [min(range(len(places)), key=lambda n: _next(places[n], at[n]))]
        for n in behind:
            at[n] += 1
            if at[n] == len(places[n]):
                return [len(own) for own in counted]


def _next(places: list[int], at: int) -> float:
    return places[at + 1] if at + 1 < len(places) else float("inf")
