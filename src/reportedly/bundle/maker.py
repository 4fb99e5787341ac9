"""What a desk brings to its bundles: its archive, its key, its time authority."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportedly import clock
from reportedly.archive import Archive
from reportedly.bundle import keys, stamping
from reportedly.bundle.choosing import article, story
from reportedly.bundle.making import Maker, Stamping, make
from reportedly.errors import BadSetting
from reportedly.settings import Desk

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def maker(desk: Desk, *, stamped: bool = True) -> Maker:
    """All that ``make`` needs of a desk; the key is made where there is none yet.

    Dated by the machine's clock even on a desk whose calendar stands still. Raises ``BadSetting`` where the key or the
    authority's certificates cannot be used.
    """
    archive = Archive(desk.archive, read_only=True)
    return Maker(
        archive.records,
        archive.body,
        keys.desk_key(desk.key),
        desk.settings.name,
        clock.system().replace(microsecond=0),
        _stamping(desk) if stamped else None,
    )


def packed(desk: Desk, ledger: "Ledger", what: str) -> bytes | None:
    """The bundle of a story or an article as bytes, without a time stamp; None where there is neither."""
    chosen = story(ledger, what) or article(ledger, what)
    if chosen is None:
        return None
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bundle.wacz"
        make(chosen, maker(desk, stamped=False), file)
        return file.read_bytes()


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
