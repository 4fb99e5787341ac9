"""Where one can go from every page: the sections of the desk, their keys, and which of them is shown."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from fastapi import APIRouter
from starlette.routing import Route

from reportedly.records import Person, Role


class Entry(NamedTuple):
    """A place of the desk: ``paths`` are where it may be found, and the first of them that the desk serves is linked.

    ``key`` leads there after ``g``, ``within`` are the places beside it in its section, ``role`` may go there.
    """

    label: str
    paths: tuple[str, ...]
    key: str = ""
    within: tuple["Entry", ...] = ()
    role: Role = "reader"


MAIN: Final = (
    Entry("Morning", ("/",), "h"),
    Entry("Stories", ("/stories",), "s"),
    Entry(
        "Expectations",
        ("/expectations",),
        "e",
        (Entry("Calendar", ("/calendar", "/expectations/calendar"), "c"),),
    ),
    Entry("Map", ("/map",), "m"),
    Entry("Search", ("/search",), "f", (Entry("Saved", ("/searches",), "w"), Entry("Starred", ("/marked",), "r"))),
    Entry("Briefs", ("/briefs", "/brief"), "b"),
)
MORE: Final = (
    Entry("Names", ("/names",), "n"),
    Entry("Coverage", ("/coverage",), "v"),
    Entry("Outlets", ("/outlets",), "o"),
    Entry("Health", ("/health",), "i"),
    Entry("Decisions", ("/decisions",), "d", (Entry("Tags", ("/tags",)),)),
    Entry("Alerts", ("/alerts",), "a"),
    Entry("Exports", ("/exports", "/export"), "x"),
    Entry("Exchange", ("/exchange",), role="editor"),
    Entry("People", ("/people",), "p", role="admin"),
    Entry("Audit", ("/audit",), role="admin"),
    Entry("Help", ("/help",)),
)


class Place(NamedTuple):
    """A link of the navigation as one page shows it; ``here`` where the page lies in it, ``exactly`` where it is it."""

    label: str
    path: str
    key: str
    here: bool
    exactly: bool
    within: tuple["Place", ...]


class Shown(NamedTuple):
    """The navigation of one page; ``section`` are the places of the section it lies in, where there are several."""

    main: tuple[Place, ...]
    more: tuple[Place, ...]
    section: tuple[Place, ...]

    @property
    def keyed(self) -> tuple[Place, ...]:
        """All places that a key leads to."""
        every = (one for place in (*self.main, *self.more) for one in (place, *place.within))
        return tuple(place for place in every if place.key)


class Navigation:
    """The entries that this desk has pages for."""

    def __init__(self, served: Iterable[str]) -> None:
        paths = frozenset(served)
        self._main = tuple(_served(MAIN, paths))
        self._more = tuple(_served(MORE, paths))
        self._paths = paths

    def shown(self, at: str, person: Person) -> Shown:
        """What the page at the path ``at`` shows to a person."""
        main, more = (tuple(_places(entries, at, person)) for entries in (self._main, self._more))
        section = next((place for place in main if place.here and place.within), None)
        return Shown(main, more, (section._replace(within=()), *section.within) if section else ())

    def has(self, path: str) -> bool:
        """Whether this desk has a page at a path."""
        return path in self._paths


def of(pages: Iterable[APIRouter]) -> Navigation:
    """The navigation of a desk with these pages."""
    return Navigation(route.path for page in pages for route in page.routes if isinstance(route, Route))


def _served(entries: Iterable[Entry], paths: frozenset[str]) -> Iterator[Entry]:
    for entry in entries:
        found = next((path for path in entry.paths if path in paths), None)
        if found:
            yield entry._replace(paths=(found,), within=tuple(_served(entry.within, paths)))


def _places(entries: Iterable[Entry], at: str, person: Person) -> Iterator[Place]:
    for entry in entries:
        if person.may(entry.role):
            within, path = tuple(_places(entry.within, at, person)), entry.paths[0]
            lies = at == path or (path != "/" and at.startswith(f"{path}/"))
            inside = any(place.here for place in within)
            yield Place(entry.label, path, entry.key, lies or inside, at == path, within)
