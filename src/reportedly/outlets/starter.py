"""Outlets to start from: those of Iran, Pakistan, Afghanistan and the Gulf, and the agencies of the world.

Facts only. The addresses are as their outlets gave them out; they change, so ``reportedly outlets check`` them.
"""

from functools import cache
from importlib.resources import files

from reportedly.outlets.files import several
from reportedly.records import Outlet


@cache
def starter() -> tuple[Outlet, ...]:
    """All outlets of the starter list, by folder and name."""
    data = files("reportedly.outlets") / "data" / "starter.toml"
    listed = several(data.read_bytes(), "starter.toml")
    return tuple(sorted(listed, key=lambda outlet: (outlet.folder or "", outlet.name.casefold())))
