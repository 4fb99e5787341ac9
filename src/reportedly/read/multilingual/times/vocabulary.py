"""The closed classes of words that a language tells times with, as slots of patterns and as what they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from reportedly.dates.calendars import Calendar
from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.times.notation import Part, parsed
from reportedly.read.multilingual.times.table import CALENDARS, Numbers, Table

Meaning = TypeVar("Meaning")
_FIGURES = re.compile(r"\d+")
_DIGITS = frozenset({"0"})
_DAYS = 31
_TEN = 10


class Month(NamedTuple):
    """A month by its number, in its calendar (None: the Gregorian)."""

    number: int
    calendar: Calendar | None


def _no_slots(name: str) -> Part:
    raise ValueError(f"a word of a class cannot hold a slot: {name!r}")


class Words(Generic[Meaning]):
    """A closed class of words and what each means; where two match, the one listed first."""

    def __init__(self, listed: Iterable[tuple[str, Meaning]]) -> None:
        """``listed``: spellings between bars, and their meaning."""
        self._known = [
            (parsed(one, _no_slots), meaning) for spelled, meaning in listed for one in spelled.split("|") if one
        ]
        self._found: dict[str, Meaning] = {}

    @cached_property
    def part(self) -> Part:
        """A pattern of all of them."""
        ranked = sorted({part.pattern for part, _ in self._known}, key=len, reverse=True)
        heads = frozenset[str]().union(*(part.heads for part, _ in self._known))
        return Part(f"(?:{'|'.join(ranked)})(?!\\w)" if ranked else "(?!)", heads)

    def meaning(self, words: str) -> Meaning:
        """What the words mean that the pattern has matched."""
        if words not in self._found:
            self._found[words] = next(m for part, m in self._known if re.fullmatch(part.pattern, words))
        return self._found[words]


@dataclass(frozen=True)
class Counting:
    """Numbers of a language, in digits and in words."""

    told: Numbers

    @cached_property
    def _atoms(self) -> Words[int]:
        ones = list(enumerate(self.told.ones))
        tens = [(number * _TEN, spelled) for number, spelled in enumerate(self.told.tens, 2)]
        larger = [(int(number), spelled) for number, spelled in self.told.larger.items()]
        return Words((spelled, number) for number, spelled in (*ones, *tens, *larger))

    @cached_property
    def _halves(self) -> Words[float]:
        return Words((spelled, float(number)) for number, spelled in self.told.halves.items())

    @cached_property
    def _joint(self) -> str:
        return f"(?: ?{parsed(self.told.joint, _no_slots).pattern} ?| )" if self.told.joint else " ?"

    @cached_property
    def part(self) -> Part:
        """A pattern of numbers up to some thousands."""
        ones = Words((spelled, 0) for spelled in self.told.ones).part
        pieces = [ones]
        if self.told.tens:
            below = Words((spelled, 0) for spelled in self.told.ones[1:_TEN]).part
            tens = Words((spelled, 0) for spelled in self.told.tens).part
            first, last = (below, tens) if self.told.ones_first else (tens, below)
            pieces.insert(0, Part(f"{_bare(first)}{self._glued}{last.pattern}", first.heads))
            pieces.append(tens)
        small = f"(?:{'|'.join(piece.pattern for piece in pieces)})"
        many = Words((spelled, 0) for spelled in self.told.larger.values()).part
        halves = self._halves.part
        heads = frozenset[str]().union(many.heads, halves.heads, _DIGITS, *(piece.heads for piece in pieces))
        worded = f"(?:(?:{small} )?{many.pattern}(?:{self._joint}{small})?|{small})" if self.told.larger else small
        return Part(rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?!\w)|{halves.pattern}|{worded})", heads)

    @property
    def _glued(self) -> str:
        """Between a ten and a one: the word that joins them, glued to the second in Arabic."""
        return f" ?{parsed(self.told.joint, _no_slots).pattern} ?" if self.told.joint else " "

    def value(self, words: str) -> float:
        """The number that the words tell."""
        if re.fullmatch(self._halves.part.pattern, words):
            return self._halves.meaning(words)
        if words[0].isdigit():
            return float(words.replace(",", ""))
        return float(self._sum(words))

    def _sum(self, words: str) -> int:
        total, found = 0, 0
        for number in self._numbers(words):
            if number >= _TEN * _TEN:
                found = max(found, 1) * number
                total, found = total + found, 0
            else:
                found += number
        return total + found

    def _numbers(self, words: str) -> Iterator[int]:
        """The numbers of its words, one after another; the words that join them are passed over."""
        at, pattern = 0, re.compile(self._atoms.part.pattern)
        while at < len(words):
            match = pattern.match(words, at)
            if match is None:
                at += 1
                continue
            yield self._atoms.meaning(match[0])
            at = match.end()

    @cached_property
    def ordinals(self) -> Words[int]:
        """First to thirty-first, and the last (-1)."""
        listed = [(spelled, number) for number, spelled in enumerate(self.told.ordinals, 1)]
        return Words([*listed, (self.told.last, -1)])

    @cached_property
    def day(self) -> Part:
        """A pattern of the number of a day in its month."""
        named = Words((spelled, 0) for spelled in self.told.ordinals).part
        return Part(
            rf"(?:(?:3[01]|[12]\d|0?[1-9])(?!\w)(?![.,:/]\d)|{named.pattern}|{_worded(self.part.pattern)})",
            self.part.heads | named.heads,
        )

    def day_number(self, words: str) -> int:
        """The number of a day, or 0 where the words tell none."""
        if not words[0].isdigit():
            named = re.fullmatch(self.ordinals.part.pattern, words)
            number = self.ordinals.meaning(words) if named else self.value(words)
        else:
            number = int(words)
        return int(number) if 1 <= number <= _DAYS else 0


def _worded(pattern: str) -> str:
    """A pattern of numbers, for words only."""
    return rf"(?!\d){pattern}"


def _bare(part: Part) -> str:
    """The pattern of a part that others are written on to."""
    return part.pattern.removesuffix(r"(?!\w)")


@dataclass(frozen=True)
class Vocabulary:
    """All classes of a language, by the slots that they fill."""

    table: Table

    @cached_property
    def counting(self) -> Counting:
        """Its numbers."""
        return Counting(self.table.numbers)

    @cached_property
    def months(self) -> Words[Month]:
        """The months of all calendars."""
        by_calendar = {name: getattr(self.table.months, name) for name in CALENDARS}
        return Words(
            (spelled, Month(number, CALENDARS[name]))
            for name, months in by_calendar.items()
            for number, spelled in enumerate(months, 1)
        )

    @cached_property
    def classes(self) -> Mapping[str, Words[Any]]:
        """The classes without numbers in digits, by their slots."""
        table = self.table
        return {
            "weekday": Words((spelled, number) for number, spelled in enumerate(table.week.days)),
            "bare": Words((spelled, number) for number, spelled in enumerate(table.week.bare or table.week.days)),
            "month": self.months,
            "nth": self.counting.ordinals,
            "unit": Words(_turned(table.units)),
            "units": Words(_turned(table.units_many or table.units)),
            "one": Words(_turned(table.units_one)),
            "two": Words(_turned(table.units_two)),
            "the": Words(_turned(table.units_the or table.units)),
            "which": Words((spelled, which) for which, spelled in table.which.items()),
            "part": Words(_turned(table.parts)),
            "season": Words(_turned(table.seasons)),
            "day_word": Words(table.day_words.items()),
            "day_part": Words(_turned(table.day_parts)),
            "feast": Words((feast.spelled, feast) for feast in table.feasts),
        }

    def slot(self, name: str) -> Part:
        """The pattern of a slot, as a group of its name; a number behind the name tells two of a kind apart."""
        kind = name.rstrip("0123456789")
        part = self._digits(kind) or self.classes[kind].part
        if kind != "month":
            return part._replace(pattern=f"(?P<{name}>{part.pattern})")
        suffix = self.table.months.suffix
        behind = f"(?: ?{parsed(suffix, _no_slots).pattern})?" if suffix else ""
        twice = rf"(?:(?: ?[/(] ?| ){part.pattern}\)?)?"  # كانون الثاني/يناير
        heads = part.heads | {f"{head}{key(suffix)}" for head in part.heads}
        return part._replace(pattern=rf"(?P<{name}>{_bare(part)}){behind}(?!\w){twice}", heads=heads)

    def _digits(self, kind: str) -> Part | None:
        if kind == "number":
            return self.counting.part
        if kind == "day":
            return self.counting.day
        patterns = {
            "year": r"(?:1[0-9]|20|21)\d\d(?:[مھه]|(?=-го))?(?!\w)",
            "hour": r"(?:[01]?\d|2[0-4])(?!\w)",
            "minute": r"[0-5]\d(?!\w)",
        }
        return Part(patterns[kind], _DIGITS) if kind in patterns else None

    def value(self, name: str, words: str) -> Any:
        """What the words of a slot mean."""
        kind = name.rstrip("0123456789")
        if kind == "number":
            return self.counting.value(words)
        if kind == "day":
            return self.counting.day_number(words)
        if kind in {"year", "hour", "minute"}:
            return int(_FIGURES.match(words)[0])  # type: ignore[index]
        return self.classes[kind].meaning(words)


def _turned(listed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((spelled, name) for name, spelled in listed.items())
