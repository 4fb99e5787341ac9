"""What one side's outlets carry and the other's do not, story by story, with the independent voices of each side."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportedly.account.days import Days
from reportedly.errors import BadInput
from reportedly.records import Outlet, Story

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, StoryLine

STORIES: Final = 20_000  # of the days, the newest, that are compared; a week of 3,000 articles a day has fewer


@dataclass(frozen=True, slots=True)
class Side:
    """Outlets seen together: those of a country, of an owner, or named one by one. ``title`` says which."""

    title: str
    outlets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Voices:
    """How a side tells a story: its outlets, and how many ``sources`` of it are independent; 0 where all are copies."""

    outlets: tuple[str, ...]
    articles: int
    sources: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A story with how each of the two sides tells it."""

    story: "StoryLine"
    ours: Voices
    theirs: Voices


@dataclass(frozen=True, slots=True)
class Shelf:
    """Stories that are carried alike: how many there are, and the first of them, those with most sources first."""

    many: int
    stories: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What two sides carried in some days: one alone, the other alone, both."""

    sides: tuple[Side, Side]
    days: Days
    first: Shelf
    second: Shelf
    both: Shelf


def side(ledger: "Ledger", asked: str) -> Side:
    """The side meant by a country's code, an owner, or ids of outlets joined by commas; raises ``BadInput``."""
    known = ledger.outlets.all()
    wanted = asked.strip().casefold()
    for title, of in (("outlets of {}", _country), ("owned by {}", _owner)):
        found = [outlet for outlet in known if wanted and of(outlet).casefold() == wanted]
        if found:
            return Side(title.format(of(found[0])), frozenset(outlet.id for outlet in found))
    return _named_one_by_one(ledger, asked, known)


def _country(outlet: Outlet) -> str:
    return outlet.country or ""


def _owner(outlet: Outlet) -> str:
    return outlet.owner or ""


def _named_one_by_one(ledger: "Ledger", asked: str, known: Sequence[Outlet]) -> Side:
    ids = [own for own in map(str.strip, asked.split(",")) if own]
    names = {outlet.id: outlet.name for outlet in known}
    strange = [own for own in ids if own not in names and not ledger.articles.lines(limit=1, outlet=own)]
    if strange or not ids:
        countries = ", ".join(sorted({_country(outlet) for outlet in known} - {""})) or "none known"
        raise BadInput(
            f"{', '.join(strange) or asked!r} is no side: give a country ({countries}), an owner of outlets, "
            "or ids of outlets joined by commas"
        )
    return Side(", ".join(names.get(own, own) for own in ids), frozenset(ids))


def compare(  # noqa: PLR0913  two sides and what narrows them down
    ledger: "Ledger", ours: Side, theirs: Side, days: Days, *, limit: int, languages: Collection[str] = ()
) -> Coverage:
    """The stories of these days by who carries them, up to ``limit`` of each kind; raises ``BadInput``.

    An outlet that stands on both sides cannot be compared with itself. With ``languages`` only stories that are told in
    one of them.
    """
    if shared := ours.outlets & theirs.outlets:
        raise BadInput(f"{', '.join(sorted(shared))} stands on both sides: let the two have no outlet in common")
    lines = ledger.stories.lines(limit=STORIES, since=days.since, until=days.until, languages=languages)
    lines.sort(key=lambda line: -line.independent_sources)
    told = [
        (line, not ours.outlets.isdisjoint(line.outlets), not theirs.outlets.isdisjoint(line.outlets)) for line in lines
    ]
    shelves = [
        [line for line, us, them in told if (us, them) == who] for who in ((True, False), (False, True), (True, True))
    ]
    stories = {
        story.id: story for story in ledger.stories.by_id(line.id for shelf in shelves for line in shelf[:limit])
    }
    voices = _Counting(ledger, stories.values())
    first, second, both = (
        Shelf(
            len(shelf),
            tuple(
                Carried(line, voices.of(stories[line.id], ours), voices.of(stories[line.id], theirs))
                for line in shelf[:limit]
            ),
        )
        for shelf in shelves
    )
    return Coverage((ours, theirs), days, first, second, both)


class _Counting:
    """Counts a side's voices in stories whose articles it looked up all at once."""

    def __init__(self, ledger: "Ledger", stories: Iterable[Story]) -> None:
        self._owners = {outlet.id: _owner(outlet) or outlet.id for outlet in ledger.outlets.all()}
        self._outlets = ledger.articles.outlets_of(place.article for story in stories for place in story.articles)

    def of(self, story: Story, one: Side) -> Voices:
        """How a side tells a story: what is folded into another article, or copied, is no source of its own."""
        own = [place for place in story.articles if self._outlets.get(place.article) in one.outlets]
        folded = {fold.url for fold in story.folds} | {place.url for place in own if place.copy_of}
        outlets = [self._outlets[place.article] for place in own]
        sources = {
            self._owners.get(outlet, outlet).casefold()
            for place, outlet in zip(own, outlets, strict=True)
            if place.url not in folded
        }
        return Voices(tuple(sorted(set(outlets))), len(own), len(sources))
