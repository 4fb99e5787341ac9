"""Following up as a fold: pages in the order of their days, each by what was announced before it.

A page has two turns. In the first its announcements join expectations or begin some; in the second, when all that its
day announces has come, its sentences are asked what they tell of expectations that are open. What a turn gives hangs on
what is filed of turns before it, so when something changes there (a page came late, was edited, was judged), just those
pages get another turn that share keys with it and are near enough for it to count. In the end all is as if every page
had come in order. Precision comes first: an expectation that nothing clearly answers stays open.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import msgspec

from reportedly.followups.announced import WITHIN, announcements, came, followup_id, may_join
from reportedly.followups.comparing import Compare, Recalled
from reportedly.followups.enough import state_of
from reportedly.followups.keys import SHARED, keys, meet, of_all
from reportedly.followups.near import Near, near, nearest, telling
from reportedly.followups.outcomes import News, awaited, history, news_of, questions, told
from reportedly.followups.remembered import Remembered
from reportedly.followups.shelf import Shelf
from reportedly.followups.verdicts import NOTHING, Verdicts
from reportedly.records import (
    Announcement,
    Evidence,
    Followed,
    FollowUp,
    Part,
    Question,
    Sighting,
    Step,
    Turn,
    content_id,
    heir,
)

RULES = "followups/5"
"""Raised when the same sightings are to come to something else: a desk then follows up each page once more."""

WATCHED = 400  # days that an expectation is watched at most, however far ahead its window lies
_A_DAY = timedelta(days=1)
_AT_ONCE = 100


def follow(sightings: Iterable[Sighting], compare: Compare, judged: Verdicts = NOTHING) -> tuple[FollowUp, ...]:
    """All expectations with their announcements and what became of them, in order of announcement.

    ``compare`` tells what a later sentence says of an announcement. ``judged`` holds what people decided: such matches
    are not made, such expectations left out.
    """
    pages: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        pages.setdefault(sighting.article_url, []).append(sighting)
    shelf = Remembered({url: tuple(own) for url, own in pages.items()})
    following = Following(shelf, compare, judged)
    for url in pages:
        following.take_up(url)
    while following.turns(_AT_ONCE):
        pass
    order = {each.id: each.place for own in pages for each in shelf.announced_in(own)}
    return tuple(sorted(shelf.followups.values(), key=lambda each: order[each.id]))


class Following:
    """Following up on a shelf, with the comparer at hand and what people decided."""

    def __init__(self, shelf: Shelf, compare: Compare, judged: Verdicts = NOTHING, by: str = RULES) -> None:
        self._shelf, self._compare, self._judged, self._by = shelf, compare, judged, by

    def take_up(self, url: str) -> None:
        """Let a page have its turns, since it is new, was edited or judged."""
        shelf = self._shelf
        seen, before = shelf.sightings(url), shelf.followed(url)
        on = day_of(seen)
        if before and (not seen or before.on != on):
            self._announce(before, ())
            self._tell(before, (), Recalled(self._compare, shelf.answers))
            shelf.forget(url)
        if not seen:
            return
        page = Followed(url, on, self._by, _digest(seen), of_all(seen))
        if before != page:
            shelf.follow(page)
        shelf.call(_turns(page))

    def turns(self, most: int) -> bool:
        """Give so many next pages their turns; False where none is left.

        Pages that tell on one day are asked about together, for what one of them tells changes nothing for the others.
        """
        done = 0
        while done < most:
            turn = self._shelf.next()
            if turn is None:
                return False
            together = [turn] if turn.part == "announced" else [turn, *self._shelf.also(turn, most - done - 1)]
            known = ((each, self._shelf.followed(each.url)) for each in together)
            pages = [page for each, page in known if page is not None and page.on == each.on]
            if turn.part == "told":
                self._tell_together(pages)
            for page in pages if turn.part == "announced" else ():
                self._announce(page, announcements(self._shelf.sightings(page.url)))
            done += len(together)
        return True

    # -- what a page announces -----------------------------------------------------------------------------------------

    def _announce(self, page: Followed, seen: Sequence[Sighting]) -> None:
        shelf = self._shelf
        before, steps_before = shelf.announced_in(page.url), [*shelf.steps_in(page.url, "announced")]
        if not (seen or before or steps_before):
            shelf.find(page)
            return
        made, steps = self._announced(page, seen)
        lasts = self._lasts(made, steps)
        found = shelf.announce(page.url, made, lasts)
        if steps != steps_before:
            shelf.tell(page.url, "announced", steps)
        own = {one.id for one in (*before, *made)}
        changed = _different([one for one in before if one.begins], [one for one in made if one.begins])
        for first in (*changed, *shelf.firsts(found.keys() - own)):
            self._spread(first, frozenset(found.get(first.id, ())), steps_before)
        shelf.find(page)
        if {one.id: one.followup for one in before} != {one.id: one.followup for one in made}:
            shelf.call(_turns(page, ("told",)))
            self._call_parted(page, _different(before, made))
        supported = {one.followup for one in (*before, *made)}
        self._settle(supported, steps_before, steps)

    def _announced(self, page: Followed, seen: Sequence[Sighting]) -> tuple[list[Announcement], list[Step]]:
        recalled = Recalled(self._compare, self._shelf.answers)
        found = self._shelf.holding(of_all(seen), back(page.on, WITHIN), page.on)
        parted = self._parted(page)
        made, steps = list[Announcement](), list[Step]()
        for n, new in enumerate(seen):
            others = self._shelf.firsts(sharing(keys(new), found) - parted)
            known = [one for one in others if one.place < (page.on, page.url, 0) and one.url != page.url]
            known += [one for one in made if one.begins]
            known = [one for one in known if meet(one.sighting, new) and may_join(one.sighting, new)]
            came_to = came(new, known, recalled)
            id_ = followup_id(new)
            made.append(Announcement(id_, came_to.followup or id_, page.url, page.on, n, new, keys(new)))
            steps += [
                Step(each, page.url, "announced", len(steps) + i, "moved", new) for i, each in enumerate(came_to.moved)
            ]
        self._shelf.answered(page.url, "announced", recalled.given)
        return made, steps

    def _lasts(self, made: Sequence[Announcement], steps: Sequence[Step]) -> dict[str, date]:
        firsts = {one.id: one for one in made if one.begins}
        told = self._shelf.steps_for(firsts)
        return {id_: min(_last(one, [*told[id_], *steps]), ahead(one.on, WATCHED)) for id_, one in firsts.items()}

    # -- what a page tells ---------------------------------------------------------------------------------------------

    def _tell_together(self, pages: Sequence[Followed]) -> None:
        near: dict[str, list[Near]] = {}

        def asked() -> Iterator[list[Question]]:
            for page in pages:
                near[page.url] = nearest(self._beside(page, telling(self._shelf.sightings(page.url))))
                yield questions(near[page.url])

        every = Recalled(self._compare, self._shelf.answers)
        every.learn(asked())
        for page in pages:
            self._tell(page, near[page.url], Recalled(self._compare, lambda _: every.given))

    def _tell(self, page: Followed, near: Sequence[Near], recalled: Recalled) -> None:
        before = [*self._shelf.steps_in(page.url, "told")]
        every = told(near, recalled)
        steps = [Step(own, page.url, "told", n, state, sighting) for n, (own, state, sighting) in enumerate(every)]
        self._shelf.answered(page.url, "told", recalled.given)
        if steps != before:
            self._shelf.tell(page.url, "told", steps)
        self._settle((), before, steps)

    def _beside(self, page: Followed, seen: Sequence[Sighting]) -> Iterator[tuple[Sighting, Collection[Announcement]]]:
        """Each sighting with the expectations that it shares keys with and that it could tell something of in time."""
        found = self._shelf.holding(of_all(seen), back(page.on, WATCHED), page.on, page.on)
        beside = [(sighting, sharing(keys(sighting), found)) for sighting in seen]
        ids = set().union(*(some for _, some in beside)) - self._parted(page)
        told = self._shelf.steps_for(ids)
        known = {one.id: one for one in self._shelf.firsts(ids)}
        waits = {id_: awaited(one.sighting, told[id_], page.on) for id_, one in known.items()}
        awaits = {id_: each for id_, each in waits.items() if page.on <= each.last}
        supports: dict[str | None, set[str]] = {None: set()}
        for one in self._shelf.announced_in(page.url):
            supports.setdefault(one.sighting.expectation, set()).add(one.followup)
        taking: dict[tuple[News, News], set[str]] = {}
        for sighting, some in beside:
            news = news_of(state_of(sighting) or "happened", sighting), news_of("moved", sighting)
            if news not in taking:
                taking[news] = {id_ for id_, each in awaits.items() if any(map(each.takes, news))}
            own = supports.get(sighting.expectation, set())
            yield sighting, [known[id_] for id_ in sorted((some & taking[news]) - own)]

    # -- what follows from a change ------------------------------------------------------------------------------------

    def _spread(self, first: Announcement, found: frozenset[int], before: Sequence[Step]) -> None:
        """Give pages another turn that a first announcement may concern, now that it came, went or changed."""
        told = [*self._shelf.steps_for([first.id])[first.id], *before]
        last = min(_last(first, told), ahead(first.on, WATCHED))
        joins = ahead(first.on, WITHIN)
        pages = [page for page in self._shelf.sharing(found, first.on, max(last, joins)) if page[1] != first.url]
        joining = (Turn(on, 0, url) for on, url in pages if (first.on, first.url) < (on, url) and on <= joins)
        self._call_those(joining, partial(_any_joins, first, found))
        self._call_those((Turn(on, 1, url) for on, url in pages if on <= last), partial(_any_tells, first, found))

    def _call_those(self, turns: Iterable[Turn], concerned: Callable[[Sequence[Sighting]], bool]) -> None:
        """Call for the turns of those pages that are concerned; what stands already need not be looked at."""
        every = [*turns]
        standing = self._shelf.standing(every)
        fresh = (turn for turn in every if turn not in standing)
        self._shelf.call([turn for turn in fresh if concerned(self._shelf.sightings(turn.url))])

    def _settle(self, supported: Collection[str], before: Sequence[Step], after: Sequence[Step]) -> None:
        """Put the follow-ups together anew that a page supports or tells of, and ask on where that changes one."""
        for id_ in sorted({*supported, *(step.followup for step in (*before, *after))}):
            own = [[step for step in steps if step.followup == id_] for steps in (before, after)]
            first = self._put_together(id_)
            if first is not None and own[0] != own[1]:
                self._ask_on(first, *own)

    def _ask_on(self, first: Announcement, before: Sequence[Step], after: Sequence[Step]) -> None:
        """Ask the pages of those days on which an expectation may be open, or wait for another window, than before."""
        every = self._shelf.steps_for([first.id])[first.id]
        others = [step for step in every if step not in after]
        last = _last(first, every)
        self._shelf.open_until(first.id, min(last, ahead(first.on, WATCHED)))
        changed = (step for step in (*before, *after) if step.sighting.published)
        since = min((step.sighting.published or date.max for step in changed), default=date.max)
        until = min(max(last, _last(first, [*others, *before])), ahead(first.on, WATCHED))
        found = frozenset(self._shelf.found_by(first))
        pages = self._shelf.sharing(found, ahead(since, 1), until) if since < until else ()
        self._call_those((Turn(on, 1, url) for on, url in pages if url != first.url), partial(_any_tells, first, found))

    def _put_together(self, id_: str) -> Announcement | None:
        supports = self._shelf.announced_for(id_)
        first = next((one for one in supports if one.begins), None)
        if first is None or any(map(self._is_withdrawn, supports)):
            self._shelf.drop(id_)
        else:
            self._shelf.put(_followup(first, supports, self._shelf.steps_for([id_])[id_]))
        return first

    # -- what people decided -------------------------------------------------------------------------------------------

    def _is_withdrawn(self, announcement: Announcement) -> bool:
        if not self._judged.withdrawn:
            return False
        names = self._judged.names(announcement, self._shelf.announced_in(announcement.url))
        return not self._judged.withdrawn.isdisjoint(names)

    def _parted(self, page: Followed) -> set[str]:
        """The expectations that a person said a page is not about."""
        known = filter(None, map(self._named, self._judged.parted_from(page.url)))
        return {one.followup for one in known if one.on <= page.on and one.url != page.url}

    def _named(self, name: str) -> Announcement | None:
        """The announcement that was judged under a name, or what its page announces in its place."""
        known, stood = self._shelf.announcement(name), self._judged.stood.get(name)
        if known is not None or stood is None:
            return known
        own = heir(name, stood, self._shelf.announced_in(stood.article_url))
        return self._shelf.announcement(own) if own else None

    def _call_parted(self, page: Followed, changed: Iterable[Announcement]) -> None:
        """Give another turn to pages that were parted from an announcement which supports something else now.

        Or from one that this page made before: what it announces in its place may be another now.
        """
        names = {one.id for one in changed} | {*self._judged.judged_on(page.url)}
        for url in self._judged.parted_of(names):
            other = self._shelf.followed(url)
            if other is not None and other.on >= page.on:
                later = (page.on, page.url) < (other.on, url)
                self._shelf.call(_turns(other, ("announced", "told") if later else ("told",)))


def day_of(seen: Sequence[Sighting]) -> date:
    """The day a page stands on; the last of the calendar where none is known."""
    return next((sighting.published for sighting in seen if sighting.published), date.max)


def back(day: date, days: int) -> date:
    """A day so many days before."""
    return day - min(timedelta(days=days), day - date.min)


def ahead(day: date, days: int) -> date:
    """A day so many days later, the last of the calendar at most."""
    return day + min(timedelta(days=days), date.max - day)


def sharing(own: Iterable[int], found: Any) -> set[str]:
    """Those that are found by two of a sighting's own keys."""
    once, twice = set[str](), set[str]()
    *few, most = sorted((found[key] for key in own if key in found), key=len) or [()]
    for holding in few:
        twice.update(once.intersection(holding))
        once.update(holding)
    twice.update(once.intersection(most))
    return twice


def _turns(page: Followed, parts: Iterable[Part] = ("announced", "told")) -> list[Turn]:
    return [Turn(page.on, int(part == "told"), page.url) for part in parts]


def _different(before: Sequence[Announcement], after: Sequence[Announcement]) -> list[Announcement]:
    """Those that are gone, new or not as they were: of the last kind both."""
    return [one for one in before if one not in after] + [one for one in after if one not in before]


def _last(first: Announcement, told: Iterable[Step]) -> date:
    return awaited(first.sighting, [step for step in told if step.followup == first.id]).last


def _any_joins(first: Announcement, found: frozenset[int], seen: Sequence[Sighting]) -> bool:
    joins = (each for each in announcements(seen) if _share(found, each) and meet(first.sighting, each))
    return any(may_join(first.sighting, each) for each in joins)


def _any_tells(first: Announcement, found: frozenset[int], seen: Sequence[Sighting]) -> bool:
    return any(_share(found, each) and near(first, each) is not None for each in telling(seen))


def _share(found: frozenset[int], sighting: Sighting) -> bool:
    return len(found.intersection(keys(sighting))) >= SHARED


def _digest(seen: Sequence[Sighting]) -> str:
    return content_id("r", msgspec.json.encode(seen))


def _followup(first: Announcement, supports: Sequence[Announcement], told: Sequence[Step]) -> FollowUp:
    one, every = first.sighting, [each.sighting for each in supports]
    return FollowUp(
        id=first.id,
        type=one.type,
        supports=tuple(Evidence(s.article, s.article_url, s.span, s.sentence) for s in every),
        announced=one.published,
        window=next((s.window for s in every if s.window and s.window.end), one.window),
        certainty=one.certainty,
        who=tuple(dict.fromkeys((*one.actors, *one.recipients))),
        history=history(one, told),
    )
