"""Who calls a place, a group, a body or an agreement by which name; persons are never looked up so.

A copy counts for the outlet that prints it: naming tells how an outlet speaks, not how many voices there are.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account import acts
from reportedly.account.days import Days
from reportedly.account.named import Name, Named, by_use, cite, commonest, folded, is_form_of, spelt, uses
from reportedly.records import Citation, Reading

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, Naming

EXAMPLES: Final = 24  # names shown with an example, each an article to open; of 1,744 entities none had 10
OFTENEST: Final = 400  # entities compared for a list; beyond them each name stands in a handful of articles
FOUND: Final = 50  # articles looked into for what is called so by them


def asked(  # noqa: PLR0913, PLR0917  a filter each
    ledger: "Ledger",
    words: str,
    names: Mapping[str, str],
    days: Days | None = None,
    outlet: str | None = None,
    languages: Collection[str] = (),
) -> list[Named]:
    """What is meant by ``words``, each with its names; of a story what its outlets call its happening.

    ``words`` are the id of an entity or a story, a name, or words used for it. ``outlet`` leaves only what it says,
    ``languages`` of an entity only its names in articles in one of them.
    """
    story = ledger.stories.get(words)
    if story is not None:
        told = acts.happening(ledger, story, names)
        return [kept for named in told if (kept := _only(named, outlet)).names]
    known = (called(ledger, entity, names, days, outlet, languages) for entity in _sought(ledger, words))
    return [named for named in known if named]


def _sought(ledger: "Ledger", words: str) -> list[str]:
    """Ids of what may be meant by an id, a name or other words for it, of several the one in most articles first."""
    if not words.strip() or ledger.namings.is_called(words):
        return [words]
    named = ledger.namings.named(words)
    if named:
        return named
    found = ledger.articles.search(f'"{words}"', limit=FOUND)
    return ledger.namings.called_in([hit.article for hit in found.hits], words)


def _only(named: Named, outlet: str | None) -> Named:
    """What one outlet calls it; all where none is asked for."""
    if outlet is None:
        return named
    own = (replace(name, uses=(name.outlets[outlet],)) for name in named.names if outlet in name.outlets)
    return replace(named, names=tuple(own))


def called(  # noqa: PLR0913, PLR0917  a filter each
    ledger: "Ledger",
    entity: str,
    names: Mapping[str, str],
    days: Days | None = None,
    outlet: str | None = None,
    languages: Collection[str] = (),
) -> Named | None:
    """All names of an entity in articles of these days; None where no article names it, and for persons.

    ``outlet`` leaves only that one's; ``names`` are outlets' by their ids.
    """
    rows = [row for row in ledger.namings.of(entity, days, languages) if outlet in {None, row.outlet}]
    if not rows:
        return None
    known = _listed(ledger, rows)
    seen, off = _newest(rows, _words), _newest(rows, _distanced)
    few = {folded(name.words) for name in known.names[:EXAMPLES]}
    opened = {article for newest in (seen, off) for name, article in newest.items() if name in few}
    readings = ledger.readings.by_article(sorted(opened), ("sentences", "entities"))
    examples = _Examples(entity, readings, names)
    shown = (
        replace(name, example=examples.of(own, seen), distanced=examples.of(own, off, distanced=True))
        for name in known.names
        for own in (folded(name.words),)
    )
    return replace(known, names=tuple(shown))


@dataclass(frozen=True, slots=True)
class _Examples:
    """Where an entity's names can be seen, in articles that were opened."""

    entity: str
    readings: Mapping[str, Reading]
    outlets: Mapping[str, str]

    def of(self, name: str, newest: Mapping[str, str], *, distanced: bool = False) -> Citation | None:
        """The sentence of the newest article that uses a name, with ``distanced`` where that keeps off from it."""
        reading = self.readings.get(newest.get(name, ""))
        if reading is None:
            return None
        text, outlet = reading.article.text, reading.article.outlet
        mentions = next((own.mentions for own in reading.entities if own.id == self.entity), ())
        said = (words for words in mentions if folded(words.of(text)) == name)
        words = next((words for words in said if not distanced or reading.keeps_off(words)), None)
        return cite(reading, words, self.outlets.get(outlet, outlet)) if words else None


def differing(
    ledger: "Ledger", days: Days, *, outlet: str | None = None, languages: Collection[str] = (), limit: int = 50
) -> list[Named]:
    """What outlets call by different names in these days, most clearly first.

    ``outlet`` leaves what it names, ``languages`` how articles in one of them name it. Looked into are the ``OFTENEST``
    of what is named in several ways.
    """
    several = ledger.namings.within(days, most=OFTENEST, outlet=outlet, languages=languages)
    tables = [(_table(rows), rows) for rows in several.values()]
    apart = [(apartness(table), rows) for table, rows in tables if _differ(table)]
    apart.sort(key=lambda pair: (-pair[0], -sum(row.articles for row in pair[1]), pair[1][0].entity))
    return [_listed(ledger, rows) for _, rows in apart[:limit]]


def apartness(table: Mapping[str, Mapping[str, int]]) -> float:
    """How far the outlets' choice of names goes beyond chance, in standard deviations.

    ``table`` counts names by outlet. It is the likelihood ratio of Dunning (1993) for outlet and name being
    independent, less its mean under chance and over its spread: so many outlets with few articles each do not count
    as a difference. Over 13,225 articles of one day it put first the bodies and places whose names take a side.
    """
    total = Counter[str]()
    for counts in table.values():
        total.update(counts)
    every = sum(total.values())
    ratio = sum(
        2 * many * math.log(many * every / (sum(counts.values()) * total[name]))
        for counts in table.values()
        for name, many in counts.items()
    )
    freedom = (len(table) - 1) * (len(total) - 1)
    return (ratio - freedom) / math.sqrt(2 * freedom) if freedom else -math.inf


def _table(rows: Sequence["Naming"]) -> dict[str, Counter[str]]:
    """Counts of names by outlet, all forms of one word as one name."""
    total = Counter[str]()
    for row in rows:
        total.update({name: row.articles for name, _ in spelt(row.words)})
    same: dict[str, str] = {}
    for name in sorted(total, key=lambda name: (len(name), name)):
        same[name] = next((short for short in same.values() if is_form_of(name, short)), name)
    table = defaultdict[str, Counter[str]](Counter)
    for row in rows:
        for name in {same[name] for name, _ in spelt(row.words)}:
            table[row.outlet][name] += row.articles
    return table


def _differ(table: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether some outlet uses a name that another does not."""
    return len({frozenset(counts) for counts in table.values()}) > 1


def _listed(ledger: "Ledger", rows: Sequence["Naming"]) -> Named:
    """An entity with all its names, without examples; titled as its newest article does."""
    spellings, table = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
    off = defaultdict[str, Counter[str]](Counter)
    for row in rows:
        for name, words in spelt(row.words):
            spellings[name][words] += row.articles
            table[name][row.outlet] += row.articles
        for name, _ in spelt(row.distanced):
            off[name][row.outlet] += row.articles
    names = by_use(Name(commonest(spellings[name]), uses(table[name], off[name])) for name in table)
    last = max(rows, key=_age)
    titled = ledger.namings.titled(last.entity, last.newest)
    return Named(last.entity, titled.name if titled else last.entity, titled.kind if titled else "place", names)


def _age(row: "Naming") -> tuple[date, str]:
    return (row.day or date.min, row.newest)


def _words(row: "Naming") -> tuple[str, ...]:
    return row.words


def _distanced(row: "Naming") -> tuple[str, ...]:
    return row.distanced


def _newest(rows: Iterable["Naming"], said: Callable[["Naming"], tuple[str, ...]]) -> dict[str, str]:
    """The newest article that uses each name."""
    newest: dict[str, str] = {}
    for row in sorted(rows, key=_age):
        newest |= {name: row.newest for name, _ in spelt(said(row))}
    return newest
