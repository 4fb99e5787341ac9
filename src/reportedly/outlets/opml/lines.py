"""Plain lists of addresses, one a line, as people and some feed readers keep them.

A line may hold tags behind the address, and a name that begins with ``~``, as Newsboat writes them. What follows ``#``
at the beginning of a line is a comment.
"""

import re
import shlex
from collections.abc import Iterator

from reportedly.outlets.opml.outlines import Outline

_ADDRESS = re.compile(r"[\w+-]+:\S|(?:[\w-]+\.)+[\w-]{2,}(?:[:/?]\S*)?$", re.IGNORECASE)


def lines(text: str) -> Iterator[Outline]:
    """A line as an outline that names a feed; nothing at all where the first line with words begins with no address."""
    held = [line.strip() for line in text.splitlines()]
    held = [line for line in held if line and not line.startswith("#")]
    if not held or not _ADDRESS.match(held[0].split()[0]):
        return
    for line in held:
        address, *words = _words(line)
        names = [word[1:] for word in words if word.startswith("~")]
        tags = tuple(word for word in words if not word.startswith(("~", "!")))
        yield Outline({"xmlurl": address, "text": next(iter(names), "")}, tags[:1], holds=False)


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line) or [line]
    except ValueError:  # a quotation mark without its fellow
        return line.split()
