"""The articles that are not in English, read: how much of what an editor would file is found.

The truth was written from the articles. Each floor is what was found when it was set; it may be raised, not lowered.
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from reportedly.extract import plain
from reportedly.read import reader
from reportedly.records import Reading, Statement, Time
from reportedly.sample import world
from reportedly.sample.truth import TrueName, TrueReading, TrueStatement, TrueTime, readings
from reportedly.text import joined

FLOORS = {"statements": 110, "sources": 84, "cues": 104, "days": 40, "names": 52}
"""Of 126 statements found, with the right source, with the right cue; of 43 times with the right days, of 74 names."""


@pytest.fixture(scope="module")
def found() -> list[tuple[TrueReading, Reading]]:
    pieces = {f"{piece.outlet}/{piece.name}": (site, piece) for site, piece in world.pieces()}
    made = []
    for told in readings():
        site, piece = pieces[told.article]
        article = plain.article(
            f"{piece.headline}\n\n{piece.text}",
            url=site.url(piece),
            outlet=site.outlet.id,
            published=piece.published.date(),
            headline=piece.headline,
        )
        made += [(told, reading) for reading in reader.read([article])]
    return made


def share(one: str, other: str) -> float:
    """How much two stretches of words have in common, of all they have."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def nearest(told: TrueStatement, reading: Reading) -> Statement | None:
    """The statement that has most of its words; None where none has half of them."""
    text = reading.article.text
    best = max(reading.statements, key=lambda one: share(told.content, joined(one.content, text)), default=None)
    return best if best and share(told.content, joined(best.content, text)) >= 0.5 else None


def days(told: TrueTime, reading: Reading) -> Iterator[Time]:
    """The times at these words that stand for these days, as far as the truth tells them."""
    for time in reading.times:
        words = time.span.of(reading.article.text)
        start, end = (moment.date() if moment else None for moment in (time.start, time.end))
        if (words in told.words or told.words in words) and told.start in {None, start} and told.end in {None, end}:
            yield time


def named(told: TrueName, reading: Reading) -> bool:
    """Whether somebody or something of this kind is named by these words, or by most of them."""
    text = reading.article.text
    mentions = (span.of(text) for entity in reading.entities if entity.kind == told.kind for span in entity.mentions)
    return any(share(told.words, words) >= 0.5 for words in mentions)


def test_what_an_editor_would_file_is_found(found: list[tuple[TrueReading, Reading]]) -> None:
    right = Counter[str]()
    for told, reading in found:
        text = reading.article.text
        pairs = [(one, near) for one in told.statements if (near := nearest(one, reading))]
        right["statements"] += len(pairs)
        right["sources"] += sum(
            share(one.source, joined(near.source, text)) >= 0.5 or not (one.source or near.source)
            for one, near in pairs
        )
        right["cues"] += sum(bool({*one.cue.split()} & {*joined(near.cue, text).split()}) for one, near in pairs)
        right["names"] += sum(named(name, reading) for name in told.names)
        right["days"] += sum(any(days(time, reading)) for time in told.times)
    assert {name: right[name] for name in FLOORS if right[name] < FLOORS[name]} == {}, right


def test_what_is_found_stands_in_the_text_as_it_is(found: list[tuple[TrueReading, Reading]]) -> None:
    for _, reading in found:
        assert reading.reader.startswith("multilingual/")
        spans = [span for one in reading.statements for span in (*one.content, *one.cue, *one.source)]
        assert all(0 <= span.start < span.end <= len(reading.article.text) for span in spans)
