"""Where at a partner's server a collection is: looked for from the address that was given, whichever it is."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from reportedly.errors import Unreachable
from reportedly.exchange.client.remote import Remote, host_of
from reportedly.exchange.collections import Collection

_ROOTS: Final = 10  # API roots that are looked through
_COLLECTIONS: Final = "/collections/"


def objects_at(remote: Remote, address: str, wanted: Collection) -> str:
    """The address of a collection's objects; raises ``Unreachable``.

    The address may be that of discovery, of an API root, of the list of collections or of the collection itself.
    """
    address = address.split("?", 1)[0].rstrip("/") + "/"
    before, found, after = address.partition(_COLLECTIONS)
    if found and after.strip("/"):
        return f"{before}{_COLLECTIONS}{after.split('/', 1)[0]}/objects/"
    if found:
        address = f"{before}/"
    for root in _roots(remote, address):
        listed = remote.told(f"{root}collections/").get("collections", [])
        some = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        if named := _named(some, wanted):
            return f"{root}collections/{named}/objects/"
    raise Unreachable(
        f"{host_of(address)} has no collection “{wanted.title}” for this desk: either the pact was not signed and "
        "filed there, or the address is that of another server. Of a server that keeps things for others give the "
        "address of the collection itself"
    )


def _roots(remote: Remote, address: str) -> Iterator[str]:
    """The API roots below an address, those of the same server alone: the secret is for that one."""
    told = remote.told(address)
    roots = told.get("api_roots")
    if not isinstance(roots, list):
        yield address
        return
    named = [told.get("default"), *roots][:_ROOTS]
    full = (urljoin(address, one).rstrip("/") + "/" for one in named if isinstance(one, str))
    yield from dict.fromkeys(one for one in full if _origin(one) == _origin(address))


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _named(some: list[dict[str, Any]], wanted: Collection) -> str | None:
    """The id of the collection among these: by its id, which both desks make alike, or by its title."""
    for key, value in (("id", wanted.id), ("title", wanted.title)):
        for one in some:
            if one.get(key) == value and _is_name(one.get("id")):
                return str(one["id"])
    return None


def _is_name(given: object) -> bool:
    return isinstance(given, str) and bool(given) and given.replace("-", "").isalnum()
