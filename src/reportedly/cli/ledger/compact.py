"""``reportedly ledger compact``: room given back to the disk."""

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption


def compact(desk: DeskOption = HERE) -> None:
    """Give the room of what was deleted or replaced back to the disk."""
    from reportedly.account.wording import size
    from reportedly.upkeep import slimming

    with session_on(desk) as session:
        done = slimming.compact(session)
    print(f"the ledger takes {size(done.after)}; it took {size(done.before)}")
