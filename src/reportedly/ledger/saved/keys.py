"""By what a saved search is looked up: the rarest word that it requires, or a mark that fewer articles have."""

from typing import Final

from sqlalchemy import Connection

from reportedly.ledger.saved.index import BEGIN, WORD
from reportedly.ledger.search import fulltext, marks
from reportedly.likeness import commonness
from reportedly.search import Question, Sought

_MANY: Final = 5_000
"""Articles with a word are counted as far as that: some 0.3 ms."""

Rarity = tuple[int, float]
"""How many articles of the desk have it, and how common it is in news at large: for when the desk is young."""


def keys(connection: Connection, asked: Question, own: list[marks.Either]) -> tuple[str, ...]:
    """The keys, one of which every match has."""
    by_word = min((_of(connection, sought) for sought in asked.wanted), default=None)
    by_mark = min(((_marked(connection, either), either) for either in own), default=None)
    if by_word is None and by_mark is None:
        return (marks.SHELVED,)
    return min(one for one in (by_word, by_mark) if one is not None)[1]


def _of(connection: Connection, sought: Sought) -> tuple[Rarity, tuple[str, ...]]:
    """How rare something sought is, and the rarest word of each of its ways."""
    if sought.begins:
        begin = sought.ways[0][0]
        terms = fulltext.begun(connection, begin).terms
        return (sum(fulltext.counted(connection, term, _MANY) for term in terms), 1.0), (BEGIN + begin,)
    rarest = [min((_rarity(connection, term), term) for term in way) for way in sought.ways]
    articles, share = (sum(rarity[n] for rarity, _ in rarest) for n in (0, 1))
    return (int(articles), share), tuple(dict.fromkeys(WORD + term for _, term in rarest))


def _rarity(connection: Connection, term: str) -> Rarity:
    return fulltext.counted(connection, term, _MANY), commonness().get(term, 0.0)


def _marked(connection: Connection, either: marks.Either) -> Rarity:
    return marks.counted_either(connection, either, (None, None), _MANY), 1.0
