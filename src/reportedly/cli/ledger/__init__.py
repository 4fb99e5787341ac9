"""``reportedly ledger``: keeping a desk's ledger healthy over years."""

from reportedly.cli.app import group
from reportedly.cli.ledger import check, compact, drop, move, restore, size

__all__ = ["commands"]

commands = group(
    "The ledger itself: what takes its room, whether it adds up, how to make it smaller, and how to move it.",
    {
        "size": size.size,
        "check": check.check,
        "drop": drop.drop,
        "restore": restore.restore,
        "compact": compact.compact,
        "move": move.move,
    },
)
