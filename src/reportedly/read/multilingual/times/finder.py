"""The times of a sheet, in order, each resolved against publication or the times named before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from reportedly.read.days.anchor import anchor
from reportedly.read.days.calendar import WEEK, Days
from reportedly.read.days.value import DAY_END, Here, Value, record, stretch
from reportedly.read.days.windows import Joint, window
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.times.grammar import Compiled, Grammar, grammar, resolved
from reportedly.read.multilingual.times.line import Line, lines
from reportedly.records import Time, Window
from reportedly.text import Span

_DEEP = 2  # a time within a time within a time ends there
_WEEK = timedelta(days=WEEK)
_TWINS = timedelta(days=3)  # how far two calendars may lie apart on one day


class Expression(NamedTuple):
    """A time expression at places of a line; ``joint`` says how it is joined to its clause, ``way`` where it looks."""

    start: int
    end: int
    value: Value
    joint: Joint = "in"
    way: int = 0


@dataclass(frozen=True)
class Times:
    """The times of one article in order of its text. ``today`` is the day that relative ones are counted from."""

    today: date | None
    expressions: tuple[Expression, ...]
    times: tuple[Time, ...]

    def within(self, words: Span) -> tuple[Time, ...]:
        """The times whose words lie in a span, in order, without those said in passing: they date no event."""
        first, last = bisect_left(self._starts, words.start), bisect_right(self._starts, words.end - 1)
        chosen = ((self.times[i], self.expressions[i].value.passing) for i in range(first, last))
        return tuple(time for time, passing in chosen if time.span.end <= words.end and not passing)

    def window(self, time: Time) -> Window | None:
        """The days a promise told with this time has, as it is joined to its clause; None where it sets no window."""
        here = self.expressions[self._places[time.id]]
        return window(here.value, time.span, here.joint, self.today)

    def looks_ahead(self, time: Time) -> bool:
        """Whether the clause of a time looks ahead."""
        return self.expressions[self._places[time.id]].way > 0

    @cached_property
    def _places(self) -> dict[str, int]:
        return {time.id: i for i, time in enumerate(self.times)}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(time.span.start for time in self.times)


def find(sheet: Sheet) -> Times:
    """Every time expression of a sheet's sentences."""
    walk = _Walk(grammar(sheet.language), anchor(sheet.article))
    found = [(line, each) for line in lines(sheet, walk.grammar.apart) for each in walk.through(line)]
    times = tuple(record(sheet.article.id, line.span(each.start, each.end), each.value) for line, each in found)
    return Times(walk.today, tuple(each for _, each in found), times)


@dataclass
class _Walk:
    """One walk over an article; ``named`` is the last stretch of days that the text named."""

    grammar: Grammar
    today: date | None
    named: Value | None = None
    years: dict[tuple[int, int], int] = field(default_factory=dict)

    def through(self, line: Line) -> Iterator[Expression]:
        """The times of a line."""
        at = 0
        for start, word in zip(line.starts, line.words, strict=True):
            if start < at or not word.key:
                continue
            found = self._first(line.low, start, _word_at(line.low, start), 0)
            if found is None:
                continue
            whole = self._finished(line.low, found)
            self._remember(whole.value)
            at = whole.end
            yield whole

    def _first(self, low: str, start: int, word: str, depth: int) -> Expression | None:
        """What the first phrase that finds a time at a word makes of it, with all that narrows it."""
        for _, rule in self.grammar.beginning(word):
            match = rule.match(low, start, depth)
            value = self._value(rule, match, low, depth, None) if match else None
            if match and value is not None:
                end = max(match.end(), value.reach)
                return self._narrowed(low, Expression(start, end, value._replace(reach=0)), depth)
        return None

    def _value(self, rule: Compiled, match: re.Match[str], low: str, depth: int, whole: Value | None) -> Value | None:
        here = self._here(low, match.start(), match.end(), depth)
        return resolved(rule, match, here, self.grammar.words, whole)

    def _narrowed(self, low: str, found: Expression, depth: int) -> Expression:
        """The expression with what stands behind it and is told of it: its end, its hour, the Friday of it."""
        for rule in self.grammar.behind:
            match = rule.match(low, found.end, depth)
            if match is None:
                continue
            value = self._value(rule, match, low, depth, found.value)
            if value is not None:
                end = max(match.end(), value.reach)
                return self._narrowed(low, Expression(found.start, end, value._replace(reach=0)), depth)
        return found

    def _finished(self, low: str, found: Expression) -> Expression:
        found = self._ranged(low, self._twinned(low, found))
        found = found._replace(way=self.grammar.direction.of(low, found.start, found.end))
        if found.joint == "from":
            return found._replace(joint="in")
        joint = self.grammar.joint(low, found.start, found.end)
        since = joint in {"in", "from"} and self._is_since(low, found)
        return found._replace(joint=joint, value=self._since(found.value) if since else found.value)

    def _follower(self, low: str, at: int) -> Expression | None:
        word = _word_at(low, at)
        return self._first(low, at, word, 1) if word else None

    def _twinned(self, low: str, found: Expression) -> Expression:
        """A day told in two calendars is one time: the sharp one of them, over the words of both."""
        pattern, days = self.grammar.twin, found.value.days
        joined = pattern.match(low, found.end) if pattern and days and found.value.grain == "day" else None
        other = self._follower(low, joined.end()) if joined else None
        if other is None or days is None or other.value.days is None or other.value.grain != "day":
            return found
        if abs(other.value.days.first - days.first) > _TWINS:
            return found
        sharp = other.value if found.value.vague else found.value
        return Expression(found.start, other.end, sharp)

    def _ranged(self, low: str, found: Expression) -> Expression:
        """From one day to another is one stretch; where something is moved, the first is said in passing."""
        pattern, value = self.grammar.upto, found.value
        joined = pattern.match(low, found.end) if pattern and value.days and value.kind == "point" else None
        if joined is None or value.days is None:
            return found
        self.named, before = value, self.named
        other = self._follower(low, joined.end())
        self.named = before
        last = other.value.days.last if other and other.value.kind == "point" and other.value.days else None
        if other is None or last is None or other.value.grain != value.grain:
            return found
        if last < value.days.first and value.days.first - last < _WEEK:  # from Thursday to Monday, said on a Sunday
            last += _WEEK
        if last <= value.days.first:
            return found
        if self._is_moved(low):
            return found._replace(value=value._replace(passing=True))
        whole = stretch(Days(value.days.first, last), value.grain, None, kind="window", vague=value.vague)
        return Expression(found.start, other.end, whole, "from")

    def _is_moved(self, low: str) -> bool:
        return self.grammar.moved.search(low) is not None

    def _is_since(self, low: str, found: Expression) -> bool:
        return found.way <= 0 and self.grammar.is_since(low, found.start, found.end)

    def _since(self, value: Value) -> Value:
        """What has gone on since March went on until publication."""
        days, today = value.days, self.today
        if days is None or today is None or value.kind != "point" or days.first > today:
            return value
        return value._replace(kind="window", end=datetime.combine(max(today, days.last), DAY_END))

    def _remember(self, value: Value) -> None:
        told = value.timex or ""
        if value.days and value.kind in {"point", "window"} and not told.startswith("P") and told != "FUTURE_REF":
            self.named = value
            first = value.days.first
            if first == value.days.last:
                self.years.setdefault((first.month, first.day), first.year)

    def _here(self, low: str, start: int, end: int, depth: int) -> Here:
        def ahead() -> int:
            way = self.grammar.direction.of(low, start, end)
            return way or int(self.grammar.joint(low, start, end) in {"by", "before"})

        def inner(offset: int) -> Value | None:
            word = _word_at(low, offset)
            found = self._first(low, offset, word, depth + 1) if word and depth < _DEEP else None
            return found.value._replace(reach=found.end) if found else None

        def moved() -> bool:
            return self._is_moved(low)

        return Here(self.today, self.named, ahead, inner, self.years, low[:start], low[end:], _never, moved)


def _never() -> bool:
    return False


def _word_at(low: str, at: int) -> str:
    """The word that begins at a place of a line."""
    end = at
    while end < len(low) and low[end].isalnum():
        end += 1
    return low[at:end]
