"""How many independent sources stand behind a story: copies and outlets of one owner are one voice."""

from collections.abc import Iterable

from reportedly.records import Gist


def independent_sources(originators: Iterable[Gist]) -> int:
    """The number of owners behind articles of which none is a copy; an outlet without a known owner is its own."""
    return len({(gist.owner or gist.outlet).casefold() for gist in originators})
