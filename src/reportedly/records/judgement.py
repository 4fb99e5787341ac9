"""What a person decided, and about what."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from reportedly.records.kinds import Certainty, Mode, Polarity, Record, SourceKind, State

Decision = Literal["merge", "split", "correct", "confirm", "withdraw", "note", "tag", "mark", "undo"]
"""The kinds that a person can make."""

ThingKind = Literal["story", "article", "statement", "event", "expectation", "entity"]

MARKS: Final = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
"""The labels of the Traffic Light Protocol 2.0, from what all may see to what stays between those who were told."""

ROOTS: Final = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER"),
)
"""What an event may be corrected to be."""

_SETTLED: Final = ("open", "happened", "cancelled", "denied")

CORRECTABLE: Final[Mapping[ThingKind, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "statement": {
            "certainty": get_args(Certainty),
            "source": (),
            "kind": get_args(SourceKind),
            "polarity": get_args(Polarity),
            "mode": get_args(Mode),
        },
        "event": {"root": ROOTS},
        "expectation": {"window": (), "state": tuple(state for state in get_args(State) if state in _SETTLED)},
        "story": {"title": ()},
    }
)
"""What can be corrected of each kind of thing, with the values it may have; none named: words or days."""

_KINDS: Final[Mapping[str, ThingKind]] = MappingProxyType(
    {"s": "story", "f": "expectation", "e": "entity", "a": "article", "as": "statement", "av": "event"}
)
_NAME: Final = re.compile(r"([sfae])[0-9a-f]*|(a)[0-9a-f]*:([sv])[0-9a-f]*")
BETWEEN: Final = ":"
"""Between the ids of an article's revision and of what stands in it."""


class Thing(NamedTuple):
    """What is judged: ``own`` is its id, ``article`` that of the revision in which a statement or event stands."""

    kind: ThingKind
    own: str
    article: str | None = None

    @property
    def about(self) -> str:
        """As a judgement names it."""
        return f"{self.article}{BETWEEN}{self.own}" if self.article else self.own


def thing(about: str) -> Thing | None:
    """What a judgement names: ``s...``, ``f...``, ``e...``, ``a...``, or in an article ``a...:s...``, ``a...:v...``."""
    match = _NAME.fullmatch(about)
    if match is None:
        return None
    kind = _KINDS["".join(part for part in match.groups() if part)]
    article, _, own = about.partition(BETWEEN)
    return Thing(kind, own, article) if own else Thing(kind, about)


class Judgement(Record, frozen=True):
    """A person's decision: a row of its own, undone by another row (``undoes``), never an edit in place.

    ``value`` is the other story or entity of a merge, the URL of who leaves by a split (of an entity the id of the one
    that it is not), ``field=new`` of a correction, the words
    of a note or a tag, the label of a mark.
    """

    id: str
    who: str
    at: datetime
    kind: Decision
    about: str
    value: str | None = None
    undoes: str | None = None
    note: str | None = None

    @property
    def is_of_story(self) -> bool:
        """Whether it is about a story, by its id."""
        return self.about.startswith("s")

    @property
    def correction(self) -> tuple[str, str]:
        """Which field is corrected, and what it is."""
        field, _, new = (self.value or "").partition("=")
        return field, new


class Judged(Record, frozen=True):
    """A thing as it stood on its page when it was first judged, by which it is known when the page is edited.

    ``span`` and ``words`` are those of a statement from first to last, or of an event's trigger and its sentence; of an
    expectation ``words`` is the announcement, a ``Sighting``, as JSON. Of an article both are empty.
    """

    about: str
    kind: ThingKind
    url: str
    article: str
    start: int = 0
    end: int = 0
    words: str = ""


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not undone by one in force, undos included, in their order, which is that of filing.

    A decision can only be undone by a later one, so going back from the last one settles each in turn.
    """
    undone: set[str] = set()
    left: list[Judgement] = []
    for judgement in reversed(list(judgements)):
        if judgement.id not in undone:
            left.append(judgement)
            undone |= {judgement.undoes} if judgement.undoes else set()
    return left[::-1]
