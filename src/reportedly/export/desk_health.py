"""How a desk fares, for a person and for a program."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, Literal

import msgspec

from reportedly.account.at_work import AtWork
from reportedly.account.desk_health import NAMES, DeskHealth, StageHealth
from reportedly.account.wording import moment
from reportedly.records import Stage

NOBODY: Final = "nobody; `reportedly run` is, while it runs, and `reportedly work` until it is stopped"


class StageLine(msgspec.Struct, tag_field="what", tag="stage"):
    """A stage as ``reportedly health --format jsonl`` prints it; ``seconds`` and what follows are of its last run."""

    stage: Stage
    due: int
    oldest: datetime | None
    waits: str
    started: datetime | None
    seconds: float | None
    done: int | None
    failed: int | None
    went: str


class OutletLine(msgspec.Struct, tag_field="what", tag="outlet"):
    """An outlet in trouble."""

    outlet: str
    words: str


class FailureLine(msgspec.Struct, tag_field="what", tag="failure"):
    """An attempt that failed."""

    url: str
    at: datetime
    state: str
    message: str


class WorkerLine(msgspec.Struct, tag_field="what", tag="worker"):
    """A process at work: what it holds until when, and how many jobs it filed."""

    worker: str
    host: str
    process: int
    reader: str
    entered: datetime
    until: datetime
    done: int
    an_hour: float | None
    holds: dict[str, int]
    words: str


class LanguageLine(msgspec.Struct, tag_field="what", tag="language"):
    """A language that articles are in; what is not ``read`` is kept and can be searched."""

    language: str
    name: str
    articles: int
    read: bool


class SaidLine(msgspec.Struct, tag_field="what", tag="said"):
    """What is said of the desk as a whole; of outlets and failures where there are none, why."""

    about: Literal["watching", "room", "outlets", "failures", "workers", "fetching"]
    words: str


Line = StageLine | WorkerLine | OutletLine | LanguageLine | FailureLine | SaidLine


def jsonl(health: DeskHealth) -> Iterator[str]:
    """One JSON object a line: a stage, an outlet in trouble, a failure, or what is said of the desk."""
    return (msgspec.json.encode(line).decode() for line in lines(health))


def lines(health: DeskHealth) -> list[Line]:
    """The same as records."""
    return [
        SaidLine("watching", health.watching),
        *(_stage(stage) for stage in health.stages),
        *(_worker(one) for one in health.workers),
        *([] if health.workers else [SaidLine("workers", NOBODY)]),
        *([SaidLine("fetching", health.held_back)] if health.held_back else []),
        *(OutletLine(trouble.outlet, trouble.words) for trouble in health.troubles),
        *([] if health.troubles else [SaidLine("outlets", health.no_trouble)]),
        *(LanguageLine(one.code, one.name, one.articles or 0, one.read) for one in health.languages),
        SaidLine("room", health.room),
        *(FailureLine(one.url, one.at, one.state, one.message) for one in health.failures),
        *([] if health.failures else [SaidLine("failures", health.no_failure)]),
    ]


def _worker(one: AtWork) -> WorkerLine:
    return WorkerLine(
        one.worker,
        one.host,
        one.process,
        one.reader,
        one.entered,
        one.until,
        one.done,
        one.an_hour,
        one.holds,
        one.words,
    )


def _stage(health: StageHealth) -> StageLine:
    run = health.last
    took = run.took.total_seconds() if run and run.took else None
    return StageLine(
        stage=health.stage,
        due=health.due,
        oldest=health.oldest,
        waits=health.waits,
        started=run.started if run else None,
        seconds=round(took, 3) if took is not None else None,
        done=run.done if run else None,
        failed=run.failed if run else None,
        went=health.went,
    )


def _languages(health: DeskHealth) -> Iterator[str]:
    for words, of in (("read", True), ("kept and searched, not read", False)):
        known = [f"{one.name} {one.articles or 0:,}" for one in health.languages if one.read is of]
        if known:
            yield f"Articles that are {words}: {', '.join(known)}."


def text(health: DeskHealth) -> Iterator[str]:
    """What is watched, a line or two a stage, outlets in trouble, room, and the last failures."""
    yield health.watching
    yield ""
    for stage in health.stages:
        yield f"{NAMES[stage.stage]}: {stage.waits}"
        yield f"    {stage.went}"
    yield ""
    if health.held_back:
        yield health.held_back
    yield "At work:" if health.workers else f"At work: {NOBODY}."
    yield from (f"    process {one.process} on {one.host}: {one.words}" for one in health.workers)
    yield "Outlets in trouble:" if health.troubles else f"Outlets in trouble: none; {health.no_trouble}."
    yield from (f"    {trouble.outlet}: {trouble.words}" for trouble in health.troubles)
    yield from _languages(health)
    yield health.room
    yield "Last failures:" if health.failures else f"Last failures: none; {health.no_failure}."
    yield from (f"    {moment(one.at)} {one.url}: {one.message}" for one in health.failures)
