"""A list taken out whole, in any format it has: for the web desk and the command alike."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reportedly.account import spoken
from reportedly.errors import UsageError
from reportedly.export import feeds, ics, json_ld
from reportedly.export.lists import LISTS, Asked, asked_of
from reportedly.export.tables import FORMATS
from reportedly.outlets import opml
from reportedly.records import Filters

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


class Desk(NamedTuple):
    """The desk that something is taken from: its ledger, name and address, and the moment."""

    ledger: "Ledger"
    name: str
    address: str
    now: datetime


class Taken(NamedTuple):
    """What is taken: what it is called in HTTP, and its pieces."""

    media_type: str
    pieces: Iterator[bytes]


def taken(desk: Desk, name: str, form: str, asked: Asked) -> Taken:
    """A list in a format; nothing is read before its pieces are. Raises ``UsageError`` where there is none such."""
    known = asked_of(name, asked)
    if (name, form) in _OTHERS:
        media_type, write = _OTHERS[name, form]
        return Taken(media_type, iter(write(desk, asked)))
    if form not in FORMATS:
        raise UsageError(f"the list of {name} does not come as {form!r}: as {', '.join(forms(name))}")
    table = FORMATS[form]
    return Taken(table.media_type, table.write(known.row, known.walk(desk.ledger, asked)))


def forms(name: str) -> tuple[str, ...]:
    """The formats of a list."""
    return (*FORMATS, *(form for of, form in _OTHERS if of == name))


def _calendar(desk: Desk, asked: Asked) -> Iterator[bytes]:
    given = desk.ledger.given.expectations(gone=None)
    since, until = asked.filters.since, asked.filters.until
    announced = {one.id for one in desk.ledger.followups.all(languages=asked.filters.languages)}
    every = not asked.filters.languages
    within = (one for one in given if ics.touches(one, since, until) and (every or one.row.id in announced))
    return ics.write(desk.name, desk.address, within)


def _articles(desk: Desk, asked: Asked) -> Iterator[bytes]:
    names = desk.ledger.outlets.names()
    lines = (line for some in desk.ledger.articles.matching(asked.words, asked.filters) for line in some)
    return json_ld.write(json_ld.article(line, names, desk.address) for line in lines)


def _statements(desk: Desk, asked: Asked) -> Iterator[bytes]:
    return json_ld.write(_told(desk, asked))


def _told(desk: Desk, asked: Asked) -> Iterator[dict[str, Any]]:
    """Each article that holds a statement, and its statements."""
    names = desk.ledger.outlets.names()
    for some in desk.ledger.articles.matching(asked.words, asked.filters):
        found = desk.ledger.readings.by_article([line.article for line in some], ("entities", "statements"))
        for line in some:
            reading = found.get(line.article)
            if reading and reading.statements:
                yield json_ld.article(line, names, desk.address)
                yield from json_ld.statements(reading, desk.address)


def _feed(form: str) -> Callable[[Desk, Asked], Iterable[bytes]]:
    def write(desk: Desk, asked: Asked) -> Iterable[bytes]:
        query = f"?{asked.query}" if asked.query else ""
        own, page = f"/export/articles.{form}{query}", f"/search{query}"
        asks = feeds.Asks(desk.name, desk.address, own, page, asked.words, asked.filters, _about(asked))
        yield feeds.FORMATS[form].write(feeds.feed(desk.ledger, asks, desk.now))

    return write


def _about(asked: Asked) -> str:
    """What is asked for, as a title."""
    given = {name: getattr(asked.filters, name) for name in Filters.__struct_fields__}
    given["language"] = spoken.within(asked.filters.languages).removeprefix(" in ") or None
    narrowed = [f"{name} {value}" for name, value in given.items() if value is not None]
    return ", ".join([*([asked.words.strip()] if asked.words.strip() else []), *narrowed])


def _opml(desk: Desk, asked: Asked) -> Iterable[bytes]:  # noqa: ARG001  as the others
    return [opml.write(desk.ledger.outlets.all())]


_OTHERS: Final[dict[tuple[str, str], tuple[str, Callable[[Desk, Asked], Iterable[bytes]]]]] = {
    **{("articles", form): (kind.media_type, _feed(form)) for form, kind in feeds.FORMATS.items()},
    ("articles", "jsonld"): ("application/ld+json", _articles),
    ("statements", "jsonld"): ("application/ld+json", _statements),
    ("expectations", "ics"): ("text/calendar; charset=utf-8", _calendar),
    ("outlets", "opml"): ("text/x-opml; charset=utf-8", _opml),
}

__all__ = ["LISTS", "Asked", "Desk", "Taken", "forms", "taken"]
