"""The rules that find statements: a page and its cue verbs in, ``Said`` out."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.read.grammar import quotes
from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.page import Page
from reportedly.read.statements.rules import frames, phrases, quotations
from reportedly.read.statements.said import Said, each_once, ranges, runs_of


def find(page: Page, verbs: Mapping[int, tuple[Cue, ...]]) -> tuple[Said, ...]:
    """Every statement of the body in order of its content, none twice; ``verbs`` are cues by their place."""
    inside = _body(page)
    known = {i: kinds for i, kinds in verbs.items() if inside[i]}
    quoted = list(quotations.find(page, quotes.find(page.copy.text), known))
    used = frozenset(said.verb.i for said in quoted if said.verb is not None)
    claims = (_in_body(page, said, inside) for said in (*quoted, *phrases.find(page), *frames.find(page, known, used)))
    return tuple(each_once(sorted(claims, key=lambda said: (said.start, -said.content[-1][1]))))


def _body(page: Page) -> bytearray:
    inside = bytearray(len(page.doc))
    for sentence in page.body:
        inside[sentence.start : sentence.end] = b"\x01" * (sentence.end - sentence.start)
    return inside


def _in_body(page: Page, said: Said, inside: bytearray) -> Said:
    """The same with the words of a dateline or credit, which the parser may join to the first phrase, left out."""
    head = said.speaker
    if head is None or (inside[head.i] and inside[head.left_edge.i]):
        return said
    if not inside[head.i]:
        head = next(
            (t for t in head.subtree if inside[t.i] and t.pos_ in {"PROPN", "NOUN", "PRON"} and not inside[t.head.i]),
            None,
        )
    words = [i for start, end in runs_of(page, said.source) for i in range(start, end) if inside[i]]
    return replace(said, speaker=head, source=ranges(page, words))
