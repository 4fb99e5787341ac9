"""What a person typed to narrow a search down, made what the ledger is asked for."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_args

from reportedly.account.spoken import meant
from reportedly.clock import day_of
from reportedly.errors import BadDate, BadInput
from reportedly.records import Certainty, Filters, SourceKind

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

CERTAINTIES: Final[tuple[str, ...]] = get_args(Certainty)
SOURCE_KINDS: Final[tuple[str, ...]] = get_args(SourceKind)
_CHOICES: Final = {"certainty": CERTAINTIES, "source": SOURCE_KINDS}


def narrowed(
    ledger: "Ledger",
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    language: str | Iterable[str] | None = None,
    **given: str | None,
) -> Filters:
    """The filters that were asked for; what was left empty is none.

    ``entity`` may be a name, of several things of that name the one in most articles; ``language`` several, by code or
    name. Raises ``BadDate``, or ``BadInput`` for what can be no language, certainty or kind of source.
    """
    asked: dict[str, Any] = {name: _clean(value) for name, value in given.items() if value and value.strip()}
    for name, choices in _CHOICES.items():
        if asked.get(name, choices[0]) not in choices:
            raise BadInput(f"{asked[name]!r} is no {name}: one of {', '.join(choices)}")
    if "event" in asked:
        asked["event"] = asked["event"].upper()
    if "entity" in asked:
        asked["entity"] = _entity(ledger, asked["entity"])
    asked["language"] = ",".join(meant(ledger, language)) or None
    first, last = day_of(since or None), day_of(until or None)
    if first and last and last < first:
        raise BadDate(f"from {first} to {last} there are no days: give the earlier day first")
    return Filters(since=first, until=last, **asked)


def _clean(value: str) -> str:
    return value.strip().encode("utf-8", "replace").decode()  # a terminal may hand on halves of characters


def _entity(ledger: "Ledger", words: str) -> str:
    """The id of what is meant, as it was given where nothing has that name."""
    if ledger.articles.naming(words, limit=1):
        return words
    return next(iter(ledger.namings.named(words)), words)
