"""Statements by the trained model, as ``Said``: the model gives the words, lexicon and parse their sense."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read import tagger
from reportedly.read.cues import HEARSAY, PLAIN, Cue, table
from reportedly.read.page import Page
from reportedly.read.statements_said import Range, Said, ranges, runs_of

_OPENING = frozenset('“"„«')
_CLOSING = frozenset('”"“»')
_PLAIN_CUES = frozenset({"according to", "according", ":"})
_PARTS = frozenset({"VERB", "AUX", "NOUN", "ADP", "ADV"})


class Scored(NamedTuple):
    """A statement with the model's score, 0 to 1; ``known`` tells whether its cue is one the lexicon has."""

    score: float
    said: Said
    known: bool


def find(page: Page, known: Mapping[int, tuple[Cue, ...]], floor: float) -> Iterator[Scored]:
    """Every statement scored at ``floor`` or more whose cue and content stand in one paragraph, in order of content."""
    paragraphs = [(p[0].start_char, p[-1].end_char) for p in page.paragraphs]
    for one in tagger.find(page.copy.text, paragraphs, floor):
        cue = page.doc.char_span(*one.cue, alignment_mode="expand")
        if cue is not None:
            said = _said(page, one, cue, known)
            yield Scored(one.score, said, said.kind is not PLAIN or cue.text.lower() in _PLAIN_CUES)


def _said(page: Page, one: tagger.Tagged, cue: Words, known: Mapping[int, tuple[Cue, ...]]) -> Said:
    verb = next((t for t in cue if t.i in known), None) or next((t for t in cue if t.pos_ in _PARTS), cue[0])
    source = page.doc.char_span(*one.source[0], alignment_mode="expand") if one.source else None
    content = _whole_words(page, one.content)
    return Said(
        content=content,
        cue=(one.cue,),
        kind=_kind(cue, verb, known),
        source=_whole_words(page, one.source),
        speaker=source.root if source is not None else None,
        direct=_is_quoted(page.copy.text, content),
        verb=verb,
    )


def _whole_words(page: Page, parts: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges widened to words (the model may cut one), without the “that” which joins a clause to its cue."""
    indices = [i for start, end in runs_of(page, parts) for i in range(start, end)]
    if len(indices) > 1 and page.doc[indices[0]].lower_ == "that" and page.doc[indices[0]].dep_ == "mark":
        del indices[0]
    return ranges(page, dict.fromkeys(indices)) or tuple(parts)


def _kind(cue: Words, verb: Token, known: Mapping[int, tuple[Cue, ...]]) -> Cue:
    if verb.i in known:
        return known[verb.i][0]
    hearsay = frozenset(table("cue_phrases")["hearsay"]["adverbs"].split())
    return HEARSAY if any(t.lower_ in hearsay for t in cue) else PLAIN


def _is_quoted(text: str, content: Sequence[Range]) -> bool:
    """Whether each run of the content stands between quotation marks, or goes on from one that does."""
    return all(_opens(text, start) and _closes(text, end) for start, end in content)


def _opens(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in _OPENING


def _closes(text: str, end: int) -> bool:
    return any(mark in _CLOSING for mark in text[end : end + 2])
