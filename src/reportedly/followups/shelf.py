"""What following up asks of where its work is kept, so that it never has to see all of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Protocol

from reportedly.records import Announcement, Comparison, Followed, FollowUp, Part, Sighting, Step, Turn


class Shelf(Protocol):
    """Pages as they were followed up, what they announce and tell, and whose turn it is.

    Each look-up goes by an index; what it gives does not grow with what is kept, but where it says so.
    """

    def sightings(self, url: str) -> Sequence[Sighting]:
        """Of the last revision of a page that was read; none where none was."""
        ...

    def followed(self, url: str) -> Followed | None:
        """The page as it was followed up last."""
        ...

    def follow(self, page: Followed) -> None:
        """Keep a page as it is followed up now, in the place of what was kept of it; nobody finds it yet."""
        ...

    def find(self, page: Followed) -> None:
        """Let a page be found by its keys, once it has its turns."""
        ...

    def forget(self, url: str) -> None:
        """Keep nothing of a page."""
        ...

    def sharing(self, keys: Collection[int], since: date, until: date) -> Sequence[tuple[date, str]]:
        """The pages of these days that have two of the keys, as many as there are."""
        ...

    def announced_in(self, url: str) -> Sequence[Announcement]:
        """What a page announces, in order."""
        ...

    def announced_for(self, followup: str) -> Sequence[Announcement]:
        """All that supports an expectation, in order of their places."""
        ...

    def announcement(self, id_: str) -> Announcement | None:
        """One of them."""
        ...

    def announce(
        self, url: str, made: Sequence[Announcement], lasts: Mapping[str, date]
    ) -> Mapping[str, AbstractSet[int]]:
        """Keep what a page announces, in the place of what it did.

        ``lasts`` are the days until which those that begin a follow-up are open. Gives by which keys announcements
        were found before or are found now: the page's, and those of other pages for which that changed, since of a
        day's that have a key only the first few are found by it.
        """
        ...

    def found_by(self, first: Announcement) -> AbstractSet[int]:
        """The keys by which an announcement is found."""
        ...

    def open_until(self, followup: str, last: date) -> None:
        """Let an expectation be open until this day."""
        ...

    def holding(
        self, keys: Collection[int], since: date, until: date, open_on: date | None = None
    ) -> Mapping[int, Sequence[str]]:
        """The first announcements of these days that are found by the keys, by key; only those open on some day."""
        ...

    def firsts(self, ids: Collection[str]) -> Sequence[Announcement]:
        """Announcements by their ids."""
        ...

    def steps_in(self, url: str, part: Part) -> Sequence[Step]:
        """What a page tells or shows."""
        ...

    def steps_for(self, followups: Collection[str]) -> Mapping[str, Sequence[Step]]:
        """What is told of expectations."""
        ...

    def tell(self, url: str, part: Part, steps: Sequence[Step]) -> None:
        """Keep what a page tells or shows, in the place of what it did."""
        ...

    def answers(self, ids: Collection[str]) -> Mapping[str, Comparison]:
        """Answers that are known, by the ids of their questions."""
        ...

    def answered(self, url: str, part: Part, answers: Mapping[str, Comparison]) -> None:
        """Keep what the comparer answered about a page, in the place of what it did."""
        ...

    def put(self, followup: FollowUp) -> None:
        """Keep a follow-up, in the place of the one with its id."""
        ...

    def drop(self, followup: str) -> None:
        """Keep no follow-up of this id."""
        ...

    def call(self, turns: Iterable[Turn]) -> None:
        """Let these have their turn; a turn that stands already stands once."""
        ...

    def standing(self, called: Collection[Turn]) -> AbstractSet[Turn]:
        """Those of these turns that stand."""
        ...

    def also(self, turn: Turn, most: int) -> Sequence[Turn]:
        """The next turns of the same day and part, so many at most, which are over with that."""
        ...

    def next(self) -> Turn | None:
        """The first turn, which is over with that."""
        ...
