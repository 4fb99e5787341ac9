"""What became of expectations: the later article that tells that it happened, was moved, called off or denied."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from reportedly.followups.announced import Announced, order
from reportedly.followups.comparing import Compare, question
from reportedly.followups.deciding import decided
from reportedly.followups.features import Rarity
from reportedly.followups.near import Near, Watch
from reportedly.followups.verdicts import Verdicts
from reportedly.followups.windows import happened_on, open_span
from reportedly.records import Change, Evidence, Sighting, State, Window

_PER_STEP = 3  # pieces of evidence kept for one step
_A_DAY = timedelta(days=1)


class Step(NamedTuple):
    """A sighting that tells a step in an expectation's life."""

    state: State
    sighting: Sighting


def histories(
    known: Sequence[Announced], sightings: Sequence[Sighting], rarity: Rarity, judged: Verdicts, compare: Compare
) -> list[tuple[Change, ...]]:
    """The history of each expectation, from all sightings that may tell of one.

    Of an expectation that was moved, what came out until its new window ends is asked too.
    """
    watch = Watch(known, rarity, judged)
    articles = [list(group) for _, group in groupby(sorted(sightings, key=order), lambda sighting: sighting.article)]
    steps = [[Step("moved", sighting) for sighting in expectation.moves] for expectation in known]
    asked: dict[int, date] = {}
    while spans := dict(_open(known, steps, asked)):
        asked |= {i: last for i, (_, last) in spans.items()}
        for i, step in told(known, [near for article in articles for near in watch.near(article, spans)], compare):
            steps[i].append(step)
    return [_history(expectation, sorted(steps[i], key=_order)) for i, expectation in enumerate(known)]


def _order(step: Step) -> tuple[date, str, int, str]:
    return order(step.sighting)


def _open(
    known: Sequence[Announced], steps: Sequence[Sequence[Step]], asked: Mapping[int, date]
) -> Iterator[tuple[int, tuple[date, date]]]:
    """Each expectation with the days not asked about, from its announcement until its window, or its new one, ends."""
    for i, expectation in enumerate(known):
        announced = expectation.first.published
        if announced is None:
            continue
        windows = [step.sighting.window for step in steps[i] if step.state == "moved" and step.sighting.window]
        last = max(open_span(window, announced)[1] for window in (expectation.first.window, *windows))
        if i not in asked:
            yield i, (announced, last)
        elif asked[i] < last:
            yield i, (asked[i] + _A_DAY, last)


def told(known: Sequence[Announced], near: Sequence[Near], compare: Compare) -> Iterator[tuple[int, Step]]:
    """The steps that sightings tell of expectations, by number; an article tells of each either a change or its end."""
    answers = compare([question(known[each.expectation].first, each.sighting) for each in near])
    clear = [(each, said) for each, answer in zip(near, answers, strict=True) if (said := decided(each, answer))]
    best: dict[tuple[int, str], tuple[float, bool]] = {}
    for each, (state, likely) in clear:
        key = each.expectation, each.sighting.article
        best[key] = max(best.get(key, (0.0, False)), (likely, state == "happened"))
    for each, (state, _) in clear:
        if best[each.expectation, each.sighting.article][1] == (state == "happened"):
            yield each.expectation, Step(state, each.sighting)


def _history(expectation: Announced, steps: Sequence[Step]) -> tuple[Change, ...]:
    """Steps in order of publication: a move opens a new window, anything else ends the story."""
    announced = expectation.first.published
    if announced is None:
        return ()
    window, history = expectation.first.window, list[Change]()
    for step in steps:
        day = step.sighting.published
        if day is None or (history and history[-1].state == step.state and history[-1].on == day):
            _add_evidence(history, step)
            continue
        if not _fits(step, window, announced) or _told_with(history, step):
            continue
        moved = step.sighting.window if step.state == "moved" else None
        history.append(Change(on=day, state=step.state, evidence=(_evidence(step.sighting),), window=moved))
        if step.state != "moved":
            break
        window = moved
    return tuple(history)


def _told_with(history: Sequence[Change], step: Step) -> bool:
    """An article that tells of the change of a plan does not also tell that the plan came about."""
    changed = (proof.article for change in history for proof in change.evidence)
    return step.state == "happened" and step.sighting.article in changed


def _fits(step: Step, window: Window | None, announced: date) -> bool:
    day = step.sighting.published
    if day is None:
        return False
    first, last = open_span(window, announced)
    if step.state != "happened":
        return announced <= day <= last
    on = happened_on(step.sighting)
    return on is not None and first <= on <= last


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
