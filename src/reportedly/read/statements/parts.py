"""One statement where the model saw one, but the speaker first is reported and then quoted: two."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, Said, trimmed

_QUOTED_AFTER = re.compile(r"(?<=[.!?])\s+[“\"](?=[A-Z])")  # a full stop, and then a sentence in marks
_MARKS = frozenset('“”"')


def parted(page: Page, said: Said) -> Iterator[Said]:
    """The statement, or of one that goes over from told words into a quotation of its own both parts.

    “Saleem Dorani said the dam was safe. “We have looked at every wall.””: the quotation carries the words of its
    speaker, and has no cue.
    """
    cut = _cut(page, said)
    if cut is None:
        yield said
        return
    told, quoted = cut
    yield replace(said, content=(*said.content[:-1], told), direct=False)
    yield replace(said, content=(quoted,), cue=(), direct=True, floating=not said.source)


def _cut(page: Page, said: Said) -> tuple[Range, Range] | None:
    start, end = said.content[-1]
    text = page.copy.text
    joint = _QUOTED_AFTER.search(text, start, end)
    if joint is None or _MARKS & set(text[max(0, start - 1) : joint.start()]):
        return None
    if any(a >= start for a, _ in said.cue):
        return None
    return trimmed(text, start, joint.start()), (joint.end(), trimmed(text, joint.end(), end)[1])
