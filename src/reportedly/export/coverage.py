"""What two sides carry and which outlets are silent, for a person and for a program."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from reportedly.account.coverage import Carried, Coverage, Shelf, Voices
from reportedly.account.silence import Silence
from reportedly.account.wording import counted

Kind = Literal["first", "second", "both"]
"""Which of the two sides carries a story."""


class VoicesLine(msgspec.Struct):
    """How a side tells a story; ``independent_sources`` is 0 where it only repeats others' texts."""

    outlets: tuple[str, ...]
    articles: int
    independent_sources: int


class CarriedLine(msgspec.Struct):
    """A story as ``reportedly coverage --format jsonl`` prints it."""

    story: str
    title: str
    first: date | None
    last: date | None
    carried: Kind
    sides: tuple[VoicesLine, VoicesLine]


class SilenceLine(msgspec.Struct):
    """A silent outlet as ``reportedly coverage --silent DAYS --format jsonl`` prints it; times in days."""

    outlet: str
    last: date
    silent: int
    usual_gap: float
    feeds: str


def jsonl(compared: Coverage) -> Iterator[str]:
    """One JSON object a story: those of the first side alone, of the second alone, of both."""
    return (msgspec.json.encode(line).decode() for line in carried_lines(compared))


def carried_lines(compared: Coverage) -> Iterator[CarriedLine]:
    """The same as records."""
    shelves: tuple[tuple[Kind, Shelf], ...] = (
        ("first", compared.first),
        ("second", compared.second),
        ("both", compared.both),
    )
    for kind, shelf in shelves:
        yield from (_line(carried, kind) for carried in shelf.stories)


def _line(carried: Carried, kind: Kind) -> CarriedLine:
    story, sides = carried.story, (_voices(carried.ours), _voices(carried.theirs))
    return CarriedLine(story.id, story.title, story.first, story.last, kind, sides)


def _voices(voices: Voices) -> VoicesLine:
    return VoicesLine(voices.outlets, voices.articles, voices.sources)


def text(compared: Coverage) -> Iterator[str]:
    """A heading for each kind with how many stories it has, then two lines a story."""
    ours, theirs = (side.title for side in compared.sides)
    shelves = ((f"only {ours}", compared.first), (f"only {theirs}", compared.second), ("both", compared.both))
    if not any(shelf.many for _, shelf in shelves):
        return
    yield f"{ours} against {theirs}, {compared.days.since} to {compared.days.until}"
    for title, shelf in shelves:
        yield f"{title}: {counted(shelf.many, 'story', 'stories')}{_shown(shelf)}"
        for carried in shelf.stories:
            yield f"    {carried.story.title}"
            yield f"        {_told(carried)} | {carried.story.last or 'date unknown'} | {carried.story.id}"


def _shown(shelf: Shelf) -> str:
    left = shelf.many - len(shelf.stories)
    return f", {left:,} of them not shown" if left else ""


def _told(carried: Carried) -> str:
    told = [voices for voices in (carried.ours, carried.theirs) if voices.articles]
    return " against ".join(f"{counted(one.sources, 'independent source')} ({', '.join(one.outlets)})" for one in told)


def silent_jsonl(found: Iterable[Silence]) -> Iterator[str]:
    """One JSON object an outlet."""
    return (msgspec.json.encode(line).decode() for line in silence_lines(found))


def silence_lines(found: Iterable[Silence]) -> Iterator[SilenceLine]:
    """The same as records."""
    return (SilenceLine(one.outlet.id, one.last, one.lasting, one.usual, one.feeds) for one in found)


def silent_text(found: Iterable[Silence]) -> Iterator[str]:
    """A line an outlet: since when, how often it usually publishes, how its feeds do."""
    for one in found:
        usually = f"usually every {one.usual:g} days" if one.usual != 1 else "usually every day"
        yield f"{one.outlet.id}: nothing since {one.last}, {one.lasting} days; {usually}; feeds: {one.feeds}"
