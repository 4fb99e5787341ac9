"""Times told by a count of units from publication: ``two weeks ago``, ``within 15 days``, ``the coming month``."""

from datetime import date

from reportedly.read.days.calendar import Days, period, shift
from reportedly.read.days.vague import row, vague
from reportedly.read.days.value import Here, Value, grain_of, length, stretch
from reportedly.read.multilingual.times.meanings import stretches
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Vocabulary


def ago(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``three days ago``: that day, week, month or year."""
    return _offset(told, here, words, -1)


def hence(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``in three days``, ``two weeks from now``."""
    return _offset(told, here, words, 1)


def after(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``in three days`` of a clause that looks ahead; else how long it took."""
    return hence(told, here, words) if here.ahead() > 0 else lasting(told, here, words)


def _offset(told: Told, here: Here, words: Vocabulary, sign: int) -> Value | None:
    amount, unit = told.number, told.unit
    if amount is None or unit is None:
        return None
    when = shift(here.today, sign * amount, unit) if here.today else None
    if when is None:
        return Value("point", None, None, grain_of(unit), "PAST_REF" if sign < 0 else "FUTURE_REF")
    whole = stretches.whole(when, unit, words.table)
    if sign > 0 and unit == "week":  # in two weeks is that day, not all its week
        return stretch(Days(when, when), whole.grain, whole.timex)
    return whole


def span_ahead(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``the coming ten days``: from publication on."""
    return _span(told, here.today, 1)


def span_back(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``the past ten days``: up to publication."""
    return _span(told, here.today, -1)


def _span(told: Told, today: date | None, sign: int) -> Value | None:
    amount, unit = told.number, told.unit
    if amount is None or unit is None:
        return None
    other = shift(today, sign * amount, unit) if today else None
    days = Days(*sorted((today, other))) if today and other else None
    return stretch(days, grain_of(unit), period(amount, unit), kind="window")


def within(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``within ten days``: from publication on, but a mere length where the clause looks back."""
    return lasting(told, here, words) if here.ahead() < 0 else _span(told, here.today, 1)


def lasting(told: Told, _here: Here, _words: Vocabulary) -> Value | None:
    """``for three days``: a length that hangs on no day."""
    unit = told.unit
    return length(period(told.number, unit), grain_of(unit)) if unit else None


def of_row(name: str, told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """What a vague phrase means by its row of the table of bounds."""
    if row(name).ahead and here.ahead() < 0:
        return None
    return vague(name, here.today, told.unit)
