"""What is kept of an article to find its story, and what it adds to one."""

from datetime import date, datetime

from reportedly.records.kinds import Certainty, Polarity, Record, SourceKind, Status
from reportedly.text import Span


class Deed(Record, frozen=True):
    """An event of headline or lead as relating sees it: ``type`` and ``lemma``, ids of who and where, and the day."""

    type: str
    lemma: str
    status: Status
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    day: date | None = None


class Figure(Record, frozen=True):
    """A quantity an article gives: ``thing`` is what it counts or measures, in one word for all ways to put it.

    ``low`` and ``high`` are inclusive bounds; None where the words leave one open ("at least 20" has no ``high``).
    ``about`` are telling stems of its sentence, by which two articles are seen to count the same. ``value`` is it in
    figures. ``whom`` are the class of who is counted, where their noun has one, and the stems of their words, ``names``
    the capitalised of these (whose they are). ``part`` is told as some of a whole, ``newest`` as the last of a series,
    ``early`` stands in headline or lead; ``first`` and ``last`` are the days its sentence speaks of,
    ``places`` ids of places below a country that it names. ``attributed``: its sentence has a word of saying.
    """

    thing: str
    low: float | None
    high: float | None
    span: Span
    sentence: Span
    about: tuple[str, ...] = ()
    value: str = ""
    whom: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    part: bool = False
    newest: bool = False
    early: bool = False
    first: date | None = None
    last: date | None = None
    places: tuple[str, ...] = ()
    attributed: bool = False


class Said(Record, frozen=True):
    """A statement as relating sees it: ``source`` is the entity's id, else its words casefolded, empty where unnamed.

    ``span`` runs from its first to its last word; ``words`` are the telling stems of its content. ``through`` names the
    media and bodies by which the article has it, from the source outwards; empty for a medium without a name.
    ``denies`` says that its cue calls something untrue, ``negated`` that its content says that something is not so;
    ``hedges`` are the words in it that leave open whether it is so: may, reportedly, probably.
    """

    statement: str
    span: Span
    source: str
    source_kind: SourceKind
    certainty: Certainty
    polarity: Polarity
    words: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    denies: bool = False
    negated: bool = False
    hedges: tuple[str, ...] = ()


class FirstRevision(Record, frozen=True):
    """What copies may have been taken from: the first revision of a page, where another has come since."""

    published: date | None
    at: datetime | None
    shingles: bytes
    fetched: date | None = None


class Gist(Record, frozen=True):
    """What is needed of an article to relate it to others without its text: written once, when it is read.

    ``shingles`` are 64-bit hashes of word 4-grams of the body in its order, eight bytes each, little end first;
    ``words`` the telling words of headline and lead, ``headline_words`` those of the headline alone, ``places`` and
    ``people`` entity ids, ``credits`` names of outlets or agencies the text credits. ``country`` and ``outlet_name``
    are the outlet's. ``names`` are skeletons of names in headline and lead, the same whatever script they are written
    in; of a text that was not read, of all words that may be names. ``at`` is the moment it came out, where one is
    known; ``fetched`` the day (in UTC) of the capture that first showed it, where there is one. ``at``, ``first`` and
    ``fetched`` are not of the gist's own row.
    """

    article: str
    url: str
    outlet: str
    owner: str | None
    published: date | None
    headline: str | None
    shingles: bytes
    words: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    credits: tuple[str, ...] = ()
    country: str | None = None
    headline_words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    figures: tuple[Figure, ...] = ()
    said: tuple[Said, ...] = ()
    outlet_name: str | None = None
    at: datetime | None = None
    first: FirstRevision | None = None
    fetched: date | None = None
