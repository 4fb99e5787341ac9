"""How well phrases of time become windows: ``python -m quality.phrases [TABLE.toml]``.

The table (``phrases.toml`` beside this file) holds sentences of our own with the days an editor would allow. A phrase
is right when the window of what the sentence announces - or, where it announces nothing, the time itself - has both
ends within a day, or for a vague phrase shares at least half of all days. Wrong ones are listed.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from quality import rows
from quality.command import reportedly
from quality.measure import Range, percent, touch

TABLE = Path(__file__).with_name("phrases.toml")
SHARED = 0.5
REST = "\n\nThat is what the newspaper has told its readers, who know where the harbour and the valley are."
"""A paragraph after each sentence, without any time: one sentence alone is too short to tell its language by."""

Days = tuple[date, date] | None


def measure(table: Path = TABLE) -> tuple[float, list[str]]:
    """The share of right phrases in percent, and a line for each wrong one."""
    asked = tomllib.loads(table.read_text(encoding="utf-8"))["phrases"]
    with tempfile.TemporaryDirectory() as work:
        readings = _read(asked, Path(work))
    missed = [line for n, row in enumerate(asked) for line in wrong(row, readings.get(_url(n)))]
    return percent(len(asked) - len(missed), len(asked)), missed


def _url(number: int) -> str:
    return f"phrase:{number}"


def _read(asked: list[rows.Row], work: Path) -> dict[str, rows.Row]:
    articles = [
        {
            "url": _url(n),
            "outlet": "phrases",
            "published": row["published"].isoformat() if "published" in row else None,
            "title": None,
            "text": row["text"] + REST,
        }
        for n, row in enumerate(asked)
    ]
    out = work / "readings"
    reportedly("read", rows.put(work / "phrases.jsonl", articles), "--format", "jsonl", into=out)
    return rows.readings(out)


def wrong(asked: rows.Row, reading: rows.Row | None) -> Iterator[str]:
    """A line that says what was wanted and what given, where the reading gives the phrase another window."""
    given = _window(asked, reading) if reading else None
    if not _right(asked, given):
        wanted = f"{asked['start']} to {asked['end']}" if "start" in asked else "none"
        days = f"{given[0]} to {given[1]}" if given else "none"
        yield f"{asked['phrase']!r} in {asked['text']!r}: wanted {wanted}, given {days}"


def _window(asked: rows.Row, reading: rows.Row) -> Days:
    """The window of an expectation that rests on the phrase, else the longest time in it."""
    start = reading["article"]["text"].index(asked["phrase"])
    phrase = start, start + len(asked["phrase"])
    windows = (expectation["window"] for expectation in reading["expectations"] if expectation["window"])
    times = sorted(reading["times"], key=lambda time: time["span"][0] - time["span"][1])
    for row in (*windows, *times):
        if row["span"] and touch(_range(row["span"]), phrase):
            return _days(row)
    return None


def _range(span: list[int]) -> Range:
    return span[0], span[1]


def _days(row: rows.Row) -> Days:
    if not row["start"] or not row["end"]:
        return None
    return date.fromisoformat(row["start"][:10]), date.fromisoformat(row["end"][:10])


def _right(asked: rows.Row, given: Days) -> bool:
    if "start" not in asked or given is None:
        return given is None and "start" not in asked
    start, end = given
    first: date = asked["start"]
    last: date = asked["end"]
    if not asked.get("vague"):
        return abs((start - first).days) <= 1 and abs((end - last).days) <= 1
    both = (min(end, last) - max(start, first)).days + 1
    return both / ((max(end, last) - min(start, first)).days + 1) >= SHARED


if __name__ == "__main__":
    share, missed = measure(*map(Path, sys.argv[1:2]))
    print("\n".join(missed))
    print(f"{share} % of the phrases right")
