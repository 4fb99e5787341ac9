"""The lines of an article's body, from where a page tells them best.

The quick extractor reads the page; where that is in doubt, or nothing to read comes of it, the careful one does. A page
that shows no text, or hardly any of the text that it has, is looked through for it: what is hidden, what it tells
search engines, what its scripts start from.
"""

import contextlib
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from reportedly.extract import partial
from reportedly.extract.page import asides, blocks, careful, quick, source, states, unshown
from reportedly.extract.page.headline import key
from reportedly.extract.page.structured import Facts
from reportedly.letters import lengths
from reportedly.parsing import Told, parsing

LEAST = 80  # letters of body below which a page holds no article
SENTENCE = 40  # letters a line of running text has at least
SHORT = 3  # shorter lines that are a text together: as many sentences, or
UNENDED = 5  # as many lines
WORDS = 4  # of such a line at least
SHOWN = 1_000  # characters of a text above which nothing that is hidden is looked for
FULLER = 2.0  # times longer that a text must be to stand in place of one that is shown
BEGINNING = 40  # letters by which a text is found again in a longer one


def lines(markup: str, tree: _Element, laid: blocks.Layout, facts: Facts) -> list[str]:
    """The body's lines; those of a page without any text to read are few, or none."""
    shown = _read(markup, laid)
    if is_text(shown) and partial.is_closed(facts):
        return shown
    with contextlib.suppress(Told), parsing("the page"):  # what is not shown may be broken as it likes
        if not is_text(shown):
            return next(filter(is_text, _elsewhere(markup, tree, facts)), shown)
        return next((other for other in _more(markup, tree, facts, shown) if _is_fuller(other, shown)), shown)
    return shown


def is_text(rows: Sequence[str]) -> bool:
    """Whether the lines are running text, and enough of it for an article."""
    if any(len(row) >= LEAST for row in rows):
        return True
    if sum(map(lengths.letters, rows)) < LEAST:
        return False
    if any(lengths.letters(row) >= SENTENCE for row in rows):
        return True
    telling = [row for row in rows if lengths.words(row) >= WORDS]
    return len(telling) >= UNENDED or sum(map(lengths.is_ended, telling)) >= SHORT


def _read(markup: str, laid: blocks.Layout) -> list[str]:
    """What is shown."""
    found = quick.body(laid)
    rows = found.lines
    if found.doubtful or not is_text(rows):
        with contextlib.suppress(Told), parsing("the page"):  # where it breaks down the quick one's are as good
            rows = careful.body(markup, found.words)
    return asides.without(laid, rows)


def _more(markup: str, tree: _Element, facts: Facts, shown: list[str]) -> Iterator[list[str]]:
    """Texts that may be what is shown, and go on: in hidden boxes, or told to search engines."""
    known = sum(map(len, shown))
    if known < SHOWN and _is_fuller(unshown.hidden(tree), shown):
        yield list(dict.fromkeys(_again(unshown.unveiled(markup))))  # the part that is shown stands there twice
    if any(len(str(entry.get(name) or "")) > FULLER * known for entry in facts.entries for name in unshown.TOLD):
        yield unshown.linked(facts)


def _elsewhere(markup: str, tree: _Element, facts: Facts) -> Iterator[list[str]]:
    """The texts that a page has beside what it shows, the likeliest first."""
    told = unshown.linked(facts)
    hidden = _again(unshown.unveiled(markup))
    if hidden and (not told or _is_within(told, hidden)):
        yield hidden
    yield told
    yield _again(states.markup(tree))
    yield states.lines(tree)


def _again(markup: str | None) -> list[str]:
    """The lines of a page made from this one."""
    try:
        with parsing("the page"):
            return _read(markup, blocks.layout(source.tree(markup))) if markup else []
    except Told:
        return []


def _is_fuller(other: list[str], shown: list[str]) -> bool:
    """Whether a text is that which is shown, and goes on."""
    return sum(map(len, other)) >= FULLER * sum(map(len, shown)) and _is_within(shown, other)


def _is_within(part: list[str], whole: list[str]) -> bool:
    """Whether the longest line of a text is found in another one."""
    return key(max(part, key=len))[:BEGINNING] in key("\n".join(whole))
