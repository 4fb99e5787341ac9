"""One statement where the model saw one, but the speaker first is reported and then quoted: two."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.read.grammar.cues import PLAIN
from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, Said, trimmed

_QUOTED_AFTER = re.compile(r"(?<=[.!?])\s+[“\"](?=[A-Z])")  # a full stop, and then a sentence in marks
_SIDE_BY_SIDE = re.compile(r"[”\"] +[“\"](?=\w)")
_MARKS = frozenset('“”"')


def parted(page: Page, said: Said) -> Iterator[Said]:
    """The statement, or of one that goes over from told words into a quotation of its own both parts.

    “Saleem Dorani said the dam was safe. “We have looked at every wall.””: the quotation carries the words of its
    speaker, and has no cue.
    """
    turns = _turns(page, said)
    if turns is not None:
        first, last = turns
        yield Said((first,), (), PLAIN, direct=True, floating=True)
        yield replace(said, content=(last, *(part for part in said.content if part[0] > last[0])))
        return
    cut = _cut(page, said)
    if cut is None:
        yield said
        return
    told, quoted = cut
    yield replace(said, content=(*said.content[:-1], told), direct=False)
    yield replace(said, content=(quoted,), cue=(), direct=True, floating=not said.source)


def _turns(page: Page, said: Said) -> tuple[Range, Range] | None:
    """Two quotations side by side before a cue that tells only who said the second: “We pay.” “When?” he asked."""
    cue = min((at for at, _ in said.cue), default=0)
    quoted = next((part for part in reversed(said.content) if part[1] <= cue), None)
    text = page.copy.text
    if quoted is None or text[max(0, quoted[0] - 1) : quoted[0]] not in _MARKS:
        return None
    start, end = quoted
    joint = _SIDE_BY_SIDE.search(text, start, end)
    return ((start, joint.start()), (joint.end(), end)) if joint is not None else None


def _cut(page: Page, said: Said) -> tuple[Range, Range] | None:
    start, end = said.content[-1]
    text = page.copy.text
    joint = _QUOTED_AFTER.search(text, start, end)
    if joint is None or _MARKS & set(text[max(0, start - 1) : joint.start()]):
        return None
    if any(a >= start for a, _ in said.cue):
        return None
    return trimmed(text, start, joint.start()), (joint.end(), trimmed(text, joint.end(), end)[1])
