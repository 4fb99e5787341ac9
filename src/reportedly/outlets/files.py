"""One outlet, one declarative file: ``outlets/<id>.toml``.

The file's name is the outlet's id, so two files can never describe one outlet, and renaming a file is seen as what it
is: another outlet.
"""

import json
from pathlib import Path

import msgspec

from reportedly.errors import BadSetting
from reportedly.outlets.check import checked
from reportedly.records import Outlet, Selector


class OutletFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand in an outlet's file."""

    name: str
    home: str
    feeds: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    owner: str | None = None
    sitemaps: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    folder: str | None = None
    selectors: tuple[Selector, ...] = ()


def load(folder: Path) -> tuple[Outlet, ...]:
    """All outlets of a folder in the order of their ids; raises ``BadSetting`` naming the file and what is wrong."""
    return tuple(_read(file) for file in sorted(folder.glob("*.toml")))


def _read(file: Path) -> Outlet:
    try:
        entry = msgspec.toml.decode(file.read_bytes(), type=OutletFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        wanted = ", ".join(OutletFile.__struct_fields__)
        raise BadSetting(f"{file}: {error}; an outlet's file may hold {wanted}") from error
    return _outlet(file.stem, entry, str(file))


def several(data: bytes, where: str) -> tuple[Outlet, ...]:
    """The outlets of one file with a table for each, named by its id, in the file's order."""
    entries = msgspec.toml.decode(data, type=dict[str, OutletFile])
    return tuple(_outlet(own, entry, where) for own, entry in entries.items())


def _outlet(own: str, entry: OutletFile, where: str) -> Outlet:
    return checked(Outlet(id=own, **{key: getattr(entry, key) for key in OutletFile.__struct_fields__}), where)


def save(folder: Path, outlet: Outlet) -> None:
    """Write the outlet's file, replacing an older one whole: a reader sees the old file or the new, never a half.

    Raises ``BadSetting`` where the outlet could not be loaded again.
    """
    checked(outlet, f"outlet {outlet.id!r}")
    lines = [f"{key} = {_toml(value)}" for key, value in _filled(outlet)]
    for selector in outlet.selectors:
        lines += ["", "[[selectors]]", f"since = {selector.since.isoformat()}"]
        parts = (("body", selector.body), ("headline", selector.headline))
        lines += [f"{key} = {_toml(value)}" for key, value in parts if value]
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{outlet.id}.toml.new"
    fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
    fresh.replace(folder / f"{outlet.id}.toml")


def _filled(outlet: Outlet) -> list[tuple[str, str | tuple[str, ...]]]:
    pairs = ((key, getattr(outlet, key)) for key in OutletFile.__struct_fields__ if key != "selectors")
    return [(key, value) for key, value in pairs if value]


def _toml(value: str | tuple[str, ...]) -> str:
    """A TOML basic string (a JSON string that also escapes DEL) or an array of such."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"[{', '.join(_toml(item) for item in value)}]"
