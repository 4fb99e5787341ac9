"""What became of expectations: the later article that tells that it happened, was moved, called off or denied."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.followups.announced import order
from reportedly.followups.comparing import Compare, question
from reportedly.followups.deciding import decided
from reportedly.followups.near import Near
from reportedly.followups.windows import happened_on, open_span
from reportedly.records import Change, Evidence, Sighting, State, Step, Window

_PER_STEP = 3  # pieces of evidence kept for one step


def told(near: Sequence[Near], compare: Compare) -> Iterator[tuple[str, State, Sighting]]:
    """Of which follow-ups the sightings of an article tell which state: of each either a change or its end."""
    answers = compare([question(each.known.sighting, each.sighting) for each in near])
    clear = [(each, said) for each, answer in zip(near, answers, strict=True) if (said := decided(each, answer))]
    best: dict[str, tuple[float, bool]] = {}
    for each, (state, likely) in clear:
        best[each.known.id] = max(best.get(each.known.id, (0.0, False)), (likely, state == "happened"))
    for each, (state, _) in clear:
        if best[each.known.id][1] == (state == "happened"):
            yield each.known.id, state, each.sighting


def open_until(first: Sighting, moved: Iterable[Step], before: date = date.max) -> date:
    """The last day on which news of an expectation is taken, with the new dates it was given ``before`` some day."""
    if first.published is None:
        return date.min
    steps = (step.sighting for step in moved if step.state == "moved")
    windows = [told.window for told in steps if told.window and told.published and told.published < before]
    return max(open_span(window, first.published)[1] for window in (first.window, *windows))


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
        if not _fits(step, window, announced) or _told_with(history, step):
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
