"""Words the writer holds at arm's length: scare quotes and what follows “so-called”.

A short quotation inside a sentence is a scare quote unless its words are credited to somebody: the outlet does not
say it in its own voice, and nobody else is said to have said it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from reportedly.read.grammar.page import Page, covered
from reportedly.read.grammar.quotes import Quote
from reportedly.read.grammar.quotes import find as quotations
from reportedly.records import Statement
from reportedly.text import Span

_MOST_WORDS = 6
_SO_CALLED = frozenset({"so-called", "self-styled", "self-proclaimed"})


def find(page: Page, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """The distanced words of title and body, in order, none twice."""
    credited = [span for statement in statements if statement.mode != "indirect" for span in statement.content]
    barred = covered(len(page.article.text), [*credited, *page.article.furniture])
    quoted = {page.copy.original(q.start, q.end) for q in quotations(page.copy.text) if _is_short(page, q)}
    return tuple(sorted({span for span in quoted if barred.find(1, *span) < 0} | set(_so_called(page))))


def _is_short(page: Page, quote: Quote) -> bool:
    words = page.copy.text[quote.start : quote.end]
    whole = words[:1].isupper() and words[-1:] in (".", "?", "!")
    return quote.closed and bool(words) and words.count(" ") < _MOST_WORDS and not whole


def _so_called(page: Page) -> Iterator[Span]:
    for token in (token for sentence in page.body for token in sentence):
        if token.lower_ in _SO_CALLED or (token.lower_ == "called" and _follows_so(token)):
            rest = page.doc[token.i + 1 : token.sent.end]
            stop = next((i for i, word in enumerate(rest[:_MOST_WORDS]) if word.pos_ in {"NOUN", "PROPN"}), None)
            if stop is not None and not rest[0].is_punct:
                yield page.span(rest[: stop + 1])


def _follows_so(called: Token) -> bool:
    return called.i - 2 >= called.sent.start and [called.nbor(-2).lower_, called.nbor(-1).text] == ["so", "-"]
