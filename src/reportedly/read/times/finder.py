"""The times of a page, in order, each resolved against publication or the times named before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.days.anchor import anchor
from reportedly.read.days.calendar import Days
from reportedly.read.days.value import DAY_END, Here, Value, record
from reportedly.read.days.windows import window
from reportedly.read.grammar.page import Page
from reportedly.read.times.grammar import WORD, Compiled, beginning, neighbours, plain
from reportedly.read.times.tense import direction, mover
from reportedly.read.times.windows import joins, joint
from reportedly.records import Time, Window

_DEEP = 2  # a time within a time within a time ends there
_SUPERLATIVE = frozenset(["JJS", "RBS"])
_CLOSE = 4  # words before a time in which a superlative is of what the time measures
_ENDED = re.compile(r"\bended(?: on)? $")
_NAMES = ("month", "month2", "weekday", "feast", "named")


class Expression(NamedTuple):
    """A time expression at offsets of the reading copy."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True)
class Times:
    """The times of one page in order of the text. ``today`` is the day that relative ones are counted from."""

    page: Page
    today: date | None
    expressions: tuple[Expression, ...]
    times: tuple[Time, ...]

    def at(self, token: Token) -> Time | None:
        """The time whose words cover the token."""
        return self._holding(token.idx, token.idx + len(token))

    def within(self, words: Tokens) -> tuple[Time, ...]:
        """The times whose words lie within ``words``, in order, without those said in passing: they date no event."""
        first = bisect_right(self._starts, words.start_char - 1)
        last = bisect_right(self._starts, words.end_char - 1)
        chosen = ((self.times[i], self.expressions[i]) for i in range(first, last))
        return tuple(t for t, here in chosen if here.end <= words.end_char and not here.value.passing)

    def window(self, time: Time) -> Window | None:
        """The days a promise told with this time has, as its preposition says; None where it sets no window."""
        i, low = self._places[time.id], self._low
        here = self.expressions[i]
        before = neighbours(low, here.start, here.end)[0]
        follower = self.expressions[i + 1] if i + 1 < len(self.expressions) else None
        ranged = follower is not None and joins(low[here.end : follower.start])
        if low[here.end : here.end + 2] in {"'s", "s'"}:  # ahead of Friday's vote: the vote is on Friday
            before = ""
        upto = follower.value if ranged and follower else None
        joined = joint(before)
        if joined == "until" and self._is_moved_to(time):  # put off until next week: it is then, and does not end then
            joined = "in"
        return window(here.value, time.span, joined, self.today, upto)

    def _is_moved_to(self, time: Time) -> bool:
        words = self.page.words(time.span)
        return words is not None and mover(self.page.clauses, words.root) is not None

    def _holding(self, start: int, end: int) -> Time | None:
        i = bisect_right(self._starts, start) - 1
        return self.times[i] if i >= 0 and self.expressions[i].end >= end else None

    @cached_property
    def _low(self) -> str:
        return plain(self.page.copy.text)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {time.id: i for i, time in enumerate(self.times)}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(expression.start for expression in self.expressions)


def find(page: Page) -> Times:
    """Every time expression of the page's text, page furniture left out (a furniture line that is a date is kept)."""
    expressions = tuple(_Walk(page).all())
    low, today = plain(page.copy.text), anchor(page.article)
    times = tuple(_record(page, each._replace(value=_since(each, low, today))) for each in expressions)
    kept = [(f, t) for f, t in zip(expressions, times, strict=True) if not _in_furniture(page, t)]
    return Times(page, today, tuple(f for f, _ in kept), tuple(t for _, t in kept))


def _in_furniture(page: Page, time: Time) -> bool:
    text = page.article.text
    return any(
        f.touches(time.span) and f.of(text).strip(" \n\t.") != time.span.of(text) for f in page.article.furniture
    )


_SINCE = re.compile(r"\bsince(?: (?:the|as early as|at least))? ?$")


def _since(expression: Expression, low: str, today: date | None) -> Value:
    """What has gone on ``since March`` went on until publication; the words name March alone (TIMEX3)."""
    value, days = expression.value, expression.value.days
    if days is None or today is None or value.kind != "point" or days.first > today:
        return value
    if not _SINCE.search(neighbours(low, expression.start, expression.end)[0]):
        return value
    return value._replace(kind="window", end=datetime.combine(max(today, days.last), DAY_END))


def _record(page: Page, expression: Expression) -> Time:
    return record(page.article.id, page.copy.original(expression.start, expression.end), expression.value)


def _began_before(value: Value, today: date) -> bool:
    """Whether a stretch lies behind, or began there: in recent weeks."""
    return value.days is not None and value.days.first < today


_A_QUARTER = re.compile(r"\d{4}-Q\d$")


def _reported(before: Days | None, value: Value, today: date | None) -> Days | None:
    """The quarter under report once a time is named: the latest one that is over."""
    days = value.days if _A_QUARTER.match(value.timex or "") else None
    if days is None or today is None or days.last >= today or (before is not None and before > days):
        return before
    return days


def _without_marks_behind(low: str, end: int) -> int:
    """Where words that end at ``end`` do without blanks and stops behind them; "p.m." keeps its stop."""
    while low[end - 1] in " .,-" and low[end - 3] != ".":
        end -= 1
    return end


@dataclass
class _Walk:
    """One walk over a page; ``named`` is the last stretch of days that the text named."""

    page: Page
    named: Value | None = None
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    quarter: Days | None = None
    low: str = field(init=False)
    today: date | None = field(init=False)

    def __post_init__(self) -> None:
        self.low, self.today = plain(self.page.copy.text), anchor(self.page.article)

    def all(self) -> Iterator[Expression]:
        at = 0
        for word in WORD.finditer(self.low):
            rules = beginning(word[1])
            if not rules or word.start() < at:
                continue
            expression = self._first(word.start(), rules)
            if expression:
                yield expression
                self._remember(expression)
                at = expression.end

    def _remember(self, expression: Expression) -> None:
        value = expression.value
        told = value.timex or ""
        lately = told == "PAST_REF" or (
            told.startswith("PX") and self.today is not None and _began_before(value, self.today)
        )
        counted = told.startswith("P") and not lately
        if value.days and value.kind in {"point", "window"} and not counted and told != "FUTURE_REF":
            self.named = value
            self.quarter = _reported(self.quarter, value, self.today)
            first = value.days.first
            if first == value.days.last:
                self.years.setdefault((first.month, first.day), first.year)

    def _first(self, start: int, rules: tuple[Compiled, ...], around: tuple[int, ...] = ()) -> Expression | None:
        """What the first rule that finds a time at ``start`` makes of it; ``around``: the starts of those it is in."""
        for compiled in rules:
            match = compiled.pattern.match(self.low, start)
            if match is None or not self._is_written_so(match):
                continue
            value = compiled.rule.resolve(match, self._here((*around, start), match.end()))
            if value is not None:
                begin = start - 4 if compiled.rule.article and self.low[start - 4 : start] == "the " else start
                end = max(match.end(), value.reach)
                end = _without_marks_behind(self.low, end)
                return Expression(start if around else begin, end, value)
        return None

    def _is_written_so(self, match: re.Match[str]) -> bool:
        """Months, weekdays and feasts are written with a capital; "daily" with one is a newspaper's name."""
        text, groups = self.page.copy.text, match.re.groupindex
        if any(match.start(name) >= 0 and not text[match.start(name)].isupper() for name in _NAMES if name in groups):
            return False
        return (
            "lower" not in groups
            or text[match.start()].islower()
            or not text[match.end() + 1 : match.end() + 2].isupper()
        )

    def _here(self, starts: tuple[int, ...], end: int) -> Here:
        start = starts[-1]
        before, after = neighbours(self.low, start, end)
        last = start + len(self.low[start:end].rstrip(" .,"))  # a full stop hangs on the main verb: not this clause's

        def words() -> Tokens | None:
            return self.page.doc.char_span(starts[0], last, alignment_mode="expand")

        def ahead() -> int:
            return direction(self.page.clauses, words())

        def outdone() -> bool:
            at = words()
            return at is not None and any(t.tag_ in _SUPERLATIVE for t in at.doc[max(0, at.start - _CLOSE) : at.start])

        def inner(offset: int) -> Value | None:
            word = WORD.match(self.low, offset)
            expression = self._first(offset, beginning(word[1]), starts) if word and len(starts) <= _DEEP else None
            return expression.value._replace(reach=expression.end) if expression else None

        def moved() -> bool:
            at = words()
            return at is not None and mover(self.page.clauses, at.root) is not None

        ended = _ENDED.search(before) is not None
        return Here(
            self.today, self.named, ahead, inner, self.years, before, after, outdone, moved, self.quarter, ended
        )
