"""Words the writer holds at arm's length: scare quotes and what follows “so-called”.

A short quotation inside a sentence is a scare quote unless its words are credited to somebody: the outlet does not
say it in its own voice, and nobody else is said to have said it.
"""

from collections.abc import Sequence

from reportedly.read.grammar.page import Page, covered
from reportedly.read.grammar.quotes import Quote
from reportedly.read.grammar.quotes import find as quotations
from reportedly.records import Statement
from reportedly.text import Span

_MOST_WORDS = 6
_SO_CALLED = frozenset({"so-called", "self-styled", "self-proclaimed"})


def find(page: Page, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """The distanced words of title and body, in order, none twice."""
    credited = [span for one in statements if one.mode != "indirect" for span in one.content]
    barred = covered(len(page.article.text), [*credited, *page.article.furniture])
    found = {page.copy.original(q.start, q.end) for q in quotations(page.copy.text) if _is_short(page, q)}
    found = {span for span in found if barred.find(1, *span) < 0}
    found |= set(_so_called(page))
    return tuple(sorted(found))


def _is_short(page: Page, quote: Quote) -> bool:
    words = page.copy.text[quote.start : quote.end]
    whole = words[:1].isupper() and words[-1:] in (".", "?", "!")
    return quote.closed and bool(words) and words.count(" ") < _MOST_WORDS and not whole


def _so_called(page: Page) -> list[Span]:
    out: list[Span] = []
    for sentence in page.body:
        for token in sentence:
            if token.lower_ in _SO_CALLED or (token.lower_ == "called" and _follows_so(token.i, sentence.start, page)):
                rest = page.doc[token.i + 1 : token.sent.end]
                words = list(rest[:_MOST_WORDS])
                stop = next((i for i, t in enumerate(words) if t.pos_ in {"NOUN", "PROPN"}), None)
                if stop is not None and not words[0].is_punct:
                    out.append(page.span(rest[: stop + 1]))
    return out


def _follows_so(i: int, start: int, page: Page) -> bool:
    return i - 2 >= start and page.doc[i - 1].text == "-" and page.doc[i - 2].lower_ == "so"
