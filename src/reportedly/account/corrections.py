"""The rule of a correction: which field, and a value it may have; and what was filed, to stand beside it."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.errors import BadInput
from reportedly.records import CORRECTABLE, Judgement, Reading, Statement, Thing
from reportedly.text import joined

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

LONGEST_TITLE: Final = 300  # characters
_ENDS: Final = 2  # of a window: its first day and its last


def checked_correction(ledger: "Ledger", judgement: Judgement, own: Thing) -> str:
    """``field=new`` in its one spelling. Raises ``BadInput`` where it is none for such a thing."""
    field, new = (part.strip() for part in judgement.correction)
    fields = CORRECTABLE[own.kind]
    if field not in fields:
        raise BadInput(f"{field or 'nothing'} is no field of a {own.kind} to correct: give one of {', '.join(fields)}")
    if fields[field]:
        return f"{field}={_one_of(field, new, fields[field])}"
    if field == "window":
        return f"{field}={_days(new)}"
    if field == "title" and not 0 < len(new) <= LONGEST_TITLE:
        raise BadInput(f"a title has words, {LONGEST_TITLE} characters at most")
    if field == "source" and new and new not in _text(ledger, own):
        raise BadInput(
            f"the article has no words “{new}”: a source is named in the words of its article, or not at all"
        )
    return f"{field}={new}"


def _one_of(field: str, new: str, values: tuple[str, ...]) -> str:
    known = {value.casefold(): value for value in values}
    if new.casefold() not in known:
        raise BadInput(f"{field}={new}: give one of {', '.join(values)}")
    return known[new.casefold()]


def _days(words: str) -> str:
    """``2031-05-03`` or ``2031-05-03/2031-05-09``; empty where no day is known."""
    try:
        days = [date.fromisoformat(part.strip()) for part in words.split("/")] if words else []
    except ValueError as error:
        raise BadInput(f"window={words}: give a day or two, as 2031-05-03/2031-05-09") from error
    if len(days) > _ENDS or days != sorted(days):
        raise BadInput(f"window={words}: give the first day and the last")
    return "/".join(day.isoformat() for day in days)


def _text(ledger: "Ledger", own: Thing) -> str:
    article = ledger.articles.get(own.article or "")
    return article.text if article else ""


# -- what was filed ---------------------------------------------------------------------------------------------------


def filed_of(reading: Reading, own: str, field: str) -> str:
    """What was filed of a statement or event, in the words of a correction; empty where it is there no more."""
    for event in reading.events:
        if event.id == own and field == "root":
            return event.type
    return next((_filed(one, reading, field) for one in reading.statements if one.id == own), "")


def _filed(statement: Statement, reading: Reading, field: str) -> str:
    if field == "source":
        return joined(statement.source, reading.article.text)
    return str(getattr(statement, "source_kind" if field == "kind" else field))
