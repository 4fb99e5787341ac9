"""How many voices tell a story that several desks have, whoever sent which report and in which order.

A pure function of what is known: which desk saw which article, and what each says of two. An article counts once, by
its address, whoever tells of it and by however many ways it came. Two belong together where a desk says so, or where
one repeats the other; voices are counted by the very function that counts them within one desk.

Two desks that each saw one of two articles cannot say whether one repeats the other: then their sketches tell. Where a
desk saw both, its word holds: it had the texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from reportedly.records import SKETCHED, Gist, Imprint, Known, Said, SharedPage, SharedStory, Tied
from reportedly.stories.copies import OF_THE_LONGER, OF_THE_SHORTER, UNCHANGED, WINDOW
from reportedly.stories.independence import folds
from reportedly.stories.order import house, rank
from reportedly.text import Span

COMMON: Final = 24
"""Articles that hold a hash: in more of them it is a formula, and proposes nobody."""
LEAST: Final = 8
"""Hashes of two sketches in common before they are compared: with fewer, no text of sixty words is most of another."""


def shared_stories(known: Iterable[Known], ties: Iterable[Tied]) -> tuple[SharedStory, ...]:
    """All stories that the known articles tell, those of one desk alone too, in the order of their first articles."""
    pages = _Pages(known)
    told = [tie for tie in ties if tie.page in pages.gists and tie.other in pages.gists]
    copies = _Groups(pages.gists)
    for tie in sorted(told, key=lambda tie: (tie.page, tie.other)):
        if tie.copy:
            copies.join(tie.page, tie.other)
    for one, other in pages.same_text():
        copies.join(one, other)
    for one, other in pages.alike():
        copies.join(one, other)
    groups = _Groups(pages.gists)
    for page in pages.gists:
        groups.join(page, copies.first(page))
    for tie in told:
        groups.join(tie.page, tie.other)
    return tuple(sorted((_story(members, pages, copies) for members in groups.all()), key=lambda one: one.pages[0].url))


class _Groups:
    """Pages that go together; each group is known by the page that comes first by its id."""

    def __init__(self, pages: Iterable[str]) -> None:
        self._into = {page: page for page in pages}

    def first(self, page: str) -> str:
        while self._into[page] != page:
            self._into[page] = self._into[self._into[page]]
            page = self._into[page]
        return page

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._into[high] = low

    def all(self) -> list[list[str]]:
        found = defaultdict[str, list[str]](list)
        for page in self._into:
            found[self.first(page)].append(page)
        return list(found.values())


class _Pages:
    """The articles, each once, as voices are counted."""

    def __init__(self, known: Iterable[Known]) -> None:
        told = defaultdict[str, dict[str, Imprint]](dict)
        for one in known:
            told[one.page][one.desk] = one.imprint
        outlets = _outlets(imprint for own in told.values() for imprint in own.values())
        self.desks = {page: frozenset(own) for page, own in told.items()}
        self.imprints = {page: min(own.values(), key=_first) for page, own in told.items()}
        self.gists = {page: _gist(page, one, outlets[one.home]) for page, one in self.imprints.items()}

    def same_text(self) -> Iterator[tuple[str, str]]:
        """Pairs of pages that show the same text, letter by letter."""
        first = dict[str, str]()
        for page in sorted(self.imprints):
            text = self.imprints[page].text
            if self.imprints[page].grams and first.setdefault(text, page) != page:
                yield first[text], page

    def alike(self) -> Iterator[tuple[str, str]]:
        """Pairs of pages of which one repeats the other as far as sketches tell, and that no desk saw both of."""
        for one, other in sorted(self._proposed()):
            if self.desks[one].isdisjoint(self.desks[other]) and self._is_copy(one, other):
                yield one, other

    def _proposed(self) -> set[tuple[str, str]]:
        holding = defaultdict[int, list[str]](list)
        for page, imprint in self.imprints.items():
            for gram in imprint.sketch:
                holding[gram].append(page)
        shared = defaultdict[tuple[str, str], int](int)
        for pages in holding.values():
            if 1 < len(pages) <= COMMON:
                for pair in combinations(sorted(pages), 2):
                    shared[pair] += 1
        return {pair for pair, many in shared.items() if many >= LEAST}

    def _is_copy(self, one: str, other: str) -> bool:
        first, second = self.imprints[one], self.imprints[other]
        if first.day and second.day and abs(first.day - second.day) > WINDOW:
            return False
        common = _common(first, second)
        short, long = sorted((first.grams, second.grams))
        if house(self.gists[one]) == house(self.gists[other]):
            return common >= UNCHANGED * long
        return common >= OF_THE_SHORTER * short and common >= OF_THE_LONGER * long


def _common(one: Imprint, other: Imprint) -> float:
    """How many shingles two texts have in common, from the smallest of both together; exact where those are all."""
    union = sorted({*one.sketch, *other.sketch})
    whole = max(one.grams, other.grams) <= SKETCHED
    seen = union if whole else union[:SKETCHED]
    both = len({*one.sketch} & {*other.sketch} & {*seen})
    alike = both / len(seen)
    return alike * (one.grams + other.grams) / (1 + alike)


def _story(members: Sequence[str], pages: _Pages, copies: _Groups) -> SharedStory:
    ordered = sorted(members, key=lambda page: rank(pages.gists[page]))
    gists = [pages.gists[page] for page in ordered]
    first = dict[str, str]()
    copied = dict[str, str]()
    for page, gist in zip(ordered, gists, strict=True):
        onto = first.setdefault(copies.first(page), gist.url)
        if onto != gist.url:
            copied[gist.url] = onto
    folded = folds(gists, copied)
    shown = [
        SharedPage(page, pages.gists[page].url, _name(pages.imprints[page]), _sorted(pages, page)) for page in ordered
    ]
    return SharedStory(tuple(shown), len(gists) - len(folded), folded)


def _sorted(pages: _Pages, page: str) -> tuple[str, ...]:
    return tuple(sorted(pages.desks[page]))


def _name(imprint: Imprint) -> str:
    return imprint.name or imprint.outlet


def _first(imprint: Imprint) -> tuple[str, str, str]:
    """Of several desks' accounts of one page the same is taken everywhere: the earliest."""
    return (f"{imprint.day or '9999'}", f"{imprint.at or '9999'}", f"{imprint}")


def _outlets(imprints: Iterable[Imprint]) -> Mapping[str, Imprint]:
    """By the host of an outlet what is known of it: of several desks' accounts the one that tells an owner."""
    found: dict[str, Imprint] = {}
    for one in imprints:
        before = found.get(one.home)
        if before is None or _told(one) < _told(before):
            found[one.home] = one
    return found


def _told(one: Imprint) -> tuple[bool, bool, bool, str, str, str, str]:
    """Those that tell more come first; then by their words."""
    own = (one.owner or "", one.name or "", one.country or "", one.outlet)
    return (one.owner is None, one.name is None, one.country is None, *own)


def _gist(page: str, imprint: Imprint, outlet: Imprint) -> Gist:
    """What voices are counted by, as the gist of an article would have it."""
    lean = Said("", Span(0, 1), "", "media", "certain", "affirmed", through=imprint.leans)
    return Gist(
        article=page,
        url=imprint.url,
        outlet=outlet.outlet,
        owner=outlet.owner,
        published=imprint.day,
        headline=None,
        shingles=b"",
        words=(),
        places=(),
        people=(),
        credits=imprint.credits,
        country=outlet.country,
        said=(lean,) if imprint.leans else (),
        outlet_name=outlet.name,
        at=imprint.at,
    )
