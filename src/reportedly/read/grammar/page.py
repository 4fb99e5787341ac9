"""An article laid out for reading: a tidy copy parsed into sentences, each offset with its way back.

Every finder (names, times, statements, events) takes the ``Page`` and returns records whose spans are already those
of the original text: ``page.span(...)`` is the only bridge, so no finder ever does offset arithmetic.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from reportedly.evidence import Reason
from reportedly.read.grammar.clauses import Clauses
from reportedly.records import Article
from reportedly.text import ReadingCopy, Span


@dataclass(frozen=True)
class Page:
    """``doc`` is parsed from ``copy.text``; ``body`` are the sentences to read, without title, credit and furniture.

    In the ``margin`` finders that weigh evidence note why they decided as they did; no reading holds it.
    """

    article: Article
    copy: ReadingCopy
    doc: Doc
    margin: list[Reason] = field(default_factory=list, compare=False)

    def span(self, tokens: Tokens | Token) -> Span:
        """The span of parsed words (a token or a spaCy span) in the article's own text."""
        if isinstance(tokens, Token):
            return self.copy.original(tokens.idx, tokens.idx + len(tokens))
        return self.copy.original(tokens.start_char, tokens.end_char)

    def words(self, span: Span) -> Tokens | None:
        """The parsed words under a span of the article's text, widened to whole tokens; None where there are none."""
        start, end = self.copy.copied(span)
        return self.doc.char_span(start, end, alignment_mode="expand") if end > start else None

    @cached_property
    def clauses(self) -> Clauses:
        """What the parse tells of the page's words."""
        return Clauses(self.doc)

    @cached_property
    def skipped(self) -> tuple[Span, ...]:
        """Spans that hold no reporting: title, desk credit, byline, dateline and page furniture."""
        article = self.article
        dateline = article.dateline.span if article.dateline else None
        heads = [span for span in (article.title, article.credit, article.byline, dateline) if span]
        return tuple(sorted([*heads, *article.furniture]))

    @cached_property
    def body(self) -> tuple[Tokens, ...]:
        """The sentences of the body, in order."""
        return tuple(self._unskipped(self.doc.sents))

    @cached_property
    def paragraphs(self) -> tuple[tuple[Tokens, ...], ...]:
        """The body's sentences by paragraph (a line break ends one)."""
        out: list[list[Tokens]] = []
        for sentence in self.body:
            fresh = not out or "\n" in self.copy.text[out[-1][-1][0].idx : sentence[0].idx]
            if fresh:
                out.append([])
            out[-1].append(sentence)
        return tuple(tuple(paragraph) for paragraph in out)

    def _unskipped(self, sentences: Iterable[Tokens]) -> Iterator[Tokens]:
        barred = covered(len(self.article.text), self.skipped)
        for sentence in sentences:
            kept = [t for t in sentence if not t.is_space]
            if barred.find(1, *self.span(sentence)) >= 0:
                kept = [t for t in kept if barred.find(1, *self.span(t)) < 0]
            while kept and kept[0].text in {":", "-", "\u2013", "\u2014", "|"}:  # what a credit or dateline left behind
                del kept[0]
            if kept:
                yield self.doc[kept[0].i : kept[-1].i + 1]


def covered(length: int, spans: Iterable[Span]) -> bytearray:
    """A byte for each character of a text of this length: 1 where one of the spans covers it."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\x01" * (min(end, length) - start)
    return marks
