"""What a desk brings to its bundles: its archive, its key, its name, its time authority."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly import clock, keys
from reportedly.archive import Archive, place_of
from reportedly.bundle import stamping
from reportedly.errors import BadSetting
from reportedly.records import Capture
from reportedly.settings import Desk


@dataclass(frozen=True)
class Stamping:
    """How a time stamp on some bytes is got, and the certificates (PEM) that it is checked with."""

    ask: Callable[[bytes], bytes]
    certificates: bytes


@dataclass(frozen=True)
class Maker:
    """What making a bundle needs of the desk: its archive (as two functions), its key, its name, and the moment."""

    records_of: Callable[[Capture], tuple[bytes, ...]]
    body_of: Callable[[Capture], bytes]
    key: Ed25519PrivateKey
    desk: str
    now: datetime
    stamp: Stamping | None = None


def maker_of(desk: Desk, *, stamped: bool = True) -> Maker:
    """The maker of a desk's bundles; the key is made where there is none yet.

    Dated by the machine's clock even on a desk whose calendar stands still. Raises ``BadSetting`` where the key or the
    authority's certificates cannot be used.
    """
    archive = Archive(place_of(desk), read_only=True)
    return Maker(
        archive.records,
        archive.body,
        keys.desk_key(desk.key),
        desk.settings.name,
        clock.system().replace(microsecond=0),
        _stamping(desk) if stamped else None,
    )


def _stamping(desk: Desk) -> Stamping | None:
    settings = desk.settings.bundle
    if settings.time_authority is None:
        return None
    if settings.time_authority_certificates is None:
        raise BadSetting(
            "desk.toml names a time authority and not its certificates: put them into a file and name that in "
            "bundle.time_authority_certificates"
        )
    trusted = stamping.certificates(desk.folder / settings.time_authority_certificates)
    return Stamping(partial(stamping.ask, settings.time_authority, pem=trusted), trusted)
