"""Who calls what by which name, for a person and for a program."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from reportedly.account.named import Name, Named, Use
from reportedly.account.wording import counted, quoted
from reportedly.records import Citation

UNKNOWN = "date unknown"


class UseLine(msgspec.Struct):
    """An outlet that uses a name: in how many articles, and in how many of these at arm's length."""

    outlet: str
    articles: int
    distanced: int


class NameLine(msgspec.Struct):
    """A name of something, with the newest sentence that uses it and the newest that keeps its distance from it."""

    words: str
    articles: int
    outlets: list[UseLine]
    example: Citation | None
    distanced: Citation | None


class NamedLine(msgspec.Struct):
    """Something with its names as ``reportedly names --format jsonl`` prints it; ``about`` is an entity or a story."""

    about: str
    title: str
    kind: str
    names: list[NameLine]


def jsonl(things: Iterable[Named]) -> Iterator[str]:
    """One JSON object for each thing that is named."""
    return (msgspec.json.encode(line(named)).decode() for named in things)


def line(named: Named) -> NamedLine:
    """Something with its names, as a program takes it."""
    names = [NameLine(name.words, name.articles, _uses(name), name.example, name.distanced) for name in named.names]
    return NamedLine(named.about, named.title, named.kind, names)


def _uses(name: Name) -> list[UseLine]:
    return [UseLine(use.outlet, use.articles, use.distanced) for use in name.uses]


def text(things: Iterable[Named], outlets: Mapping[str, str]) -> Iterator[str]:
    """A heading for each thing, below it a line a name with who uses it, below that an example where one is known."""
    for named in things:
        yield f"{named.title} | {named.kind} | {named.about}"
        width = max(len(name.words) for name in named.names)
        for name in named.names:
            who = ", ".join(_use(use, outlets) for use in name.uses)
            yield f"    {name.words:<{width}}  {counted(name.articles, 'article')}: {who}"
            yield from _cited(name.example, "")
            yield from _cited(name.distanced, "at arm's length: ")


def _use(use: Use, outlets: Mapping[str, str]) -> str:
    off = f" ({use.distanced} at arm's length)" if use.distanced else ""
    return f"{outlets.get(use.outlet, use.outlet)} {use.articles}{off}"


def _cited(citation: Citation | None, how: str) -> Iterator[str]:
    if citation:
        where = f"{citation.outlet}, {citation.published or UNKNOWN}, {citation.article_url}"
        yield f"        {how}{quoted(citation.words, 200)} {where}"
