"""``reportedly outlets list``."""

from reportedly.cli.options import HERE, DeskOption


def list_(desk: DeskOption = HERE) -> None:
    """List the outlets that the desk watches."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    for outlet in outlets.load(open_desk(desk).outlets):
        print(f"{outlet.id}\t{outlet.name}\t{outlet.home}\t{len(outlet.watched)} watched")
