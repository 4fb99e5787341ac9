"""Which outlets a command line means: by address, by an ID of one's own, from the starter list, or the desk's."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reportedly import gather, outlets
from reportedly.errors import UsageError
from reportedly.records import Outlet
from reportedly.settings import Desk

Made = Iterator[tuple[Outlet, tuple[str, ...]]]
"""Outlets, each with notes on how it was found."""


def given(**options: str | list[str] | None) -> dict[str, object]:
    """What was said of an outlet on the command line, by the fields of its record."""
    fields = {field: tuple(value) if isinstance(value, list) else value for field, value in options.items()}
    return {field: value for field, value in fields.items() if value is not None and value != ()}


def asked_for(
    desk: Desk, what: Sequence[str], options: Mapping[str, object], *, starter: bool, everything: bool
) -> Made:
    """The outlets that the words and options ask for: of the starter list, as the options say, or found out there."""
    if starter or everything:
        return chosen(what, everything=everything)
    if options.get("home") and len(what) == 1 and "://" not in what[0]:
        return iter([(as_given(what[0], options), ())])
    return found_at(desk, what, options)


def found_at(desk: Desk, addresses: Sequence[str], options: Mapping[str, object]) -> Made:
    """The outlets at these addresses, found out there; what the ``options`` say counts more than what is found."""
    if not addresses:
        raise UsageError("name the address of an outlet, such as https://herald.example/, or use --starter")
    if len(addresses) > 1 and set(options) - {"folder", "country", "languages", "owner"}:
        raise UsageError("several addresses, and options that can only be true of one: add them one by one")
    for address in addresses:
        url = address if "://" in address else f"https://{address}"
        if "." not in address:
            raise UsageError(f"{address!r} is no address; for an ID of your own give --home and --feed (or --page) too")
        outlet, notes = gather.describe(desk, url)
        yield msgspec.structs.replace(outlet, **options), notes


def as_given(identity: str, options: Mapping[str, object]) -> Outlet:
    """The outlet that the options describe; raises ``UsageError`` where they name nothing to watch."""
    if not {"feeds", "sitemaps", "pages"} & set(options):
        raise UsageError(f"{identity}: nothing to watch; give --feed, --sitemap or --page, or only its address")
    plain = {"name": identity, **options, "id": options.get("id", identity)}
    return msgspec.convert(plain, Outlet)


def chosen(identities: Sequence[str], *, everything: bool) -> Made:
    """Outlets of the starter list by their IDs, or all of them."""
    known = {outlet.id: outlet for outlet in outlets.starter()}
    if not identities and not everything:
        raise UsageError("name outlets of the starter list (`reportedly outlets starter` shows it), or give --all")
    unknown = [identity for identity in identities if identity not in known]
    if unknown:
        raise UsageError(f"not on the starter list: {', '.join(unknown)}; `reportedly outlets starter` shows it")
    for outlet in known.values() if everything else (known[identity] for identity in identities):
        yield outlet, ()


def named(desk: Desk, identities: Sequence[str]) -> list[Outlet]:
    """The desk's outlets of these IDs; all where none is named."""
    known = {outlet.id: outlet for outlet in outlets.load(desk.outlets)}
    unknown = [identity for identity in identities if identity not in known]
    if unknown:
        raise UsageError(f"the desk has no outlet {', '.join(unknown)}; `reportedly outlets list` shows those it has")
    if not known:
        raise UsageError("the desk watches no outlet: `reportedly outlets add` adds one")
    return [known[identity] for identity in identities] if identities else list(known.values())
