"""A brief while it is written: sections and sentences with what they rest on, as one saved version after the other."""

from datetime import date, datetime
from typing import Literal

from reportedly.records.brief import Citation
from reportedly.records.kinds import Certainty, Record

FlagKind = Literal[
    "uncited",
    "stronger",
    "turned",
    "unattributed",
    "source",
    "number",
    "unread",
    "desk",
    "changed",
    "gone",
    "withdrawn",
    "corrected",
    "pact",
    "fewer",
]
"""What its words are said to be, to ``desk``; then what became of what it rests on."""

SectionKind = Literal["highlights", "story", "ahead", "became", "own"]


class HowPut(Record, frozen=True):
    """How surely a sentence is put by its own words, and the words for who is said to say so; none where nobody is.

    ``denied`` where what it tells is a denial; ``hedges`` are the words in it that can make anything less sure.
    """

    certainty: Certainty
    sources: tuple[str, ...] = ()
    denied: bool = False
    hedges: tuple[str, ...] = ()


class Flag(Record, frozen=True):
    """What an editor must know of a sentence or section, with the reason; ``link`` leads to what it rests on."""

    kind: FlagKind
    reason: str
    link: str = ""


class DraftSentence(Record, frozen=True):
    """A sentence of a draft with all it rests on; ``id`` is its own in the draft for good.

    ``drafted`` is how the program wrote it, empty where a person did. One that is ``dropped`` stays in the draft and
    can be restored. ``flags`` are those found when it was saved.
    """

    id: str
    text: str
    citations: tuple[Citation, ...] = ()
    drafted: str = ""
    dropped: bool = False
    flags: tuple[Flag, ...] = ()


class DraftSection(Record, frozen=True):
    """A part of a draft under its title; ``note`` says how many sources stood behind its story when it was drafted.

    ``sources`` is their number, ``partners`` that of the articles more that other desks reported on it.
    """

    id: str
    kind: SectionKind
    title: str
    sentences: tuple[DraftSentence, ...]
    note: str = ""
    story: str | None = None
    sources: int | None = None
    partners: int | None = None


class Draft(Record, frozen=True):
    """A brief as it stands at one moment of its writing. ``counter`` numbers its sections and sentences.

    ``as_of`` is the day from which what lies ahead is told.
    """

    title: str
    sections: tuple[DraftSection, ...]
    as_of: date | None = None
    counter: int = 0

    @property
    def sentences(self) -> tuple[DraftSentence, ...]:
        """Those of all sections, dropped ones too."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)


class DraftVersion(Record, frozen=True):
    """A draft as somebody saved it; ``n`` counts its versions from 1, ``what`` says what was done."""

    draft: str
    n: int
    who: str
    at: datetime
    what: str
    contents: Draft


class VersionLine(Record, frozen=True):
    """A saved version in a list."""

    n: int
    who: str
    at: datetime
    what: str


class DraftLine(Record, frozen=True):
    """A draft in a list, by its last version; ``issued`` is the number of the brief that was issued from it."""

    id: str
    title: str
    opened_by: str
    versions: int
    saved_by: str
    saved: datetime
    issued: int | None
