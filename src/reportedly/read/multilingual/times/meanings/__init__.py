"""What the forms of a language's table mean, by the names that its entries give in ``means``."""

from collections.abc import Callable, Mapping
from typing import Final

from reportedly.read.days.value import Here, Value
from reportedly.read.multilingual.times.meanings import counted, dates, parts, weekdays
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Vocabulary

Resolve = Callable[[Told, Here, Vocabulary], Value | None]
"""None where the words are no time at all; the forms after it are asked then."""

MEANINGS: Final[Mapping[str, Resolve]] = {
    "numeric": dates.numeric,
    "day": dates.named_day,
    "days over months": dates.days_over_months,
    "month": dates.named_month,
    "year": dates.named_year,
    "fiscal": dates.fiscal,
    "season": dates.season,
    "feast": dates.feast,
    "day word": weekdays.day_word,
    "day by tense": weekdays.day_by_tense,
    "named too": weekdays.named_too,
    "weekday": weekdays.weekday,
    "weekday of week": weekdays.weekday_of_week,
    "weekday within": weekdays.weekday_within,
    "nth weekday": weekdays.nth_weekday,
    "nth week": weekdays.nth_week,
    "day number": weekdays.day_number,
    "each": weekdays.each,
    "that day": weekdays.that_day,
    "that unit": weekdays.that_unit,
    "unit": parts.unit,
    "part": parts.part,
    "first of": parts.first_of,
    "quarter": parts.quarter,
    "clock": parts.clock,
    "part of day": parts.daypart,
    "decade": parts.decade,
    "ago": counted.ago,
    "hence": counted.hence,
    "after": counted.after,
    "span ahead": counted.span_ahead,
    "span back": counted.span_back,
    "within": counted.within,
    "lasting": counted.lasting,
}
"""All but the vague phrases, which ``counted.of_row`` reads by their row."""
