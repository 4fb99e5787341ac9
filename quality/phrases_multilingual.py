"""The same for phrases of time in other languages: ``python -m quality.phrases_multilingual [LANGUAGE ...]``.

The tables (``phrases_fa.toml`` and so on beside this file) are built and judged as ``phrases.toml`` is. What a phrase
gives is the window of an expectation that rests on it, else the days that a promise told with it would have.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from quality import phrases, rows
from quality.measure import percent
from reportedly.extract import plain
from reportedly.read import reader
from reportedly.read.multilingual import sheet, times
from reportedly.records import Article

LANGUAGES = ("fa", "ar", "ur", "ru")


def table(language: str) -> Path:
    """Where the phrases of a language stand."""
    return Path(__file__).with_name(f"phrases_{language}.toml")


def measure(language: str, listed: Path | None = None) -> tuple[float, list[str]]:
    """The share of right phrases in percent, and a line for each wrong one."""
    asked = tomllib.loads((listed or table(language)).read_text(encoding="utf-8"))["phrases"]
    missed = [line for row in asked for line in phrases.wrong(row, _read(row, language))]
    return percent(len(asked) - len(missed), len(asked)), missed


def _read(asked: rows.Row, language: str) -> rows.Row:
    found = plain.article(asked["text"], url="phrase:1", outlet="phrases", published=asked.get("published"))
    article = msgspec.structs.replace(found, language=language)
    (reading,) = reader.read([article])
    told = msgspec.json.decode(msgspec.json.encode(reading))
    return {**told, "times": list(_windows(article))}


def _windows(article: Article) -> Iterator[rows.Row]:
    found = times.find(sheet.lay_out(article))
    for time in found.times:
        window = found.window(time)
        row: rows.Row = msgspec.json.decode(msgspec.json.encode(time))
        ends = (window.start, window.end) if window else (None, None)
        yield {**row, "start": ends[0] and ends[0].isoformat(), "end": ends[1] and ends[1].isoformat()}


if __name__ == "__main__":
    for language in sys.argv[1:] or LANGUAGES:
        share, missed = measure(language)
        print("\n".join(missed))
        print(f"{language}: {share} % of the phrases right")
