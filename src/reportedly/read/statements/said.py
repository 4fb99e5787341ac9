"""What every way of finding a statement gives: the words of the claim, its cue and its source.

Ranges are ``(start, end)`` in characters of the page's reading copy; only ``statements`` turns them into spans of the
article.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.page import Page

Range = tuple[int, int]
_EDGES = frozenset(" \n.,;:“”„\"«»‹›‘'`—–-…")
_QUOTE_MARKS = frozenset('“”„"«»') | {"''", "``"}


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


def ranges(page: Page, indices: Iterable[int]) -> tuple[Range, ...]:
    """Ascending words as trimmed ranges, one for each unbroken run, without the “that” which joins them to a cue."""
    runs: list[list[int]] = []
    for i in _without_that(page, list(indices)):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    pieces = (page.doc[run[0] : run[-1] + 1] for run in runs)
    around_pieces = (trimmed(page.copy.text, piece.start_char, piece.end_char) for piece in pieces)
    return tuple((start, end) for start, end in around_pieces if start < end)


def _without_that(page: Page, indices: list[int]) -> list[int]:
    first = page.doc[indices[0]] if len(indices) > 1 else None
    return indices[1:] if first is not None and first.lower_ == "that" and first.dep_ == "mark" else indices


def tokens(page: Page, parts: Iterable[Range]) -> list[Tokens]:
    """The parsed words under ranges, widened to whole ones."""
    spans = (page.doc.char_span(start, end, alignment_mode="expand") for start, end in parts)
    return [span for span in spans if span is not None]


def is_quote_mark(token: Token) -> bool:
    """Whether the word is a double quotation mark."""
    return token.text in _QUOTE_MARKS
