"""Saved searches as pages and commands tell of them: what they ask for, where that is found, who may change them."""

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from reportedly.account.wording import SOURCES
from reportedly.errors import BadInput, NotInLedger
from reportedly.letters import tongues
from reportedly.records import Filters, Person, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.ledger import Ledger

_TOLD: Final = {
    "outlet": "told by {}",
    "since": "from {}",
    "until": "to {}",
    "language": "in {}",
    "entity": "naming {}",
    "certainty": "put as {}",
    "source": "stated by {}",
    "event": "with an event {}",
}


def fields(search: SavedSearch) -> dict[str, str]:
    """What a search asks for, as the fields of an address."""
    asked = {name: getattr(search.filters, name) for name in Filters.__struct_fields__}
    words = {"q": search.words} if search.words else {}
    return words | {name: str(value) for name, value in asked.items() if value is not None}


def address(search: SavedSearch) -> str:
    """Where the same question is asked of all articles."""
    return "/search?" + urlencode(fields(search))


def feed(search: SavedSearch) -> str:
    """What follows the ``?`` in the address of its feeds."""
    return urlencode(fields(search))


def narrowed(search: SavedSearch, names: "Mapping[str, str]") -> list[str]:
    """Its filters in words; ``names`` are those of outlets and entities by id."""
    asked = {name: value for name, value in fields(search).items() if name in _TOLD}
    return [_TOLD[name].format(_called(name, value, names)) for name, value in asked.items()]


def _called(name: str, value: str, names: "Mapping[str, str]") -> str:
    if name == "language":
        return " or ".join(map(tongues.name, value.split(",")))
    sources = {str(kind): words for kind, words in SOURCES.items()}
    return (sources if name == "source" else names).get(value, value)


def entity_names(ledger: "Ledger", searches: list[SavedSearch]) -> dict[str, str]:
    """The names of the entities that searches ask for, by id."""
    ids = {search.filters.entity for search in searches if search.filters.entity}
    found = ((own, ledger.entities.get(own)) for own in ids)
    return {own: entity.name for own, entity in found if entity}


def seen(ledger: "Ledger", search: str, person: Person) -> SavedSearch:
    """A search that a person sees; raises ``NotInLedger`` for any other, as if it were not there."""
    found = ledger.searches.get(search)
    if found.owner != person.id and not found.shared:
        raise NotInLedger(f"{search!r} is no saved search of yours, and none that is shared with you")
    return found


def changeable(ledger: "Ledger", search: str, person: Person) -> SavedSearch:
    """A search that a person may change: their own, or any that they see where they are an admin."""
    found = seen(ledger, search, person)
    if not may_change(found, person):
        raise BadInput(f"“{found.name}” is {found.owner}’s: only they change it")
    return found


def may_change(search: SavedSearch, person: Person) -> bool:
    """Whether a person may change a search."""
    return search.owner == person.id or person.may("admin")
