"""From sightings to follow-ups: announcements gathered, then everything later asked what it tells of them.

A pure function of the set of sightings and of what the comparer answers. Precision comes first: an expectation that
nothing clearly answers stays open.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs

from reportedly.followups.announced import Announced, gathered, order
from reportedly.followups.comparing import Compare
from reportedly.followups.features import Rarity
from reportedly.followups.outcomes import histories
from reportedly.followups.verdicts import NOTHING, Verdicts
from reportedly.records import Change, DevelopmentState, Evidence, FollowUp, Sighting, Window

_CHANGED: frozenset[DevelopmentState | None] = frozenset({"moved", "cancelled", "denied"})


def follow(sightings: Iterable[Sighting], compare: Compare, judged: Verdicts = NOTHING) -> tuple[FollowUp, ...]:
    """All expectations with their announcements and what became of them, in order of announcement.

    ``compare`` tells what a later sentence says of an announcement. ``judged`` holds what people decided: such matches
    are not made, such expectations left out.
    """
    every = tuple(sightings)
    rarity = Rarity(every)
    expectations = gathered(_announcements(every), rarity, judged, compare)
    became = histories(expectations, _told(every), rarity, judged, compare)
    followups = (_followup(expectation, history) for expectation, history in zip(expectations, became, strict=True))
    return tuple(followup for followup in followups if followup.id not in judged.withdrawn)


def _announcements(every: Sequence[Sighting]) -> list[Sighting]:
    """What lies ahead, save in sentences that tell of its end ("scrapped plans to visit"): the first change counts."""
    changes = sorted((s for s in every if s.change in _CHANGED), key=order, reverse=True)
    changed = {(s.article, s.sentence): s for s in changes}
    ahead = ((s, changed.get((s.article, s.sentence))) for s in every if s.expectation)
    return [_redated(s, change) for s, change in ahead if change is None or change.change == "moved"]


def _redated(announcement: Sighting, change: Sighting | None) -> Sighting:
    """What was set for June 12 and "was moved to June 20" is announced for June 20."""
    if change is None or change.window is None:
        return announcement
    return structs.replace(announcement, window=change.window, change="moved")


def _told(every: Sequence[Sighting]) -> list[Sighting]:
    """What may tell what became of something: all but what a sentence tells beside a change, or beside announcing it.

    A sentence that announces an act of some type does not also report it done, and one that tells a change reports
    nothing else.
    """
    ahead = {(s.article, s.sentence, s.type) for s in every if s.expectation}
    changed = {(s.article, s.sentence) for s in every if s.change in _CHANGED}
    kept = (s for s in every if s.expectation or s.change or (s.article, s.sentence, s.type) not in ahead)
    return [s for s in kept if s.change in _CHANGED or (s.article, s.sentence) not in changed]


def _followup(expectation: Announced, history: tuple[Change, ...]) -> FollowUp:
    first = expectation.first
    return FollowUp(
        id=expectation.id,
        type=first.type,
        supports=tuple(Evidence(s.article, s.article_url, s.span, s.sentence) for s in expectation.sightings),
        announced=first.published,
        window=_window(expectation),
        certainty=first.certainty,
        who=tuple(dict.fromkeys((*first.actors, *first.recipients))),
        history=history,
    )


def _window(expectation: Announced) -> Window | None:
    """That of the first announcement that has one."""
    return next((s.window for s in expectation.sightings if s.window and s.window.end), expectation.first.window)
