"""What somebody's saved searches found that they have not read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportedly.account.handover import Line
from reportedly.account.wording import counted

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

SEARCHES: Final = 60
"""Of a person that are counted: each count looks at its unread matches, up to a thousand."""


def watched(ledger: "Ledger", person: str) -> Iterator[Line]:
    """A line for each search with unread matches, those with most first."""
    searches = ledger.searches.all(person)[:SEARCHES]
    unread = ledger.searches.unread(person, (search.id for search in searches))
    for search in sorted(searches, key=lambda search: -unread[search.id].many):
        left = unread[search.id]
        if left.many:
            many = f"more than {left.many:,} articles" if left.more else counted(left.many, "article")
            why = f"{many} that you have not read"
            path = f"/searches/{search.id}?show=unread"
            yield Line("searches", "search", search.id, search.name, why, path, note=search.words)


def nothing_watched(ledger: "Ledger", person: str) -> str:
    """Why there is none."""
    if not ledger.searches.all(person):
        return "You have saved no search: a search page has a button for it."
    return "All that your saved searches found is read."
