"""What every way of finding a statement gives: the words of the claim, its cue and its source.

Ranges are ``(start, end)`` in characters of the page's reading copy; only ``statements`` turns them into spans of the
article. A trained span finder can take the place of the rules by giving the same ``Said``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.page import Page

Range = tuple[int, int]
_EDGES = frozenset(" \n.,;:“”„\"«»‹›‘'—–-…")
_QUOTE_MARKS = frozenset('“”„"«»')


@dataclass(frozen=True)
class Said:
    """A claim as found. ``speaker`` is the head word of the source; ``source`` may be empty where nobody is named.

    ``floating`` marks a quotation with no speaker in its own sentence: it belongs to whoever spoke last. ``within`` is
    the cue of the statement that passes this one on, where its content alone does not tell.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    kind: Cue
    source: tuple[Range, ...] = ()
    speaker: Token | None = None
    direct: bool = False
    floating: bool = False
    verb: Token | None = None
    within: Token | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]


def around(token: Token) -> Range:
    """The range of one word."""
    return token.idx, token.idx + len(token)


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without blanks, quotation marks and punctuation at its edges (an apostrophe that ends a word stays)."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    inside = text[start:end]
    if inside.count("“") > inside.count("”") and text[end : end + 1] == "”":  # words quoted inside, not around
        end += 1
    if text[end : end + 1] == "." and end - start > 1 and text[end - 2 : end - 1] == ".":  # U.S.
        end += 1
    return start, end


def tokens_range(page: Page, start: int, end: int) -> Range:
    """The trimmed range of the tokens ``[start, end)``; empty where nothing but marks is left."""
    if start >= end:
        return 0, 0
    last = page.doc[end - 1]
    return trimmed(page.copy.text, page.doc[start].idx, last.idx + len(last))


def ranges(page: Page, indices: Iterable[int]) -> tuple[Range, ...]:
    """Ascending token indices as trimmed ranges, one for each unbroken run, without empty ones."""
    found = (tokens_range(page, start, end) for start, end in runs(indices))
    return tuple(r for r in found if r[0] < r[1])


def runs(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending token indices as unbroken ``[start, end)`` runs."""
    out: list[tuple[int, int]] = []
    for i in indices:
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def runs_of(page: Page, parts: Iterable[Range]) -> list[tuple[int, int]]:
    """Ranges of characters as token indices ``[start, end)``."""
    found = (page.doc.char_span(start, end, alignment_mode="expand") for start, end in parts)
    return [(words.start, words.end) for words in found if words is not None]


def is_quote_mark(token: Token) -> bool:
    """Whether the word is a double quotation mark."""
    return token.text in _QUOTE_MARKS or token.text in {"''", "``"}
