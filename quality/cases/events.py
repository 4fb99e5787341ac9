"""What happened, what lies ahead, and what became of it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import reportedly
from quality import rows
from quality.cases.case import Case, Trial, differs, folder, row
from quality.command import reportedly as command
from reportedly.records import Reading, Window
from reportedly.text import Span

TEXTS, FOLLOWED = "texts-open.jsonl", "fu-open.jsonl"
AS_OF = "2026-04-10"


@cache
def _read(inputs: Path, ending: str, file: str = TEXTS) -> Reading:
    found = row(inputs, file, ending)
    return reportedly.read(found["text"], published=found["published"], outlet=found["outlet"], url=found["url"])


@cache
def _followed(inputs: Path) -> tuple[rows.Row, ...]:
    """What a desk that filed all articles says of them."""
    with folder() as desk:
        command("init", desk)
        command("import", inputs / FOLLOWED, "--desk", desk)
        command("run", "--desk", desk)
        command("followups", "--as-of", AS_OF, "--format", "jsonl", "--desk", desk, into=desk / "followups.jsonl")
        return tuple(rows.load(desk / "followups.jsonl"))


def _words(reading: Reading, span: Span) -> str:
    return span.of(reading.article.text)


def _expected(reading: Reading) -> dict[str, tuple[str | None, str]]:
    """From the trigger of each expectation to its first day and its certainty."""
    events = {event.id: event for event in reading.events}
    return {
        _words(reading, events[each.event].trigger): (_first(each.window), each.certainty)
        for each in reading.expectations
    }


def _first(window: Window | None) -> str | None:
    return str(window.start or window.end) if window is not None else None


def _not_expected(ending: str, state: str) -> Trial:
    """Nothing is expected, and a development tells the state."""

    def trial(inputs: Path) -> Iterator[str]:
        reading = _read(inputs, ending)
        yield from differs("expected", _expected(reading), {})
        told = {development.state for development in reading.developments}
        if state and state not in told:
            yield f"developments: {sorted(told)!r}, {state!r} not among them"

    return trial


def _lives(inputs: Path, number: int, first: str, *states: tuple[str, str | None]) -> Iterator[str]:
    """What becomes of what an article announces: its first window, then each state with its new day."""
    every = [each for each in _followed(inputs) if any(_is_of(proof, number) for proof in each["supports"])]
    yield from differs(f"follow-ups of article {number}", len(every), 1)
    for followup in every:
        yield from differs(f"window of article {number}", followup["window"]["start"], first)
        lived = tuple((step["state"], (step["window"] or {}).get("start")) for step in followup["history"])
        told = tuple(step for step in lived if step[0] not in {"due", "silent"})
        yield from differs(f"history of article {number}", told, states)


def _is_of(proof: rows.Row, number: int) -> bool:
    return str(proof["article_url"]).endswith(f"/{number}")


def _denied(inputs: Path) -> Iterator[str]:
    yield from _not_expected("e-denied-visit", "denied")(inputs)
    yield from differs("expected by the denial", _expected(_read(inputs, "/13", FOLLOWED)), {})
    yield from _lives(inputs, 14, "2026-03-15", ("denied", None))


def _moved(inputs: Path) -> Iterator[str]:
    yield from _new_day(_read(inputs, "e-postpone"), "2026-04-05")
    yield from _lives(inputs, 1, "2026-03-12", ("moved", "2026-03-19"), ("happened", None))


def _brought(inputs: Path) -> Iterator[str]:
    yield from _new_day(_read(inputs, "e-brought-fwd"), "2026-03-11")
    yield from _lives(inputs, 10, "2026-03-16", ("moved", "2026-04-02"))


def _new_day(reading: Reading, day: str) -> Iterator[str]:
    times = {time.id: time for time in reading.times}
    moves = [times.get(each.time or "") for each in reading.developments if each.state == "moved"]
    yield from differs("moved to", [str(time.start)[:10] if time else None for time in moves], [day])
    yield from differs("expected from", [first for first, _ in _expected(reading).values()], [day])


def _signed(inputs: Path) -> Iterator[str]:
    reading = _read(inputs, "e-expected-unnamed")
    yield from differs("expected", _expected(reading), {"signed": ("2026-03-10", "probable")})
    sources = {_words(reading, span).split()[0] for statement in reading.statements for span in statement.source[:1]}
    if "three" not in sources:
        yield f"sources: {sorted(sources)!r}, without the three"


def _opening(inputs: Path) -> Iterator[str]:
    yield from _lives(inputs, 15, "2026-03-14", ("denied", None))
    reading = _read(inputs, "/16", FOLLOWED)
    yield from differs("statements", [_words(reading, each.content[0]) for each in reading.statements], [])


def _strike(inputs: Path) -> Iterator[str]:
    reading = _read(inputs, "/6", FOLLOWED)
    roots = {event.type for event in reading.events if _words(reading, event.trigger) == "strike"}
    yield from differs("root of the strike", roots, {"PROTEST"})


def _split(inputs: Path) -> Iterator[str]:
    reading = _read(inputs, "q-split")
    held = [event for event in reading.events if _words(reading, event.trigger) == "hold"]
    actors = [_words(reading, party.span) for event in held for party in event.actors]
    yield from differs("who holds", [actor.lower() for actor in actors], ["the dam"])


CASES: tuple[Case, ...] = (
    Case("E03", (TEXTS,), _not_expected("e-no-longer", "cancelled")),
    Case("E05", (TEXTS, FOLLOWED), _denied),
    Case("E01", (TEXTS, FOLLOWED), _moved),
    Case("E11", (TEXTS, FOLLOWED), _brought),
    Case("E06", (TEXTS,), _not_expected("e-question", "")),
    Case("E07", (TEXTS,), _signed),
    Case("E14", (FOLLOWED,), _opening),
    Case("E12", (FOLLOWED,), _strike),
    Case("Q19", (TEXTS,), _split),
)
