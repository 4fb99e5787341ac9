"""``reportedly outlets``: which outlets the desk watches, what they announce, and how that goes."""

from reportedly.cli.app import group
from reportedly.cli.outlets import add, check, export, health, import_, list_, starter

__all__ = ["commands"]

commands = group(
    "The outlets that the desk watches.",
    {
        "list": list_.list_,
        "add": add.add,
        "starter": starter.starter,
        "check": check.check,
        "health": health.health,
        "import": import_.import_,
        "export": export.export,
    },
)
