"""Announcements of one event in several articles become one expectation with many supports.

An announcement is laid beside the first announcements of expectations that came before it, and nothing else: what it
comes to hangs on these alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from msgspec import structs

from reportedly.followups import asking
from reportedly.followups.comparing import Compare, can_tell, question
from reportedly.followups.features import akin, names, weights
from reportedly.followups.windows import extends, moves, overlap
from reportedly.likeness import cosine
from reportedly.records import Announcement, DevelopmentState, Sighting, content_id

# Two announcements of one visit in the words of two outlets come out at .35 to .7, two visits of one minister to two
# capitals at .1 to .35. So likeness only proposes, and the comparer says whether the later one still speaks of the
# event of the first: of labelled pairs that it joins so 83 of 100 are one, of those that are alike 70.
NEAR = 0.3
AGAIN = 0.6
ALIKE = 0.42  # within one article, and where a day is not known: there the comparer knows too little
UNREAD = 0.55  # where the comparer cannot read: of four pairs above ALIKE in 515 articles the two above this are one
MOVED = 0.36  # what its own sentence moves was announced before: as much as tells that it was moved
_ASKED = 2  # of the expectations that are near the most alike
WITHIN = 45  # days between two announcements of one event at most

CHANGED: frozenset[DevelopmentState | None] = frozenset({"moved", "cancelled", "denied"})


class Came(NamedTuple):
    """What an announcement comes to: the expectation it supports (None: it begins one), and those it moves."""

    followup: str | None
    moved: tuple[str, ...]


def followup_id(announcement: Sighting) -> str:
    """The id of the follow-up that an announcement begins."""
    return content_id("f", announcement.expectation)


def order(sighting: Sighting) -> tuple[date, str, int, str]:
    """Earliest first; ties by URL and place in the text, so that the order of arrival does not matter."""
    return (sighting.published or date.max, sighting.article_url, sighting.span.start, sighting.event or "")


def announcements(sightings: Iterable[Sighting]) -> list[Sighting]:
    """What a page says lies ahead, in order.

    Save in sentences that tell of its end ("scrapped plans to visit"): the first change counts.
    """
    every = list(sightings)
    changes = sorted((s for s in every if s.change in CHANGED), key=order, reverse=True)
    changed = {s.sentence: s for s in changes}
    ahead = ((s, changed.get(s.sentence)) for s in sorted(every, key=order) if s.expectation)
    return [_redated(s, change) for s, change in ahead if change is None or change.change == "moved"]


def _redated(announcement: Sighting, change: Sighting | None) -> Sighting:
    """What was set for June 12 and "was moved to June 20" is announced for June 20."""
    if change is None or change.window is None:
        return announcement
    return structs.replace(announcement, window=change.window, change="moved")


def likeness(first: Sighting, new: Sighting) -> float:
    """How like an announcement is to the first of an expectation, nought where they cannot be of one event."""
    return cosine(weights(first), weights(new)) if _can_be_one(first, new) else 0.0


def may_join(first: Sighting, new: Sighting) -> bool:
    """Whether what an announcement comes to may hang on this expectation."""
    return likeness(first, new) >= min(NEAR, MOVED, ALIKE)


def came(new: Sighting, known: Sequence[Announcement], compare: Compare) -> Came:
    """What an announcement comes to, by the first announcements of the expectations before it, in their order."""
    like = {each.id: likeness(each.sighting, new) for each in known}
    firsts = {each.id: each.sighting for each in sorted(known, key=lambda each: (-like[each.id], each.place))}
    enough = MOVED if new.change == "moved" else ALIKE
    alike = [own for own in firsts if like[own] >= enough]
    if alike and new.change == "moved":
        return Came(alike[0], (alike[0],))
    extended = (own for own in alike if _extends(new, firsts[own]))
    same = _same(new, firsts, like, compare) or next(extended, None)
    if same is not None:
        return Came(same, (same,) if _extends(new, firsts[same]) else ())
    return Came(None, tuple(filter(partial(_moves, firsts, new), alike)))


def _same(new: Sighting, firsts: Mapping[str, Sighting], like: Mapping[str, float], compare: Compare) -> str | None:
    """The expectation that an announcement announces again."""
    near = [own for own in firsts if like[own] >= NEAR][: 2 * _ASKED]
    near = [own for own in near if overlap(firsts[own].window, new.window)][:_ASKED]
    can = [own for own in near if _can_ask(firsts[own], new)]
    asked = [own for own in can if asking.announces_again(firsts[own], new) >= asking.AGAIN]
    answers = compare([question(firsts[own], new) for own in asked])
    again = {own: answer.again + answer.moved for own, answer in zip(asked, answers, strict=True)}
    again |= {own: 1.0 for own in near if own not in can and like[own] >= _enough(firsts[own], new)}
    best = max(again, key=lambda own: again[own], default=None)
    return best if best is not None and again[best] >= AGAIN else None


def _enough(first: Sighting, new: Sighting) -> float:
    return ALIKE if can_tell(first, new) else UNREAD


def _can_ask(first: Sighting, new: Sighting) -> bool:
    return (
        first.article != new.article
        and first.published is not None
        and new.published is not None
        and can_tell(first, new)
    )


def _can_be_one(first: Sighting, new: Sighting) -> bool:
    """Whether nothing but the windows speaks against one event."""
    if first.article == new.article and not _told_twice(first, new):
        return False
    if (first.published is None) != (new.published is None):
        return False
    if first.published and new.published and abs((new.published - first.published).days) > WITHIN:
        return False
    elsewhere = first.place and new.place and first.place != new.place
    return akin(first, new) and not elsewhere


def _moves(firsts: Mapping[str, Sighting], new: Sighting, own: str) -> bool:
    """A later article gives the same act of the same people a later date."""
    first = firsts[own]
    later = first.published and new.published and first.published < new.published and first.article != new.article
    return bool(later and set(names(first)) & set(names(new)) and moves(first.window, new.window, new.published))


def _extends(new: Sighting, first: Sighting) -> bool:
    """A later article, when the time is over, gives the same act more time."""
    near = overlap(first.window, new.window)
    return near and first.article != new.article and extends(first.window, new.window, new.published)


def _told_twice(a: Sighting, b: Sighting) -> bool:
    """Within one article two announcements are one event only if lemma and somebody taking part are the same."""
    return a.lemma == b.lemma and a.type == b.type and bool(set(names(a)) & set(names(b)))
