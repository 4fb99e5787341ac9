"""A brief as it is given to others: frozen, with all its evidence in itself."""

from datetime import date, datetime
from typing import Final, Literal

from reportedly.records.brief import Reported
from reportedly.records.draft import Flag
from reportedly.records.kinds import Record
from reportedly.text import Span

Marking = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
"""To whom it may be passed on, in the words of the Traffic Light Protocol."""

MARKINGS: Final[dict[Marking, str]] = {
    "TLP:CLEAR": "may be passed on to anybody",
    "TLP:GREEN": "may be passed on within the community, not published",
    "TLP:AMBER": "for the recipients’ organisations and their clients, as far as they need to know",
    "TLP:AMBER+STRICT": "for the recipients’ organisations only, as far as they need to know",
    "TLP:RED": "for the recipients alone",
}


class Exhibit(Record, frozen=True):
    """The words that sentences rest on, and where they stand: on a page, in its archived bytes, in the article's text.

    ``source`` is the number of its article among the sources. ``capture`` is the SHA-256 of the page as it came, None
    where the article was handed in, and of what another desk ``reported``.
    """

    number: int
    source: int
    outlet: str
    title: str
    address: str
    day: date | None
    language: str
    article: str
    span: Span
    words: str
    capture: str | None = None
    captured: datetime | None = None
    reported: Reported | None = None


class DispatchSentence(Record, frozen=True):
    """A sentence, and the numbers of the exhibits it rests on; one without any is uncited and says so."""

    text: str
    exhibits: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()


class DispatchSection(Record, frozen=True):
    """A part of a dispatch; ``sources`` is how many independent ones stood behind its ``story``.

    ``partners`` is how many articles more other desks reported on it.
    """

    title: str
    sentences: tuple[DispatchSentence, ...]
    note: str = ""
    story: str | None = None
    sources: int | None = None
    partners: int | None = None


class Dispatch(Record, frozen=True):
    """A brief as it leaves the desk. Without a ``number`` it is a draft that was never issued.

    ``edition`` is 1 as first issued and one more with each correction, which says why in ``reason``. ``draft`` and
    ``version`` name what it was made from.
    """

    title: str
    desk: str
    sections: tuple[DispatchSection, ...]
    exhibits: tuple[Exhibit, ...]
    draft: str
    version: int
    as_of: date | None = None
    number: int | None = None
    edition: int | None = None
    marking: Marking | None = None
    author: str = ""
    at: datetime | None = None
    reason: str = ""

    @property
    def sources(self) -> tuple[Exhibit, ...]:
        """One exhibit of each source, by its number."""
        first: dict[int, Exhibit] = {}
        for exhibit in self.exhibits:
            first.setdefault(exhibit.source, exhibit)
        return tuple(first[number] for number in sorted(first))


class IssueLine(Record, frozen=True):
    """An edition of an issued brief in a list."""

    number: int
    edition: int
    title: str
    marking: Marking
    author: str
    at: datetime
    reason: str


class Withdrawal(Record, frozen=True):
    """That an issued brief must not be used any longer, by whom and why. It is not taken back."""

    number: int
    who: str
    at: datetime
    reason: str
