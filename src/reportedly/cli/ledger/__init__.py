"""``reportedly ledger``: keeping a desk's ledger healthy over years."""

from reportedly.cli.app import group
from reportedly.cli.ledger import check, size

__all__ = ["commands"]

commands = group(
    "The ledger itself: what takes its room, whether it adds up.",
    {"size": size.size, "check": check.check},
)
