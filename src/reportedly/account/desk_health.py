"""How a desk fares: what waits at each stage, which outlets are in trouble, what failed last, how much room is left.

Invariant: what is empty says why it is. That nothing came is told apart from that nobody answered, and from that nobody
asked.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from reportedly.account import at_work, silence, spoken
from reportedly.account.at_work import AtWork
from reportedly.account.spoken import Spoken
from reportedly.account.wording import counted, moment, size
from reportedly.ledger import OutletHealth
from reportedly.records import Outcome, Record, Run, Stage
from reportedly.settings import FetchSettings, Space

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, Waiting

LATELY: Final = timedelta(days=7)  # over which the archive's growth is told: a whole week
SOON: Final = 60  # days: a disk that is full before is told of
YEARS: Final = 3650  # days of room: more need not be told
ON_ITS_WAY: Final = timedelta(minutes=10)  # a file of pages is put into a bucket after seconds
BEHIND: Final = {"extract", "read"}  # stages that fetching waits for
LONG: Final = 10  # seconds: a rate by a shorter run says little
UNITS: Final[dict[Stage, tuple[str, str]]] = {
    "poll": ("feed", "feeds"),
    "fetch": ("page", "pages"),
    "extract": ("archived page", "archived pages"),
    "read": ("article", "articles"),
    "compare": ("pair of revisions", "pairs of revisions"),
    "relate": ("page", "pages"),
}
"""What each stage works on."""

NAMES: Final[dict[Stage, str]] = {
    "poll": "Polling",
    "fetch": "Fetching",
    "extract": "Extracting",
    "read": "Reading",
    "compare": "Comparing revisions",
    "relate": "Relating",
}
"""What each stage is called."""


class StageHealth(Record, frozen=True):
    """A stage: how many wait for it, the first since ``oldest``; how it went last, in words and as the run itself."""

    stage: Stage
    due: int
    oldest: datetime | None
    waits: str
    last: Run | None
    went: str


class Trouble(Record, frozen=True):
    """An outlet in trouble, and why."""

    outlet: str
    name: str
    words: str


class DeskHealth(Record, frozen=True):
    """How a desk fares at ``at``. ``watching`` and ``room`` are sentences; ``no_trouble`` says why nobody is in any.

    ``is_deaf``: no feed answers. ``languages`` are those that articles are in, the most common first.
    ``held_back`` says that fetching waits for the stages behind it, where it does.
    """

    at: datetime
    watching: str
    is_deaf: bool
    stages: tuple[StageHealth, ...]
    troubles: tuple[Trouble, ...]
    no_trouble: str
    room: str
    room_is_short: bool
    failures: tuple[Outcome, ...]
    no_failure: str
    languages: tuple[Spoken, ...] = ()
    workers: tuple[AtWork, ...] = ()
    held_back: str = ""


def health(ledger: "Ledger", fetch: FetchSettings, now: datetime, space: Space) -> DeskHealth:
    """How the desk fares at ``now``; ``space`` is how much room its archive has."""
    outlets = ledger.outlets.health(now)
    waiting = ledger.upkeep.waiting(now, fetch.poll_every, fetch.look_again_after)
    failures = tuple(ledger.outcomes.failures())
    return DeskHealth(
        at=now,
        watching=_watching(outlets),
        is_deaf=_is_deaf(outlets),
        stages=tuple(_stage(ledger, one) for one in waiting),
        troubles=tuple(_troubles(ledger, outlets, now)),
        no_trouble=_no_trouble(outlets),
        room=(told := _room(ledger, now, space))[0],
        room_is_short=told[1],
        failures=failures,
        no_failure="" if failures else _no_failure(ledger),
        languages=tuple(spoken.counted(ledger)),
        workers=at_work.at_work(ledger),
        held_back=at_work.held_back(sum(one.many for one in waiting if one.stage in BEHIND), fetch.most_waiting),
    )


def watching(ledger: "Ledger", now: datetime) -> tuple[str, bool]:
    """Whether anybody answers, in a sentence; and whether nobody does, so that nothing can have come."""
    outlets = _watched(ledger, now)
    return _watching(outlets), _is_deaf(outlets)


def troubles(ledger: "Ledger", now: datetime) -> tuple[list[Trouble], str]:
    """The outlets in trouble and why; and why there is none."""
    outlets = _watched(ledger, now)
    return [*_troubles(ledger, outlets, now)], _no_trouble(outlets)


def _watched(ledger: "Ledger", now: datetime) -> "list[OutletHealth]":
    """How the feeds of each outlet answer; not how much came of them."""
    return [OutletHealth(outlet, now, feeds, None, 0.0) for outlet, feeds in ledger.outlets.feeds().items()]


# -- what is watched --------------------------------------------------------------------------------------------------


def _watching(outlets: "list[OutletHealth]") -> str:
    """Whether anybody answers: silence of the news is told apart from deafness of the desk."""
    feeds = [feed for outlet in outlets for feed in outlet.feeds]
    if not outlets:
        return "No outlet is watched: `reportedly outlets add` adds one."
    if not feeds:
        return "No feed was polled yet: `reportedly run` does, or `reportedly watch`, again and again."
    answered = max((feed.succeeded_at for feed in feeds if feed.succeeded_at), default=None)
    if _is_deaf(outlets):
        since = f"since {moment(answered)}" if answered else "ever"
        return f"No feed answered {since}: that nothing came says nothing about the news."
    failing = sum(bool(feed.failures) for feed in feeds)
    others = f"; {failing:,} of {counted(len(feeds), 'feed')} fail" if failing else ""
    return f"The last feed answered {moment(answered)}{others}."


def _is_deaf(outlets: "list[OutletHealth]") -> bool:
    feeds = [feed for outlet in outlets for feed in outlet.feeds]
    return bool(feeds) and all(feed.failures for feed in feeds)


def _no_trouble(outlets: "list[OutletHealth]") -> str:
    if not outlets:
        return "none is watched"
    if not any(outlet.feeds for outlet in outlets):
        return "none was polled yet"
    return f"all feeds of {counted(len(outlets), 'outlet')} answer, and none is silent for longer than it ever was"


def _troubles(ledger: "Ledger", outlets: "list[OutletHealth]", now: datetime) -> "list[Trouble]":
    """Outlets whose feeds fail, then those silent beyond their habit."""
    names = ledger.outlets.names()
    failing = [Trouble(one.outlet, names.get(one.outlet, one.outlet), _failing(one)) for one in outlets if one.failing]
    quiet = [
        Trouble(one.outlet.id, one.outlet.name, _quiet(one))
        for one in silence.beyond_habit(ledger, now)
        if one.outlet.id not in {trouble.outlet for trouble in failing}
    ]
    return [*failing, *quiet]


def _failing(outlet: "OutletHealth") -> str:
    feed = max(outlet.failing, key=lambda feed: feed.failures)
    of = f"{len(outlet.failing)} of {counted(len(outlet.feeds), 'feed')} fail"
    since = f" since {moment(feed.succeeded_at)}" if feed.succeeded_at else ", and never answered"
    times = f"{counted(feed.failures, 'time')} on end{since}"
    return f"{of}; {feed.url} failed {times}: {feed.error}"


def _quiet(one: silence.Silence) -> str:
    return (
        f"nothing came since {one.last}, {one.lasting} days; in 90 days its longest silence was "
        f"{counted(one.longest, 'day')}; its feeds: {one.feeds}"
    )


# -- stages -----------------------------------------------------------------------------------------------------------


def _stage(ledger: "Ledger", waiting: "Waiting") -> StageHealth:
    runs = ledger.runs.last(waiting.stage)
    last = runs[0] if runs else None
    return StageHealth(waiting.stage, waiting.many, waiting.oldest, _waits(waiting), last, _went(waiting.stage, runs))


def _waits(waiting: "Waiting") -> str:
    noun, nouns = UNITS[waiting.stage]
    if not waiting.many:
        return f"nothing is due before {moment(waiting.next_at)}" if waiting.next_at else "nothing is due"
    since = f", the first since {moment(waiting.oldest)}" if waiting.oldest else ""
    return f"{counted(waiting.many, noun, nouns)} due{since}"


def _went(stage: Stage, runs: list[Run]) -> str:
    """How the last run went; where it had nothing to do, also how the last one that had."""
    if not runs:
        return "it did not run in the last 30 days"
    last = runs[0]
    if last.ended is None:
        return f"began {moment(last.started)} and did not end: it still runs, or was killed"
    worked = next((run for run in runs if run.done), None)
    if worked is None:
        return f"last ran {moment(last.started)}, and had nothing to do"
    told = _did(stage, worked)
    return told if worked == last else f"last ran {moment(last.started)}, and had nothing to do; before that {told}"


def _did(stage: Stage, run: Run) -> str:
    failed = f", {run.failed:,} of them failed" if run.failed else ""
    seconds = run.took.total_seconds() if run.took else 0
    rate = f", {run.an_hour:,.0f} an hour" if run.an_hour and seconds >= LONG else ""
    return f"{moment(run.started)}: {counted(run.done, *UNITS[stage])} in {seconds:,.0f} s{rate}{failed}"


# -- room and failures ------------------------------------------------------------------------------------------------


def _lasting(days: int) -> str:
    return counted(days, "day") if days < YEARS else "many years"


def _room(ledger: "Ledger", now: datetime, space: Space) -> tuple[str, bool]:
    """How much room is left, for how long at the pace of the last week; and whether that is short."""
    free = space.free
    if space.bucket:
        return _on_its_way(space, now)
    if free is None:
        return "How much room is left for the archive cannot be told here.", False
    grew = ledger.captures.bytes_since(now - LATELY)
    left = f"{size(free)} are free where the archive stands"
    if not grew:
        return f"{left}; nothing was archived in the last week.", False
    days = round(free / (grew / LATELY.days))
    pace = f"{size(grew)} of pages came in the last week"
    return f"{left}; {pace}: room for {_lasting(days)} at that pace.", days < SOON


def _on_its_way(space: Space, now: datetime) -> tuple[str, bool]:
    """Where the archive stands and what is not there yet; and whether that waits for longer than it should."""
    stands = f"The archive stands in {space.bucket}"
    if space.since is None:
        return f"{stands}; nothing waits here to be put there.", False
    waits = f"{counted(space.files, 'file')} of pages ({size(space.bytes)}), here since {moment(space.since)}"
    return f"{stands}. To be put there by the next run: {waits}.", now - space.since > ON_ITS_WAY


def _no_failure(ledger: "Ledger") -> str:
    return "no attempt failed" if ledger.outcomes.last(1) else "nothing was fetched or imported yet"
