"""The objects in a page's JSON-LD, as far as they can be read.

Programs wrap it for readers of XHTML, leave commas too many, or write two objects one behind the other. What a browser
would not choke on, since it never looks, is mended here; what is broken beyond that still tells its dates.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

LARGEST = 500_000  # characters of one block
MOST = 1_000  # objects of one block
DEEPEST = 4  # wrappings within one another
_OPENING = ("//", "/*", "*/", "<![CDATA[", "<!--", ";")
_CLOSING = ("//", "/*", "*/", "]]>", "-->", ";")
_DECODER = json.JSONDecoder(strict=False)
_BEGINS = re.compile(r"[{\[]")
# A string, to its end or the text's; or, between strings, what JSON does not have.
_STRING_OR_MORE = re.compile(r'"(?:[^"\\]|\\.)*+\\?(?:"|\Z)|/\*.*?(?:\*/|\Z)|//[^\n]*|,(?=\s*[}\]])', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})|\\')
# A string that may have quotes within: one ends it only where JSON goes on behind it.
# (Not possessive: before Python 3.11.5 such a repeat goes wrong where what is repeated may backtrack.)
_QUOTING = re.compile(r'"((?:[^"\\]+|\\.|"(?!\s{0,20}[,:}\]]))*)("?)', re.DOTALL)
_QUOTE = re.compile(r'\\.|"', re.DOTALL)
_TYPE = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|Posting))"')
_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"\\]{4,80})"')


def objects(text: str) -> Iterator[Any]:
    """What the text of one block holds, in its order; of a broken one its dates, where it is of one article."""
    rest, at, broken = _bare(text[:LARGEST]), 0, ""
    menders = [_requoted, _unwrapped]
    for _ in range(MOST):
        begin = _BEGINS.search(rest, at)
        if begin is None:
            return
        try:
            value, at = _DECODER.raw_decode(rest, begin.start())
            yield value
        except ValueError:
            if not menders:
                yield from _dates(rest[begin.start() :])
                return
            broken = broken if broken and not at else rest[begin.start() :]
            rest, at = menders.pop()(broken), 0


def _bare(text: str) -> str:
    """The text without the marks that hide it from old browsers, and without references where all of it has them."""
    text = text.strip()
    for _ in range(DEEPEST):
        for opening, closing in zip(_OPENING, _CLOSING, strict=True):
            text = text.removeprefix(opening).removesuffix(closing).strip()
    return html.unescape(text) if "&quot;" in text[:100] and '"' not in text[:100] else text


def _unwrapped(text: str) -> str:
    """The text without comments and commas too many, with escapes that JSON knows."""
    return _STRING_OR_MORE.sub(_mended, text)


def _requoted(text: str) -> str:
    """The text with the quotes escaped that stand within its strings."""
    return _unwrapped(_QUOTING.sub(lambda found: f'"{_QUOTE.sub(_escaped, found[1])}{found[2]}', text))


def _escaped(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else rf"\{found[0]}"


def _mended(found: re.Match[str]) -> str:
    """A string with escapes that JSON knows; of anything else nothing."""
    return _ESCAPE.sub(lambda escape: escape[0] if escape[1] else "", found[0]) if found[0].startswith('"') else " "


def _dates(broken: str) -> Iterator[dict[str, str]]:
    """The dates of a block that cannot be read, where it names one article and each date once."""
    kinds, dates = _TYPE.findall(broken), set(_DATE.findall(broken))
    if len(kinds) == 1 and len(dict(dates)) == len(dates):
        yield {"@type": kinds[0], **dict(dates)}
