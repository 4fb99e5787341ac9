"""An article's text as HTML with overlapping spans marked, without changing one character of it.

HTML elements nest, spans need not: the text is cut at every start and end, and each piece carries the classes of all
spans that cover it. The text content of what comes out equals the text that went in; anchors and reference numbers are
empty elements (numbers are drawn by the style sheet), so a copied passage is the article's own.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from reportedly.text import Span

_UNSAYABLE: Final = re.compile("[\x00\ud800-\udfff]")  # what no HTML page can carry, shown as U+FFFD
_LINE: Final = re.compile(r"[^\n]+")
_PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?![ \t\r]*\n))*")
_WRAPPED: Final = 100  # characters: plain text whose lines all stay below was wrapped by hand
_FEW: Final = 6  # lines; fewer do not show whether a text was wrapped


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text and the classes they are shown with."""

    span: Span
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a link can lead to: ``#anchor`` marks exactly them."""

    anchor: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A small number after the words, linking to what was filed from them."""

    offset: int
    number: int
    entry: str


def rendered(
    text: str,
    marks: Sequence[Mark] = (),
    passages: Sequence[Passage] = (),
    references: Sequence[Reference] = (),
    heading: Span | None = None,
) -> Markup:
    """The text as paragraphs; the one that is exactly ``heading`` becomes the page's first heading."""
    pieces = _Pieces(text, marks, passages, references)
    out: list[str] = []
    written = 0
    for block in blocks(text):
        out.extend(pieces.html(written, block.start))
        name = "h1" if heading and _same(text, heading, block) else "p"
        out.append(f"<{name}>")
        out.extend(pieces.html(block.start, block.end))
        out.append(f"</{name}>")
        written = block.end
    out.extend(pieces.html(written, len(text)))
    return Markup("".join(out))  # noqa: S704  every text in it went through safe()


def has_heading(text: str, heading: Span | None) -> bool:
    """Whether ``rendered`` will show that heading inside the text."""
    return heading is not None and any(_same(text, heading, block) for block in blocks(text))


def _same(text: str, heading: Span, block: Span) -> bool:
    return block.holds(heading) and heading.of(text).strip() == block.of(text).strip()


def blocks(text: str) -> Iterator[Span]:
    """The paragraphs: each line one, or what blank lines part where the lines were wrapped by hand."""
    pattern = _PARAGRAPH if _is_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        if match[0].strip():
            yield Span(*match.span())


def _is_wrapped(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > _FEW and "\n\n" in text and all(len(line) < _WRAPPED for line in lines) and _runs_on(lines)


def _runs_on(lines: Sequence[str]) -> bool:
    """Whether most lines that are followed by another stop in the middle of a sentence."""
    followed = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    return bool(followed) and sum(not line.endswith((".", "!", "?", "”", '"')) for line in followed) * 2 > len(followed)


def style(passages: Sequence[Passage], entries: Iterable[tuple[str, str]]) -> str:
    """Rules that light up a passage's words, and its entry in the list, when its anchor is the page's target.

    ``entries`` are pairs of (anchor, id of the entry in the list).
    """
    rules = [
        f":root:has(#{passage.anchor}:target) .p{number}{{background:var(--lit);color:var(--on-lit)}}"
        for number, passage in enumerate(passages)
    ]
    rules.extend(f":root:has(#{anchor}:target) #{entry}{{border-color:var(--lit-edge)}}" for anchor, entry in entries)
    return "\n".join(rules)


def safe(text: str) -> str:
    """Text for HTML that a parser gives back unchanged, but for characters that no page can carry."""
    return str(escape(_UNSAYABLE.sub("\ufffd", text))).replace("\r", "&#13;")


class _Pieces:
    """The text cut at every boundary, with what covers each piece and what stands before and after it."""

    def __init__(
        self, text: str, marks: Sequence[Mark], passages: Sequence[Passage], references: Sequence[Reference]
    ) -> None:
        self._text = text
        self._opens: defaultdict[int, list[str]] = defaultdict(list)
        self._closes: defaultdict[int, list[str]] = defaultdict(list)
        self._before: defaultdict[int, list[str]] = defaultdict(list)
        self._after: defaultdict[int, list[str]] = defaultdict(list)
        self._covering: Counter[str] = Counter()
        for mark in marks:
            self._cover(mark.span, mark.classes)
        for number, passage in enumerate(passages):
            self._place(number, passage)
        for reference in references:
            label = f'data-n="{reference.number}" aria-label="Statement {reference.number}"'
            link = f'<a class="ref" href="#{escape(reference.entry)}" {label}></a>'
            self._after[min(max(reference.offset, 0), len(text))].append(link)
        self._cuts = sorted({*self._opens, *self._closes, *self._before, *self._after})

    def _cover(self, span: Span, classes: Iterable[str]) -> None:
        start, end = max(0, span.start), min(len(self._text), span.end)
        if start < end:
            self._opens[start].extend(classes)
            self._closes[end].extend(classes)

    def _place(self, number: int, passage: Passage) -> None:
        for span in passage.spans:
            self._cover(span, (f"p{number}",))
        first = min((span.start for span in passage.spans), default=0)
        anchor = f'<a class="at" id="{escape(passage.anchor)}"></a>'
        self._before[min(max(first, 0), len(self._text))].append(anchor)

    def html(self, start: int, end: int) -> Iterator[str]:
        """The pieces from ``start`` to ``end``; to be asked once, in order, without gaps."""
        written = start
        while True:
            yield from self._boundary(written, end)
            if written == end:
                return
            stop = self._next(written, end)
            yield self._piece(Span(written, stop))
            yield from self._after.pop(stop, ())
            written = stop

    def _boundary(self, written: int, end: int) -> Iterator[str]:
        if written == end and written != len(self._text):  # opens with the next block
            return
        self._covering.subtract(self._closes.pop(written, ()))
        self._covering.update(self._opens.pop(written, ()))
        yield from self._before.pop(written, ())

    def _next(self, written: int, end: int) -> int:
        i = bisect_right(self._cuts, written)
        return min(self._cuts[i], end) if i < len(self._cuts) else end

    def _piece(self, span: Span) -> str:
        words = safe(span.of(self._text))
        classes = sorted(name for name, count in self._covering.items() if count > 0)
        self._covering = +self._covering
        return f'<span class="{escape(" ".join(classes))}">{words}</span>' if classes else words
