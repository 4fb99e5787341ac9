"""Expectations over many articles: what is kept of an event to match it, and what became of it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from reportedly.records.expectation import Window
from reportedly.records.kinds import Certainty, DevelopmentState, Polarity, Record, State, Status
from reportedly.text import Span


class Familiar(NamedTuple):
    """A name that is common in news at large, by entity id, and in which share of texts its rarest word stands."""

    entity: str
    share: float


class Sighting(Record, frozen=True, cache_hash=True):
    """An event or development of one article as follow-ups see it: with its sentence and all that matching needs.

    ``named`` holds whoever and whatever else its sentence names, by entity id. ``acts`` are the kinds of act that are
    announced, or told as done; ``topic`` the telling words of the article's head, ``about`` those that tell most of the
    whole article, the most telling first; ``lands`` the countries of the places that the sentence names. ``change`` is
    the state that a development tells, None for an event; a development that is told of no event of the reading has no
    ``event``. ``headline`` is the article's, and ``at`` tells where in the sentence the telling words stand. ``common``
    are those of its names that are common in news; the others are rare. ``latest`` is the last day, or few days, after
    publication that the sentence names.
    """

    event: str | None
    article: str
    article_url: str
    outlet: str
    published: date | None
    span: Span
    sentence: str
    type: str
    status: Status
    certainty: Certainty
    polarity: Polarity
    lemma: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    start: date | None
    end: date | None
    expectation: str | None = None
    window: Window | None = None
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    change: DevelopmentState | None = None
    headline: str = ""
    at: Span | None = None
    common: tuple[Familiar, ...] = ()
    about: tuple[str, ...] = ()
    latest: Window | None = None


class Evidence(Record, frozen=True):
    """Words in an article that something rests on."""

    article: str
    article_url: str
    span: Span
    sentence: str


class Change(Record, frozen=True):
    """A step in an expectation's life, on the day the article that shows it came out."""

    on: date
    state: State
    evidence: tuple[Evidence, ...] = ()
    window: Window | None = None


class FollowUp(Record, frozen=True):
    """One expectation of the ledger with all its announcements and what became of it.

    ``who`` holds entity ids where those taking part are known entities, their words otherwise; ``naming`` gives names.
    ``history`` holds only what articles showed (happened, moved, cancelled, denied). What follows from the calendar
    alone is computed by ``as_of``.
    """

    id: str
    type: str
    supports: tuple[Evidence, ...]
    announced: date | None
    window: Window | None
    certainty: Certainty
    who: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()

    def as_of(self, day: date) -> "FollowUp":
        """The same with later changes left out and, where its window has begun or ended, a dated ``due`` or ``silent``.

        Silence means: the window is over and nothing was heard. It is never called a broken promise.
        """
        seen = [change for change in self.history if change.on <= day]
        moves = [change for change in seen if change.state == "moved"]
        window = moves[-1].window if moves else self.window
        settled = bool(seen) and seen[-1].state != "moved"
        if not settled and window and window.end and window.end < day:
            seen.append(Change(on=window.end, state="silent", window=window))
        elif not settled and window and window.end and (window.start or window.end) <= day:
            seen.append(Change(on=window.start or day, state="due", window=window))
        return msgspec.structs.replace(self, window=window, history=tuple(seen))

    def is_known_by(self, day: date) -> bool:
        """Whether it was announced by ``day``. Of one announced on an unknown day it is so: else it never would be."""
        return self.announced is None or self.announced <= day

    def naming(self, names: Mapping[str, str]) -> "FollowUp":
        """The same with names (by entity id) in place of ids."""
        return msgspec.structs.replace(self, who=tuple(names.get(who, who) for who in self.who))

    @property
    def state(self) -> State:
        """The state after the last change listed."""
        return self.history[-1].state if self.history else "open"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All words it rests on: its announcements, then those of each change."""
        return (*self.supports, *(words for change in self.history for words in change.evidence))
