"""Headlines as plain words on one line: feeds put HTML in them, escaped or not, once or twice."""

import re

from lxml.html.defs import block_tags, tags

from reportedly.fetch.announcing.mending import words
from reportedly.text import squeezed

LONGEST = 2_000  # characters of a title that are looked at
_HIDDEN = re.compile(
    r"<(script|style|template|noscript|noframes|iframe|svg)\b[^<>]*>.*?</\1\s*>|<!--.*?-->|<!DOCTYPE[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = "|".join(sorted({*tags, "frame"}, key=len, reverse=True))
# "a <b and c> d" opens nothing: a tag ends behind its name or has an attribute with a value
_TAG = re.compile(rf"</?({_NAMES})(?=\s*/?>|\s[^<>]*=)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_PARTING = {*block_tags, "br", "hr", "img", "li", "td", "th", "option"}
_CLOSED = re.compile(rf"</(?:{_NAMES})\s*>", re.IGNORECASE)


def plain_title(given: object, *, literal: bool = False) -> str | None:
    """The words of a title; None where it has none.

    Scripts and styles in it go with all they hold. A ``<`` that begins no tag of HTML stays, and so do the tags of a
    title that is ``literal`` (Atom's plain text) or escaped once more, unless one of them is closed there.
    """
    if not isinstance(given, str):
        return None
    text = _bare(given[:LONGEST], surely=not literal)
    for _ in range(2):
        text = _bare(words(text), surely=False)
    return squeezed(text) or None


def _bare(text: str, *, surely: bool) -> str:
    if "<" not in text or not (surely or _CLOSED.search(text)):
        return text
    return _TAG.sub(_shown, _HIDDEN.sub("", text))


def _shown(tag: re.Match[str]) -> str:
    """Tags within a line stand between letters; others part words."""
    return " " if tag[1].lower() in _PARTING else ""
