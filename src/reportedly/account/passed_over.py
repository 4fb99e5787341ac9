"""Who did not carry a story: outlets of the countries whose outlets tell it that came out in its days without it.

What counts is what the desk has of them. An outlet may tell the same in words that the desk did not join.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reportedly.account.telling import Telling
from reportedly.records import Outlet, Story

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

AROUND: Final = timedelta(days=1)
"""Before and after the days of its articles: a paper of the next morning has its turn."""
RARE: Final = 60
"""Articles that name a thing: more of them, and whoever writes of it need not write of this."""
MONTH: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Outlets of one country that came out in these days and did not carry a story, by name.

    ``near`` are the ids of those that wrote of its rarer names within a month: who usually tells of such things.
    """

    country: str
    outlets: tuple[Outlet, ...]
    near: frozenset[str]


def passed_over(ledger: "Ledger", story: Story, tellings: Sequence[Telling]) -> list[PassedOver]:
    """By country, those most likely to have told it first; empty where the story has no days or no known country."""
    days = [telling.day for telling in tellings if telling.day]
    known = ledger.outlets.all()
    carried = set(ledger.articles.outlets_of(place.article for place in story.articles).values())
    countries = {side.country for side in story.sides if side.country}
    asked = [one for one in known if one.country in countries and one.id not in carried]
    if not days or not asked:
        return []
    first, last = min(days) - AROUND, max(days) + AROUND
    out = ledger.articles.out_between((one.id for one in asked), first, last)
    near = frozenset(_near(ledger, tellings, first - MONTH, last)) & out
    found = [
        PassedOver(country, _sorted((one for one in asked if one.country == country and one.id in out), near), near)
        for country in sorted(countries)
    ]
    return [one for one in found if one.outlets]


def _sorted(outlets: Iterable[Outlet], near: frozenset[str]) -> tuple[Outlet, ...]:
    return tuple(sorted(outlets, key=lambda one: (one.id not in near, one.name.casefold())))


def _near(ledger: "Ledger", tellings: Iterable[Telling], first: date, last: date) -> set[str]:
    """The outlets that name what the story names, in these days."""
    named = {entity.id for telling in tellings if telling.reading for entity in telling.reading.entities}
    return ledger.articles.outlets_naming(named, first, last, most=RARE)
