"""The languages that articles are in: which of them somebody means, how many articles are in each, which are read."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from reportedly.errors import BadInput
from reportedly.languages import READ
from reportedly.letters import tongues
from reportedly.records import Record

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

ENGLISH: Final = "en"


class Spoken(Record, frozen=True):
    """A language by its code and name, whether the desk reads it, and how many ``articles`` are in it.

    ``articles`` is None where nobody counted.
    """

    code: str
    name: str
    read: bool
    articles: int | None = None


def meant(ledger: "Ledger", asked: str | Iterable[str] | None) -> tuple[str, ...]:
    """The codes of the languages that somebody named, by code or name, several joined by commas; raises ``BadInput``.

    A language that is known but in which no article is gives its code: one may come.
    """
    given = [asked] if isinstance(asked, str) else asked or ()
    words = [word for several in given for word in map(str.strip, several.split(",")) if word]
    held = ledger.articles.marked("language") if words else []
    return tuple(sorted({code for word in words for code in _codes(word, held)}))


def _codes(word: str, held: Sequence[str]) -> tuple[str, ...]:
    codes = tongues.meant(word) or ((word,) if word in held else ())
    if not codes:
        there = ", ".join(f"{tongues.name(code)} ({code})" for code in held) or "none yet"
        raise BadInput(f"{word[:40]!r} is no language that the desk knows; there are articles in: {there}")
    return codes


def within(languages: Iterable[str]) -> str:
    """`` in Persian or Urdu``; nothing where no language is asked for."""
    named = " or ".join(map(tongues.name, languages))
    return f" in {named}" if named else ""


def is_read(code: str) -> bool:
    """Whether the desk reads articles in a language."""
    return code == ENGLISH or code in READ


def spoken(ledger: "Ledger") -> list[Spoken]:
    """The languages that articles are in, those that are read first, each by its name."""
    known = (_spoken(code) for code in ledger.articles.marked("language"))
    return sorted(known, key=lambda one: (not one.read, one.code == tongues.UNKNOWN, one.name))


def counted(ledger: "Ledger") -> list[Spoken]:
    """The languages that articles are in with their numbers, the most common first."""
    counts = sorted(ledger.articles.counted("language").items(), key=lambda one: (-one[1], one[0]))
    return [_spoken(code, many) for code, many in counts]


def _spoken(code: str, articles: int | None = None) -> Spoken:
    return Spoken(code, tongues.name(code), is_read(code), articles)
