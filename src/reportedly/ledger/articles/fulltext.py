"""The full-text index over headlines and texts of articles, and all that is particular to SQLite's FTS5.

The index stores no text of its own; it points at ``articles.seq``. English words are found in all their forms
(Porter's stemmer), letters without their accents, the two spellings of Persian and Arabic yeh and kaf as one, and words
without the characters in them that nobody sees; in the passage of such a text others may be marked than those sought.
On PostgreSQL the same two functions would keep ``to_tsvector('simple', ...)`` in a column with a GIN index, turn the
words into ``plainto_tsquery`` and give ``ts_headline`` for the passage; nothing else in the ledger would change.
"""

import re
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.text import unseen_dropped

_OPEN, _CLOSE = "\x02", "\x03"
_TERMS = re.compile(r'"([^"]*)"|(\S+)')
# One letter for one letter, so that word positions in the index are those in the text.
_FOLDED = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا"})
_INSERT = sa.text("INSERT INTO article_words (rowid, headline, text) VALUES (:seq, :headline, :text)")
_FIND = sa.text(
    "SELECT article_words.rowid FROM article_words JOIN articles AS a ON a.seq = article_words.rowid "
    "WHERE article_words MATCH :query AND NOT EXISTS "
    "(SELECT 1 FROM articles AS newer WHERE newer.url = a.url AND newer.turn > a.turn) "
    "ORDER BY bm25(article_words, 4.0, 1.0), article_words.rowid DESC LIMIT :limit OFFSET :offset"
)
_SHOW = sa.text(
    f"SELECT rowid, snippet(article_words, -1, '{_OPEN}', '{_CLOSE}', ' … ', 28) FROM article_words "  # noqa: S608
    "WHERE article_words MATCH :query AND rowid IN :seqs"
).bindparams(sa.bindparam("seqs", expanding=True))

Snippet = tuple[tuple[str, bool], ...]


def index(connection: Connection, given: Iterable[tuple[int, str | None, str]]) -> None:
    """Make the words of articles findable: their ``articles.seq``, headlines and texts."""
    rows = [{"seq": seq, "headline": _folded(headline or ""), "text": _folded(text)} for seq, headline, text in given]
    if rows:
        connection.execute(_INSERT, rows)


def _folded(words: str) -> str:
    return unseen_dropped(words).translate(_FOLDED)


def find(connection: Connection, words: str, limit: int, offset: int) -> list[tuple[int, Snippet]]:
    """``articles.seq`` and best passage of the latest revisions that hold all ``words``, best first."""
    query = as_query(words)
    if not query:
        return []
    seqs = connection.scalars(_FIND, {"query": query, "limit": limit, "offset": offset}).all()
    if not seqs:
        return []
    passages = {seq: _pieces(passage) for seq, passage in connection.execute(_SHOW, {"query": query, "seqs": seqs})}
    return [(seq, passages[seq]) for seq in seqs]


def as_query(words: str) -> str:
    """What a person typed as an FTS5 query; empty where there is no word.

    Every word must occur, words in quotes one after another, ``visi*`` as a beginning. Nothing else is syntax, so
    nothing can be a syntax error.
    """
    terms = []
    for quoted, bare in _TERMS.findall(_folded(words).replace("\0", " ")):
        term = quoted or bare.replace('"', " ")
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term.rstrip("*")}"' + ("*" if bare.endswith("*") else ""))
    return " ".join(terms)


def _pieces(passage: str) -> Snippet:
    pieces = []
    for i, part in enumerate(passage.split(_OPEN)):
        sought, _, rest = part.partition(_CLOSE) if i else ("", "", part)
        pieces += [(sought, True), (rest, False)]
    return tuple(piece for piece in pieces if piece[0])
