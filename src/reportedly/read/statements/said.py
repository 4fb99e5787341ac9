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


def each_once(claims: Iterable[Said]) -> list[Said]:
    """The claims in their order, of those with the same content and cue only the first."""
    first: dict[tuple[tuple[Range, ...], tuple[Range, ...]], Said] = {}
    for said in claims:
        first.setdefault((said.content, said.cue), said)
    return list(first.values())


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
    trimmed_runs = (tokens_range(page, start, end) for start, end in runs(indices))
    return tuple((start, end) for start, end in trimmed_runs if start < end)


def runs(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending token indices as unbroken ``[start, end)`` runs."""
    unbroken: list[tuple[int, int]] = []
    for i in indices:
        if unbroken and unbroken[-1][1] == i:
            unbroken[-1] = (unbroken[-1][0], i + 1)
        else:
            unbroken.append((i, i + 1))
    return unbroken


def runs_of(page: Page, parts: Iterable[Range]) -> list[tuple[int, int]]:
    """Ranges of characters as token indices ``[start, end)``."""
    spans = (page.doc.char_span(start, end, alignment_mode="expand") for start, end in parts)
    return [(tokens.start, tokens.end) for tokens in spans if tokens is not None]


def is_quote_mark(token: Token) -> bool:
    """Whether the word is a double quotation mark."""
    return token.text in _QUOTE_MARKS or token.text in {"''", "``"}
