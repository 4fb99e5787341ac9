"""``reportedly ledger``: keeping a desk's ledger healthy over years."""

from reportedly.cli.app import group
from reportedly.cli.ledger import check, compact, drop, restore, size

__all__ = ["commands"]

commands = group(
    "The ledger itself: what takes its room, whether it adds up, and how to make it smaller.",
    {
        "size": size.size,
        "check": check.check,
        "drop": drop.drop,
        "restore": restore.restore,
        "compact": compact.compact,
    },
)
