"""The rules that find statements: a page and its cue verbs in, ``Said`` out."""

from collections.abc import Mapping

from reportedly.read.grammar import quotes
from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.page import Page
from reportedly.read.statements.rules import frames, phrases, quotations
from reportedly.read.statements.said import Said, each_once


def find(page: Page, verbs: Mapping[int, tuple[Cue, ...]]) -> tuple[Said, ...]:
    """Every statement of the body in order of its content, none twice; ``verbs`` are cues by their place."""
    known = {token.i: verbs[token.i] for sentence in page.body for token in sentence if token.i in verbs}
    quoted = quotations.find(page, quotes.find(page.copy.text), known)
    return tuple(each_once([*quoted, *phrases.find(page), *frames.passed_on(page, known)]))
