"""Statements that are quotations: each long quotation joined with the verb that introduces it, or left floating."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.read.grammar import quotes
from reportedly.read.grammar.cues import PLAIN, Cue
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.quotes import Quote
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, is_quote_mark

_REACH = 40  # words searched for the verb of a quotation, on either side
_FEWEST_BLANKS = 3  # a sentence of fewer words needs a verb of saying beside it
_LONG_WORD = 4  # letters; shorter words have no capital in titles
_LONG_SINGLE = 20  # characters; shorter words in single marks are a name or a manner of speaking
_SPOKEN_END = tuple(",?!-—–…")
_DASHES = frozenset({"―", "—", "–", "--", "-"})
_NAME_ENDS = frozenset(',;:.()[]“”"')
_JOINTS = frozenset({",", ":", ".", "?", "!", ";", "-", "–", "—", "…", "..."})
Cues = Mapping[int, tuple[Cue, ...]]


@dataclass(frozen=True)
class Passage:
    """A quotation in words: ``[first, last]`` inside the marks, ``before`` and ``after`` just outside them."""

    quote: Quote
    first: int
    last: int
    before: int
    after: int


@dataclass(frozen=True)
class Bound:
    """A quotation with the verb that introduces it; None where it goes on from the one before or floats."""

    passage: Passage
    verb: Token | None
    goes_on: bool


def find(page: Page, marked: tuple[Quote, ...], cues: Cues) -> Iterator[Said]:
    """The quotations that are somebody's own full words, each with its verb."""
    joined: list[Bound] = []
    for bound in _bound(page, marked, cues):
        if bound.goes_on and joined:
            joined.append(bound)
            continue
        yield from _said(page, joined, cues)
        joined = [bound]
    yield from _said(page, joined, cues)


def _said(page: Page, joined: list[Bound], cues: Cues) -> Iterator[Said]:
    if not joined:
        return
    verb = next((bound.verb for bound in joined if bound.verb is not None), None)
    content = tuple((b.passage.quote.start, b.passage.quote.end) for b in joined)
    if verb is None:
        known = _turn(page, content) or _signed(page, content, joined[-1].passage)
        yield known or Said(content, (), PLAIN, direct=True, floating=True)
        return
    head = by(page, verb)
    kind = next(cue for cue in cues[verb.i] if "quote" in cue.frames)
    yield Said(content, (around(verb),), kind, speaker.words(page, head), head, direct=True, verb=verb)


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
    dash = doc[at.after]
    cue = (dash.idx, dash.idx + len(dash.text))
    return Said(content, (cue,), PLAIN, ((name.start_char, name.end_char),), name.root, direct=True)


def by(page: Page, verb: Token) -> Token | None:
    """The speaker of a verb beside a quotation, also where the parser took the inverted subject for an object."""
    head = speaker.of(page, verb)
    inverted = head is None and not page.clauses.is_passive(verb)
    return page.clauses.child(verb, "dobj", "attr", "dep", "oprd") if inverted else head


def _bound(page: Page, marked: tuple[Quote, ...], cues: Cues) -> Iterator[Bound]:
    """The full quotations among the marks, each with its verb."""
    previous: Bound | None = None
    for passage, bounds in _passages(page, marked):
        bound = _join(page, passage, bounds, cues, previous)
        if bound is not None:
            yield bound
            previous = bound


def _passages(page: Page, marked: tuple[Quote, ...]) -> Iterator[tuple[Passage, tuple[int, int]]]:
    """The quotations in words, each with the first word of its paragraph and the one past its last."""
    starts = [token.idx for token in page.doc]
    longer = deque(quote for quote in marked if not quote.single or quote.end - quote.start > _LONG_SINGLE)
    for paragraph in page.paragraphs:
        low, high = paragraph[0].start, paragraph[-1].end
        begin, end = paragraph[0].start_char - 2, paragraph[-1].end_char + 2
        while longer and longer[0].start < end:
            quote = longer.popleft()
            if quote.outer >= begin and quote.end > quote.start:
                yield _passage(quote, starts, low, high), (low, high)


def _passage(quote: Quote, starts: list[int], low: int, high: int) -> Passage:
    first = bisect_left(starts, quote.start)
    last = bisect_left(starts, quote.end) - 1
    before = bisect_left(starts, quote.outer) - 1
    after = bisect_left(starts, quote.after)
    return Passage(quote, max(first, low), min(last, high - 1), before, after)


def _join(page: Page, at: Passage, bounds: tuple[int, int], cues: Cues, previous: Bound | None) -> Bound | None:
    """The quotation with its verb, or None where it is no full quotation but words inside a sentence."""
    low, high = bounds
    joint = page.doc[at.before] if at.before >= low else None
    if joint is not None and not (joint.text in _JOINTS or is_quote_mark(joint) or joint.i in cues):
        return None
    same_chain = previous is not None and not at.quote.single and previous.passage.quote.chain == at.quote.chain
    verb = _verb_after(page, at, high, cues)
    if verb is None:
        verb = _introduced(page, low, cues) if joint is None else _verb_before(page, at, low, cues)
    if verb is not None:
        shared = previous is not None and previous.verb == verb
        return Bound(at, verb, goes_on=shared or same_chain)
    if same_chain:
        return Bound(at, None, goes_on=True)
    if not _is_full(page, at):
        return None
    follows = (
        previous is not None and previous.passage.after > low and _is_next(page, previous.passage.after, at.before)
    )
    stands = joint is None or joint.text in {".", "?", "!"} or is_quote_mark(joint)
    return Bound(at, None, goes_on=follows) if follows or stands else None


def _is_full(page: Page, at: Passage) -> bool:
    """Whether the words look like whole sentences, not a title: a capital, at least four words, a full stop."""
    words = page.copy.text[at.quote.start : at.quote.end]
    ends = words[-1:] in ".?!…" or not at.quote.closed
    return ends and words[:1].isupper() and words.count(" ") >= _FEWEST_BLANKS and not _is_title(words)


def _is_title(words: str) -> bool:
    """Whether each longer word has a capital, as in “The Long Road to the Sea”."""
    longer = [word for word in words.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    return bool(longer) and all(word[0].isupper() for word in longer)


def _is_next(page: Page, start: int, end: int) -> bool:
    """Whether at most one sentence end lies between two quotations."""
    return sum(token.text in {".", "?", "!"} for token in page.doc[start : end + 1]) <= 1


def _verb_after(page: Page, at: Passage, high: int, cues: Cues) -> Token | None:
    doc = page.doc
    ending = page.copy.text[at.quote.end - 1]
    start = at.after
    if start < high and doc[start].text == ",":
        start += 1
    elif ending in ".…" and not (start < high and doc[start].text[:1].islower()):
        return None
    for token in doc[start : min(high, start + _REACH)]:
        if is_quote_mark(token) or token.text in {".", "?", "!", ";", ":"}:
            return None
        if token.i in cues and any("quote" in cue.frames for cue in cues[token.i]):
            asks = not ending.startswith(_SPOKEN_END[0]) and start == at.after
            goes_further = any(clause.i > token.i for clause in page.clauses.children(token, "ccomp", "xcomp"))
            return None if asks and goes_further else token
    return None


def _verb_before(page: Page, at: Passage, low: int, cues: Cues) -> Token | None:
    doc = page.doc
    if not (doc[at.before].text in {",", ":"} or at.before in cues):
        return None
    for i in range(at.before, max(low - 1, at.before - _REACH), -1):
        token = doc[i]
        if i < at.before and (is_quote_mark(token) or token.text in {".", "?", "!"}):
            return None
        if i in cues and any("quote" in cue.frames for cue in cues[i]):
            return token
    return None


def _introduced(page: Page, low: int, cues: Cues) -> Token | None:
    """The verb of a line that ends in a colon just before this paragraph."""
    doc = page.doc
    i = low - 1
    while i > 0 and (doc[i].is_space or is_quote_mark(doc[i])):
        i -= 1
    if doc[i].text != ":":
        return None
    for j in range(i, max(-1, i - _REACH), -1):
        if j in cues and any("quote" in cue.frames for cue in cues[j]):
            return doc[j]
        if doc[j].is_space:
            return None
    return None
