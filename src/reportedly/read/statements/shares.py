"""Each word to the one who says it: what the model gave to a statement and is another's, or is its own source, goes.

The model marks words one by one. So it may give a quotation also to the next speaker (“It is late”, she said. “We
wait”, he said), and take a word of the source for content (three people told of the plan said).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, Said, trimmed
from reportedly.read.statements.tagged import is_quoted

MOSTLY = 0.8  # of a run's characters, in another's content
_SET_OFF = frozenset(",;:“”\"'—–\n")


def shared(page: Page, claims: Sequence[Said], beside: Callable[[Said], Iterable[Said]]) -> Iterator[Said]:
    """The claims without such words; ``beside`` gives those whose content overlaps with one's."""
    sources = {n: said for n, claim in enumerate(claims) if (said := _with_whole_source(page, claim)) is not claim}
    for n, claim in enumerate(claims):
        if n in sources:
            yield sources[n]
        elif not any(_is_cued_in_source(claim, other) for other in sources.values()):
            yield _without_anothers(page, claim, beside) if len(claim.content) > 1 else claim


def _with_whole_source(page: Page, said: Said) -> Said:
    """With all between a source and its cue in the source, where the model put some of it in the content."""
    if len(said.content) < 2 or len(said.source) != 1 or not said.cue:  # noqa: PLR2004  one run is what is said
        return said
    (start, end), cue = said.source[0], said.cue[0][0]
    if end >= cue or _SET_OFF & set(page.copy.text[end:cue]):
        return said
    content = tuple(run for run in said.content if not start <= run[0] < cue)
    if not content or content == said.content:
        return said
    return replace(said, content=content, source=(trimmed(page.copy.text, start, cue),))


def _is_cued_in_source(said: Said, other: Said) -> bool:
    return any(start <= at < end for start, end in other.source for at, _ in said.cue)


def _without_anothers(page: Page, said: Said, beside: Callable[[Said], Iterable[Said]]) -> Said:
    others = [other for other in beside(said) if other.cue and other.cue != said.cue and not _is_told_in(said, other)]
    content = tuple(run for run in said.content if not any(_is_nearer(run, other, said) for other in others))
    if not content or content == said.content:
        return said
    return replace(said, content=content, direct=is_quoted(page.copy.text, content))


def _is_told_in(said: Said, other: Said) -> bool:
    """Whether one passes the other on: both have the words then."""
    return any(
        start <= at < end
        for inner, outer in ((said, other), (other, said))
        for start, end in outer.content
        for at, _ in inner.cue
    )


def _is_nearer(run: Range, other: Said, said: Said) -> bool:
    """Whether another has nearly all of these words and its cue stands nearer to them."""
    common = sum(max(0, min(run[1], end) - max(run[0], start)) for start, end in other.content)
    return common >= MOSTLY * (run[1] - run[0]) and _distance(run, other) < _distance(run, said)


def _distance(run: Range, said: Said) -> int:
    return min((max(start - run[1], run[0] - end) for start, end in said.cue), default=0)
