"""What the parsers of others raise: one thing, in plain words.

A parser made for sound documents raises whatever it stumbles on: a number that is none, a list that is empty, half a
character. Which classes those are is known to nobody, its authors included. So every door by which documents come in
stands under ``parsing``, once, and nothing but ``Told`` goes out of it: the document is of no use, and here is why.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from reportedly.errors import ReportedlyError

LONGEST = 200  # characters of a parser's own words
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


class Told(Exception):
    """Why a document is of no use, in plain words; it never leaves a stage, which makes an outcome of it."""


class Unparsed(Told):
    """A parser broke down on a document."""


@contextmanager
def parsing(what: str) -> Iterator[None]:
    """A guard around the parsing of ``what`` (such as "the feed"): whatever is raised inside comes out as ``Unparsed``.

    What is told already passes: ``Told`` and the errors of the desk. So does what is not the document's doing:
    an interruption, and memory that is used up.
    """
    try:
        yield
    except (Told, ReportedlyError, MemoryError):
        raise
    except Exception as error:
        raise Unparsed(f"{what} cannot be parsed: {_words(error)}") from error


def _words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeError):
        return "it holds characters that are none"
    said = " ".join(_UNPRINTABLE.sub(" ", str(error)).split())[:LONGEST]
    return f"{said} ({type(error).__name__})" if said else f"the parser broke down ({type(error).__name__})"
