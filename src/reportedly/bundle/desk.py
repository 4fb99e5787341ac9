"""What a desk brings to its bundles: its archive, its key, its time authority."""

from functools import partial

from reportedly import clock
from reportedly.archive import Archive
from reportedly.bundle import keys, stamping
from reportedly.bundle.making import Maker, Stamping
from reportedly.settings import Desk


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


def _stamping(desk: Desk) -> Stamping | None:
    settings = desk.settings.bundle
    if settings.time_authority is None:
        return None
    named = settings.time_authority_certificates
    known = stamping.certificates(desk.folder / named) if named else None
    return partial(stamping.ask, settings.time_authority, known=known)
