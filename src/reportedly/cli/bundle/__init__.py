"""``reportedly bundle``: evidence in one signed file, made by a desk and checked by anyone."""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

from reportedly.cli.app import group
from reportedly.cli.bundle import make, verify

if TYPE_CHECKING:
    from typer._click.core import Context

__all__ = ["commands"]


class _MakeByDefault(TyperGroup):
    """``bundle STORY -o FILE`` is short for ``bundle make STORY -o FILE``."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Put ``make`` before words that begin with no command."""
        plain = args and args[0] not in self.commands and args[0] != "--help"
        return super().parse_args(ctx, ["make", *args] if plain else args)


commands = group(
    "Evidence in one signed file: `bundle STORY|ARTICLE -o FILE`, `bundle verify FILE`.",
    {"make": make.make, "verify": verify.verify},
    cls=_MakeByDefault,
)
