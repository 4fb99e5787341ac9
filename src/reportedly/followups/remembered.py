"""A shelf in memory: what a desk's ledger keeps, for as long as some sightings are followed up."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from reportedly.records import FOUND, Announcement, Comparison, Followed, FollowUp, Part, Sighting, Step, Turn


class Remembered:
    """A ``Shelf`` in memory; ``pages`` holds each page's sightings, and may be changed from without."""

    def __init__(self, pages: dict[str, Sequence[Sighting]], found: int = FOUND) -> None:
        self.pages = pages
        self._found_at_most = found
        self.followups: dict[str, FollowUp] = {}
        self.comparisons: dict[tuple[str, Part], Mapping[str, Comparison]] = {}
        self._followed: dict[str, Followed] = {}
        self._by_key = defaultdict[int, list[tuple[date, str]]](list)
        self._announcements: dict[str, Announcement] = {}
        self._in_page: dict[str, Sequence[Announcement]] = {}
        self._supports = defaultdict[str, set[str]](set)
        self._holders = defaultdict[int, list[tuple[date, str, int, str]]](list)
        self._lasts: dict[str, date] = {}
        self._steps: dict[tuple[str, Part], Sequence[Step]] = {}
        self._told_by = defaultdict[str, set[tuple[str, Part]]](set)
        self._turns: list[Turn] = []

    def sightings(self, url: str) -> Sequence[Sighting]:
        """Of a page."""
        return self.pages.get(url, ())

    def followed(self, url: str) -> Followed | None:
        """The page as it was followed up last."""
        return self._followed.get(url)

    def follow(self, page: Followed) -> None:
        """Keep a page."""
        self.forget(page.url)
        self._followed[page.url] = page

    def find(self, page: Followed) -> None:
        """Let a page be found by its keys."""
        for key in page.keys:
            pages, own = self._by_key[key], (page.on, page.url)
            at = bisect_left(pages, own)
            if pages[at : at + 1] != [own]:
                pages.insert(at, own)

    def forget(self, url: str) -> None:
        """Keep nothing of a page."""
        page = self._followed.pop(url, None)
        if page is None:
            return
        for key in page.keys:
            if (page.on, url) in self._by_key[key]:
                self._by_key[key].remove((page.on, url))

    def sharing(self, keys: Collection[int], since: date, until: date) -> Sequence[tuple[date, str]]:
        """The pages that have two of the keys."""
        counts = Counter(
            page
            for key in keys
            for page in self._by_key[key][bisect_left(self._by_key[key], (since, "")) :]
            if page[0] <= until
        )
        return sorted(page for page, count in counts.items() if count > 1)

    def announced_in(self, url: str) -> Sequence[Announcement]:
        """What a page announces."""
        return self._in_page.get(url, ())

    def announced_for(self, followup: str) -> Sequence[Announcement]:
        """All that supports an expectation."""
        return sorted(self.firsts(self._supports[followup]), key=lambda each: each.place)

    def announcement(self, id_: str) -> Announcement | None:
        """One of them."""
        return self._announcements.get(id_)

    def firsts(self, ids: Collection[str]) -> Sequence[Announcement]:
        """Announcements by their ids."""
        return [self._announcements[own] for own in ids if own in self._announcements]

    def announce(self, url: str, made: Sequence[Announcement], lasts: Mapping[str, date]) -> Mapping[str, set[int]]:
        """Keep what a page announces."""
        gone = self._in_page.pop(url, ())
        days = {(key, each.on) for each in (*gone, *made) if each.begins for key in each.keys}
        found = self._pairs(days)
        others = {id_: self.found_by(self._announcements[id_]) for _, id_ in found}
        for each in gone:
            del self._announcements[each.id]
            self._supports[each.followup].discard(each.id)
            for key in each.keys if each.begins else ():
                self._holders[key].remove((*each.place, each.id))
        for each in made:
            self._announcements[each.id] = each
            self._supports[each.followup].add(each.id)
            for key in each.keys if each.begins else ():
                insort(self._holders[key], (*each.place, each.id))
        self._in_page[url] = made
        self._lasts |= lasts
        now = self._pairs(days)
        changed = {id_ for _, id_ in found ^ now} | {each.id for each in (*gone, *made) if each.begins}
        return {
            id_: {key for key, one in found | now if one == id_}
            | others.get(id_, set())
            | (self.found_by(self._announcements[id_]) if id_ in self._announcements else set())
            for id_ in changed
        }

    def _pairs(self, days: Iterable[tuple[int, date]]) -> set[tuple[int, str]]:
        return {(key, id_) for key, day in days for id_ in self._found(key, day)}

    def found_by(self, first: Announcement) -> set[int]:
        """The keys by which an announcement is found."""
        return {key for key in first.keys if first.id in self._found(key, first.on)}

    def _found(self, key: int, day: date) -> list[str]:
        holders = self._holders[key]
        start = bisect_left(holders, (day,))
        return [id_ for on, _, _, id_ in holders[start : start + self._found_at_most] if on == day]

    def open_until(self, followup: str, last: date) -> None:
        """Let an expectation be open until this day."""
        self._lasts[followup] = last

    def holding(
        self, keys: Collection[int], since: date, until: date, open_on: date | None = None
    ) -> Mapping[int, Sequence[str]]:
        """The first announcements that are found by the keys."""
        return {key: [*self._within(key, since, until, open_on)] for key in keys}

    def _within(self, key: int, since: date, until: date, open_on: date | None) -> Iterable[str]:
        holders = self._holders[key]
        at = bisect_left(holders, (since,))
        while at < len(holders) and (day := holders[at][0]) <= until:
            for id_ in self._found(key, day):
                if open_on is None or self._lasts[id_] >= open_on:
                    yield id_
            at = bisect_right(holders, (day, "\U0010ffff"))

    def steps_in(self, url: str, part: Part) -> Sequence[Step]:
        """What a page tells or shows."""
        return self._steps.get((url, part), ())

    def steps_for(self, followups: Collection[str]) -> Mapping[str, Sequence[Step]]:
        """What is told of expectations."""
        return {
            own: [step for told in sorted(self._told_by[own]) for step in self._steps[told] if step.followup == own]
            for own in followups
        }

    def tell(self, url: str, part: Part, steps: Sequence[Step]) -> None:
        """Keep what a page tells or shows."""
        for step in self._steps.get((url, part), ()):
            self._told_by[step.followup].discard((url, part))
        self._steps[url, part] = steps
        for step in steps:
            self._told_by[step.followup].add((url, part))

    def answers(self, ids: Collection[str]) -> Mapping[str, Comparison]:  # noqa: ARG002 - none are kept
        """None: whoever keeps answers in memory hands in a comparer that does."""
        return {}

    def answered(self, url: str, part: Part, answers: Mapping[str, Comparison]) -> None:
        """Keep what the comparer answered about a page."""
        self.comparisons[url, part] = answers

    def put(self, followup: FollowUp) -> None:
        """Keep a follow-up."""
        self.followups[followup.id] = followup

    def drop(self, followup: str) -> None:
        """Keep none of this id."""
        self.followups.pop(followup, None)

    def call(self, turns: Iterable[Turn]) -> None:
        """Let these have their turn."""
        for turn in turns:
            if turn not in self._turns[bisect_left(self._turns, turn) : bisect_right(self._turns, turn)]:
                insort(self._turns, turn)

    def standing(self, called: Collection[Turn]) -> set[Turn]:
        """Those of these turns that stand."""
        return {*called}.intersection(self._turns)

    def also(self, turn: Turn, most: int) -> Sequence[Turn]:
        """The next turns of the same day and part."""
        some = [one for one in self._turns if (one.on, one.n) == (turn.on, turn.n)][:most]
        self._turns = [one for one in self._turns if one not in some]
        return some

    def next(self) -> Turn | None:
        """The first turn."""
        return self._turns.pop(0) if self._turns else None
