"""A news monitoring desk: who reported what, how sure they were, and what is supposed to happen next.

Two functions are the front door: ``read`` for one text, ``open_desk`` for a folder in which a desk keeps what it saw.
Importing this loads neither parser nor database; the first call does.
"""

import sys
from datetime import date
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.front.desk import OpenDesk
    from reportedly.records import Reading

__all__ = ["__version__", "open_desk", "read"]

__version__ = "0.1.0"


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str = "unknown",
    url: str = "unknown",
    country: str | None = None,
) -> "Reading":
    """What stands in the plain text of one English article: who says what, how sure, and what lies ahead.

    ``published`` is the day it came out, a ``date`` or "YYYY-MM-DD"; without it "on Tuesday" stays unresolved, unless
    the text tells its day. ``outlet`` and ``url`` are kept as given, and ids are made of them. ``country`` is where the
    outlet is at home (ISO 3166-1 alpha-2, "GB"): it helps to tell towns of one name apart.

    An article in another language gives a reading in which nothing was found. Raises ``BadInput`` where ``text`` is no
    text, or nothing, or a page of HTML, ``TooLarge`` over a million characters, ``BadDate`` and ``BrokenDown``.

    >>> reading = read("Ministers will meet in Ostra on Friday, an official said.", published="2025-05-19")
    >>> reading.expectations[0].window.end
    datetime.date(2025, 5, 23)
    """
    from reportedly.front import reading  # noqa: PLC0415 - loads the parser

    return reading.of(text, published=published, outlet=outlet, url=url, country=country)


def open_desk(folder: str | PathLike[str]) -> "OpenDesk":
    """The desk in ``folder``, to look at what it holds; a context manager. Raises ``NoDesk`` or ``BadSetting``.

    A ledger written by an earlier version is brought up to date; nothing else is changed.
    """
    from reportedly.front.desk import OpenDesk  # noqa: PLC0415 - loads the database

    return OpenDesk.at(folder)


class _Package(ModuleType):
    """The package itself, with ``read`` the function.

    The package ``reportedly.read`` has the same name. When it is imported, the import system sets it as an attribute
    here, which would put the function out of reach. Imports from it go on working: they look in ``sys.modules``.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "read" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
