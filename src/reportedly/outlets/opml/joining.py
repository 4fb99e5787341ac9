"""Which of the addresses somebody listed are of one outlet.

Two outlets are two voices, so two addresses are of one outlet only where the list says so: the same home page, or the
same host with the same name. That a host serves both is not enough: many publish at one host. Where the home page is
not known, it is the front page of the host if the list has no other outlet there, else the feed itself.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from reportedly.outlets import naming
from reportedly.outlets.opml.entries import Entry
from reportedly.records import Outlet

Key = tuple[str, ...]

LEAST_LABEL: Final = 4  # letters of a host's name that tell whose it is
_FEEDS: Final = re.compile(r"^(?:feeds?|rss|feeds?\d)\.(?=[^.]+\.)")
_PART: Final = re.compile(r"\s+[-–—|»·]\s+|:\s+")
_PERSONAL: Final = re.compile(r"/[@~][^/]|[?&](?:user|channel|channel_id|playlist_id|author)=", re.IGNORECASE)
_FRONT: Final = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?)?/?", re.IGNORECASE)


class _Clue(NamedTuple):
    """What tells whose an entry is: its id or home (``sure``), its host, its name and the name's first part."""

    entry: Entry
    sure: Key | None
    site: str
    names: tuple[str, ...]


def joined(entries: Sequence[Entry]) -> tuple[Outlet, ...]:
    """The outlets of a list, in the order in which they are first named; each has an id of its own."""
    clues = [_clue(entry) for entry in entries]
    groups: dict[Key, tuple[Outlet, str]] = {}
    for clue, key in zip(clues, _keys(clues), strict=True):
        known, site = groups.get(key, (None, clue.site))
        groups[key] = (with_more(known, clue.entry.outlet) if known else clue.entry.outlet, site)
    at_home = Counter(site for _, site in groups.values())
    taken = {outlet.id for outlet, _ in groups.values()}
    return tuple(_named(outlet, site, taken, alone=at_home[site] == 1) for outlet, site in groups.values())


# -- who is one -------------------------------------------------------------------------------------------------------


def _clue(entry: Entry) -> _Clue:
    outlet = entry.outlet
    site = _FEEDS.sub("", naming.site(outlet.home or entry.address))
    return _Clue(entry, _sure(outlet), site, _names(outlet.name, site))


def _keys(clues: Sequence[_Clue]) -> list[Key]:
    """For each entry what all entries of its outlet share."""
    named: dict[Key, Key] = {}
    for clue in sorted(clues, key=lambda clue: clue.sure is None):
        for name in clue.names[:1]:
            named.setdefault((clue.site, name), clue.sure or ("name", clue.site, name))
    return [clue.sure or _by_name(clue, named) for clue in clues]


def _sure(outlet: Outlet) -> Key | None:
    """What the entry itself says: an id, else a home page."""
    if outlet.id:
        return ("id", outlet.id)
    if not outlet.home:
        return None
    parts = urlsplit(outlet.home)
    path = "" if _FRONT.fullmatch(parts.path) else unquote(parts.path).rstrip("/")
    return ("home", naming.site(outlet.home), path, parts.query)


def _by_name(clue: _Clue, named: Mapping[Key, Key]) -> Key:
    """The outlet on the same host that the whole name, or what stands before its first dash or colon, is that of."""
    known = (named.get((clue.site, name)) for name in reversed(clue.names))
    return next((key for key in known if key), ("address", clue.entry.address))


def _names(name: str, site: str) -> tuple[str, ...]:
    """The name, and where it has parts, its first one: a publisher's before that of a section.

    A name that begins as its host does is that of the host's owner, whatever follows.
    """
    if not name:
        return ()
    name = name.casefold()
    label = naming.words(site.split(".", maxsplit=1)[0]).replace("-", "")
    if len(label) >= LEAST_LABEL and naming.words(name.removeprefix("the ")).replace("-", "").startswith(label):
        return (label,)
    first = _PART.split(name, maxsplit=1)[0].strip()
    return (name, first) if first and first != name else (name,)


# -- what becomes of it -----------------------------------------------------------------------------------------------


def with_more(known: Outlet, more: Outlet) -> Outlet:
    """The outlet with what another entry of it adds; what is said first stands."""
    return msgspec.structs.replace(
        known,
        name=known.name or more.name,
        home=known.home or more.home,
        feeds=_all(known.feeds, more.feeds),
        sitemaps=_all(known.sitemaps, more.sitemaps),
        pages=_all(known.pages, more.pages),
        folder=known.folder or more.folder,
        country=known.country or more.country,
        languages=known.languages or more.languages,
        owner=known.owner or more.owner,
        selectors=known.selectors or more.selectors,
    )


def _all(known: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _named(outlet: Outlet, site: str, taken: set[str], *, alone: bool) -> Outlet:
    """The outlet with home, name and id; ``alone`` where the list has no other on its host."""
    address = next(iter(outlet.watched), outlet.home)
    lone = alone and not _PERSONAL.search(address)
    parts = urlsplit(address)
    home = outlet.home or (f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/" if lone else address)
    identity = outlet.id or _free(_identity(outlet, home, "" if lone else site), home + address, taken)
    taken.add(identity)
    return msgspec.structs.replace(outlet, id=identity, home=home, name=outlet.name or naming.site(home) or home)


def _identity(outlet: Outlet, home: str, shared: str) -> str:
    """The id that a home makes; where it is not known, that of the name at the ``shared`` host."""
    if outlet.home or not shared or not outlet.name:
        return naming.slug(home)
    return naming.words(f"{shared} {outlet.name}")


def _free(identity: str, address: str, taken: set[str]) -> str:
    """The id, or where another outlet has it, one that the address makes its own."""
    if identity not in taken:
        return identity
    return f"{identity[: naming.MOST - 9]}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
