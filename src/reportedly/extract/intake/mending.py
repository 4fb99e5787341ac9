"""Characters that no text can hold, such as NUL or half a surrogate pair: U+FFFD stands for each, and it is said."""

import re
from typing import NamedTuple

from reportedly.errors import NotText
from reportedly.letters import decode
from reportedly.text import kept

UNKNOWN = "\ufffd"
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Mended(NamedTuple):
    """A text that can be filed; ``lost`` characters of what was given could not be kept."""

    text: str
    lost: int = 0


def mended(text: str) -> Mended:
    """The text with U+FFFD for what cannot be kept. Two halves of a surrogate pair are put together and not lost."""
    if kept(text) == text:
        return Mended(text)
    whole = _PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    good = kept(whole)
    return Mended(good, good.count(UNKNOWN) - whole.count(UNKNOWN))


def decoded(data: bytes) -> Mended:
    """The text of bytes that should be UTF-8. What is another charset is read as that; broken characters are lost."""
    try:
        return mended(data.decode())
    except UnicodeDecodeError:
        pass
    try:
        text = decode.text(data)
    except NotText:
        text = data.decode("utf-8", "replace")
    good, lost = mended(text)
    return Mended(good, lost + text.count(UNKNOWN) - data.count(UNKNOWN.encode()))
