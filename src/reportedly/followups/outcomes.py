"""What became of expectations: the later article that tells that it happened, was moved, called off or denied."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from msgspec import structs

from reportedly.followups.announced import order
from reportedly.followups.comparing import Compare, can_tell, question
from reportedly.followups.deciding import by_words, decided
from reportedly.followups.near import Near
from reportedly.followups.windows import happened_on, open_span
from reportedly.records import Change, Comparison, Evidence, Question, Sighting, State, Step, Window

# How likely a sentence tells that something changed, and another that it is still ahead, where the two tell a move.
CHANGED, AHEAD = 0.5, 0.6
_KEPT = 8192  # announcements of which nothing was told
_PER_STEP = 3  # pieces of evidence kept for one step


def questions(near: Iterable[Near]) -> list[Question]:
    """What is asked of those that the comparer reads."""
    sides = ((each.known.sighting, each.sighting) for each in near)
    return [question(first, later) for first, later in sides if can_tell(first, later)]


def told(near: Sequence[Near], compare: Compare) -> Iterator[tuple[str, State, Sighting]]:
    """Of which follow-ups the sightings of an article tell which state: of each either a change or its end."""
    can = [can_tell(each.known.sighting, each.sighting) for each in near]
    asked = [each for each, one in zip(near, can, strict=True) if one]
    answers = compare(questions(asked))
    said = [
        decided(each.state, each.spare if each.by_words else None, answer, each.context)
        if each.by_words or _may_move(each)
        else None
        for each, answer in zip(asked, answers, strict=True)
    ]
    by_word = [each for each, one in zip(near, can, strict=True) if not one]
    every = [*zip(asked, said, strict=True), *((each, by_words(each.state, each.spare)) for each in by_word)]
    clear = sorted(((each, one) for each, one in every if one), key=lambda pair: -(pair[0].spare + pair[1][1]))
    best: dict[str, tuple[float, bool]] = {}
    for each, (state, likely) in clear:
        best[each.known.id] = max(best.get(each.known.id, (0.0, False)), (likely, state == "happened"))
    anew = dict(_anew(asked, answers))
    for each, (state, _) in clear:
        if best[each.known.id][1] != (state == "happened"):
            continue
        sighting = _redated(each, anew.get(each.known.id)) if state == "moved" else each.sighting
        if state != "moved" or each.state == "moved" or _is_later(each.known.sighting.window, sighting.window):
            yield each.known.id, state, sighting
    yield from _moved(asked, answers, {id_: one for id_, one in anew.items() if id_ not in best})


def _may_move(near: Near) -> bool:
    """Whether a sentence that says something was moved gives it a later day: most tell what was moved long before."""
    seen, old = near.sighting, near.known.sighting.window
    return near.state != "moved" or _is_later(old, seen.window or seen.latest)


def _anew(asked: Sequence[Near], answers: Sequence[Comparison]) -> Iterator[tuple[str, Sighting]]:
    """By follow-up the sentence that tells it as ahead or moved, and names a day behind its window; the best last."""
    likely = [answer.again + answer.moved for answer in answers]
    for each, p in sorted(zip(asked, likely, strict=True), key=lambda pair: pair[1]):
        if p >= AHEAD and each.context is not None and _is_later(each.known.sighting.window, each.sighting.latest):
            yield each.known.id, each.sighting


def _moved(
    asked: Sequence[Near], answers: Sequence[Comparison], anew: Mapping[str, Sighting]
) -> Iterator[tuple[str, State, Sighting]]:
    """What an article tells as moved in two sentences: one that something changed, one that names the new day."""
    changed = {each.known.id for each, answer in zip(asked, answers, strict=True) if answer.changed >= CHANGED}
    for id_ in sorted(anew.keys() & changed):
        yield id_, "moved", structs.replace(anew[id_], window=anew[id_].latest)


def _redated(near: Near, anew: Sighting | None) -> Sighting:
    """What tells a move, with the new window: the reader's, else a later day that its sentence names, or another."""
    sighting, old = near.sighting, near.known.sighting.window
    if sighting.change == "moved" and sighting.window:
        return sighting
    own = sighting.latest if _is_later(old, sighting.latest) else None
    return structs.replace(sighting, window=own or (anew and anew.latest))


def _is_later(old: Window | None, new: Window | None) -> bool:
    return bool(new and new.end and (old is None or old.end is None or new.end > old.end))


class News(NamedTuple):
    """Something told to have happened, else to be changed, and the day of that as far as it is clear."""

    happened: bool
    on: date | None


def news_of(state: State, sighting: Sighting) -> News:
    """What it would be news of if a sighting told this of an expectation."""
    happened = state == "happened"
    return News(happened, happened_on(sighting) if happened else sighting.published)


class Awaited(NamedTuple):
    """What an expectation waits for on some day: from its announcement on for a change, from its first day for its end.

    News is taken until the ``last`` day, and counts that tells of a day until the ``late`` one.
    """

    announced: date
    first: date
    late: date
    last: date

    def takes(self, news: News) -> bool:
        """Whether news is told in time: else it counts for nothing."""
        return news.on is not None and (self.first if news.happened else self.announced) <= news.on <= self.late


_NEVER = Awaited(date.max, date.max, date.min, date.min)


def awaited(first: Sighting, told: Collection[Step], before: date = date.max) -> Awaited:
    """What an expectation waits for by what was told ``before`` some day.

    News of it is taken until its end is told, and at most as long as by any of its windows it would be in time.
    """
    if first.published is None:
        return _NEVER
    if not told:
        return _untold(first)
    known = [step for step in told if step.sighting.published and step.sighting.published < before]
    so_far = history(first, known)
    now = _waits(first.published, so_far[-1].window if so_far else first.window)
    if so_far and so_far[-1].state != "moved":
        return now._replace(last=so_far[-1].on)
    windows = [step.sighting.window for step in known if step.state == "moved" and step.sighting.window]
    return now._replace(last=max(open_span(window, first.published)[1] for window in (first.window, *windows)))


@lru_cache(_KEPT)
def _untold(first: Sighting) -> Awaited:
    return _waits(first.published or date.max, first.window)


def _waits(announced: date, window: Window | None) -> Awaited:
    first, last = open_span(window, announced)
    return Awaited(announced, first, last, last)


def history(first: Sighting, told: Iterable[Step]) -> tuple[Change, ...]:
    """Steps in order of publication: a move opens a new window, anything else ends the story."""
    announced = first.published
    if announced is None:
        return ()
    window, history = first.window, list[Change]()
    for step in sorted(told, key=_order):
        day = step.sighting.published
        if day is None or (history and history[-1].state == step.state and history[-1].on == day):
            _add_evidence(history, step)
            continue
        if not _waits(announced, window).takes(news_of(step.state, step.sighting)) or _told_with(history, step):
            continue
        moved = step.sighting.window if step.state == "moved" else None
        history.append(Change(on=day, state=step.state, evidence=(_evidence(step.sighting),), window=moved))
        if step.state != "moved":
            break
        window = moved
    return tuple(history)


def _order(step: Step) -> tuple[tuple[date, str, int, str], str, int]:
    return order(step.sighting), step.part, step.n


def _told_with(history: Sequence[Change], step: Step) -> bool:
    """An article that tells of the change of a plan does not also tell that the plan came about."""
    changed = (proof.article for change in history for proof in change.evidence)
    return step.state == "happened" and step.sighting.article in changed


def _evidence(sighting: Sighting) -> Evidence:
    return Evidence(sighting.article, sighting.article_url, sighting.span, sighting.sentence)


def _add_evidence(history: list[Change], step: Step) -> None:
    if not history or history[-1].state != step.state or len(history[-1].evidence) >= _PER_STEP:
        return
    last = history[-1]
    if last.state == "moved" and last.window is None and step.sighting.window is not None:
        last = history[-1] = Change(last.on, last.state, last.evidence, step.sighting.window)
    if all(e.article != step.sighting.article for e in last.evidence):
        history[-1] = Change(last.on, last.state, (*last.evidence, _evidence(step.sighting)), last.window)
