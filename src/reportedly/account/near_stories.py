"""Stories that a person may have meant when two should be one: of the same days, and sharing rare names."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reportedly.account.telling import Telling
from reportedly.records import Story

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger

RARE: Final = 40  # articles that name it: nobody looks for a story by what more of them name
DAYS: Final = timedelta(days=3)  # as long as a story stays open
NEAR: Final = 6


def near_stories(ledger: "Ledger", story: Story, tellings: Iterable[Telling]) -> list[Story]:
    """Up to six others that share the most, and the rarest, of the names in these articles; the likeliest first."""
    tellings = list(tellings)
    days = [telling.day for telling in tellings if telling.day]
    named = {entity.id for telling in tellings if telling.reading for entity in telling.reading.entities}
    shared = defaultdict[str, float](float)
    for lines in ledger.articles.naming_each(named, most=RARE).values():
        for other in {line.story for line in lines if line.story != story.id and _among(line, days)}:
            if other:
                shared[other] += 1 / len(lines)
    order = sorted(shared, key=lambda other: (-shared[other], other))
    known = {other.id: other for other in ledger.stories.by_id(order[:NEAR])}
    return [known[other] for other in order[:NEAR] if other in known]


def _among(line: "ArticleLine", days: list[date]) -> bool:
    own = line.published.start if line.published else None
    return own is None or not days or min(days) - DAYS <= own <= max(days) + DAYS
