"""``reportedly outlets list``."""

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show


def list_(desk: DeskOption = HERE) -> None:
    """List the outlets that the desk watches."""
    from reportedly import outlets
    from reportedly.settings import desk_in

    known = outlets.load(desk_in(desk).outlets)
    lines = (f"{outlet.id}\t{outlet.name}\t{outlet.home}\t{len(outlet.watched)} watched" for outlet in known)
    show(lines, "no outlet is watched yet: `reportedly outlets add URL` adds one")
