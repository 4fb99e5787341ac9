"""Statements that are quotations: turns of a transcript, signed ones, those below a line with a colon, floating ones.

A quotation beside its verb the model sees; these stand in a paragraph without one, or go over several.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Span as Tokens

from reportedly.read.grammar import quotes
from reportedly.read.grammar.cues import PLAIN, Cue
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.quotes import Quote
from reportedly.read.names.meant import is_somebody
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, is_quote_mark, ranges

_REACH = 40  # words searched for the verb of a line that ends in a colon
_FEWEST_BLANKS = 3  # a sentence of fewer words needs a verb of saying beside it
_LONG_WORD = 4  # letters; shorter words have no capital in titles
_LONG_SINGLE = 20  # characters; shorter words in single marks are a name or a manner of speaking
_SPOKEN_ENDS = frozenset(".,?!-—–…")
_STOPS = frozenset({".", "?", "!"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONG_LINE = 16  # words; a longer line without a verb is a list or a heading
_DASHES = frozenset({"―", "—", "–", "--", "-"})
_NAME_ENDS = frozenset(',;:.()[]“”"')
Cues = Mapping[int, tuple[Cue, ...]]


class Passage(NamedTuple):
    """A quotation among the words: its paragraph begins at ``low``, ``before`` and ``after`` are just outside it."""

    quote: Quote
    low: int
    before: int
    after: int


def find(page: Page, marked: tuple[Quote, ...], cues: Cues) -> Iterator[Said]:
    """The quotations of full words; those that are somebody's own sentences with their speaker, or floating."""
    joined: list[Passage] = []
    for passage in _passages(page, marked):
        if joined and _goes_on(page, joined[-1], passage):
            joined.append(passage)
        elif not passage.quote.closed or page.copy.text[passage.quote.end - 1] in _SPOKEN_ENDS:
            yield from _said(page, joined, cues)
            joined = [passage]
    yield from _said(page, joined, cues)


def _passages(page: Page, marked: tuple[Quote, ...]) -> Iterator[Passage]:
    starts = [token.idx for token in page.doc]
    longer = deque(quote for quote in marked if not quote.single or quote.end - quote.start > _LONG_SINGLE)
    for paragraph in page.paragraphs:
        begin, end = paragraph[0].start_char - 2, paragraph[-1].end_char + 2
        while longer and longer[0].start < end:
            quote = longer.popleft()
            if quote.outer >= begin and quote.end > quote.start:
                before, after = bisect_left(starts, quote.outer) - 1, bisect_left(starts, quote.after)
                yield Passage(quote, paragraph[0].start, before, after)


def _goes_on(page: Page, last: Passage, at: Passage) -> bool:
    """Whether a quotation goes on with the one before it: in its next paragraph, or after at most one full stop."""
    if not at.quote.single and last.quote.chain == at.quote.chain:
        return True
    between = page.doc[last.after : at.before + 1]
    return last.after > at.low and _is_full(page, at) and sum(token.text in _STOPS for token in between) <= 1


def _is_full(page: Page, at: Passage) -> bool:
    """Whether the words look like whole sentences, not a title: a capital, at least four words, a full stop."""
    words = page.copy.text[at.quote.start : at.quote.end]
    ends = words[-1:] in ".?!…" or not at.quote.closed
    return ends and words[:1].isupper() and words.count(" ") >= _FEWEST_BLANKS and not _is_title(words)


def _is_title(words: str) -> bool:
    """Whether each longer word has a capital, as in “The Long Road to the Sea”."""
    longer = [word for word in words.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    return bool(longer) and all(word[0].isupper() for word in longer)


def _stands(page: Page, at: Passage) -> bool:
    """Whether it begins a paragraph, or follows a full stop or another quotation."""
    joint = page.doc[at.before]
    return at.before < at.low or joint.text in _STOPS or is_quote_mark(joint)


def _said(page: Page, joined: list[Passage], cues: Cues) -> Iterator[Said]:
    if joined:
        content = tuple((at.quote.start, at.quote.end) for at in joined)
        known = (
            _turn(page, content) or _signed(page, content, joined[-1]) or _introduced(page, content, joined[0], cues)
        )
        floating = _is_full(page, joined[0]) and _stands(page, joined[0])
        yield known or Said(content, (), PLAIN, direct=True, floating=floating)


def _turn(page: Page, content: tuple[Range, ...]) -> Said | None:
    """A turn of a transcript inside the marks, its speaker before a colon, as in “MORENO: We are open.”."""
    (start, end), *rest = content
    label = quotes.TURN.match(page.copy.text, start, end)
    name = page.doc.char_span(start, label.end("name"), alignment_mode="expand") if label is not None else None
    if label is None or name is None:
        return None
    colon = (label.end("name"), label.end("name") + 1)
    return Said(((label.end(), end), *rest), (colon,), PLAIN, ((start, colon[0]),), name.root, direct=True)


def _signed(page: Page, content: tuple[Range, ...], at: Passage) -> Said | None:
    """A quotation with its speaker's name after a dash: “We are open.” — Ada Moreno, ferry captain."""
    doc = page.doc
    if not (at.after + 1 < len(doc) and doc[at.after].text in _DASHES):
        return None
    end = at.after + 1
    while end < len(doc) and doc[end].pos_ in {"PROPN", "ADP", "PUNCT"} and doc[end].text not in _NAME_ENDS:
        end += 1
    name = doc[at.after + 1 : end]
    if not name or name[0].pos_ != "PROPN" or (end < len(doc) and doc[end].pos_ in {"VERB", "AUX"}):
        return None
    source = ((name.start_char, name.end_char),)
    return Said(content, (around(doc[at.after]),), PLAIN, source, name.root, direct=True)


def _introduced(page: Page, content: tuple[Range, ...], at: Passage, cues: Cues) -> Said | None:
    """A quotation below a line that ends in a colon: its speaker is that of the line's verb."""
    doc, colon = page.doc, at.low - 1
    while colon > 0 and (doc[colon].is_space or is_quote_mark(doc[colon])):
        colon -= 1
    if at.before >= at.low or doc[colon].text != ":":
        return None
    line = doc[max(0, colon - _REACH) : colon]
    verb = next((t for t in reversed(list(line)) if t.is_space or t.i in cues), None)
    if verb is None or verb.is_space:
        return _credited(page, content, doc[verb.i + 1 if verb is not None else line.start : colon])
    head = speaker.of(page, verb)
    return Said(content, (around(verb),), cues[verb.i][0], speaker.words(page, head), head, direct=True, verb=verb)


def _credited(page: Page, content: tuple[Range, ...], line: Tokens) -> Said | None:
    """A quotation below a line that has no verb and names its speaker: And from Councillor Moreno:."""
    if not line or len(line) > _LONG_LINE or any(token.tag_ in _FINITE for token in line):
        return None
    words = _giver(page, line)
    if not words:
        return None
    head = words[-1] if words[-1].pos_ == "PROPN" and words.root.pos_ != "NOUN" else words.root
    if not (head.pos_ == "PROPN" or is_somebody(head)):
        return None
    return Said(content, (around(page.doc[line.end]),), PLAIN, ranges(page, [t.i for t in words]), head, direct=True)


def _giver(page: Page, line: Tokens) -> Tokens:
    """Whom the line names: what stands behind “from”, or all of it up to a comma and what he spoke in."""
    start = next((token.i + 1 for token in line if token.lower_ in {"from", "by"}), line.start)
    while start < line.end and page.doc[start].pos_ in {"CCONJ", "ADV", "PUNCT"}:
        start += 1
    stops = (
        i for i in range(start, line.end - 1) if page.doc[i].text == "," and page.doc[i + 1].pos_ in {"ADP", "VERB"}
    )
    return page.doc[start : next(stops, line.end)]
