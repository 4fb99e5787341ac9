"""What a command says of what it did: lines of a list, how much the ledger holds, what and which outlets failed."""

import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.account.aside import Aside
    from reportedly.ledger import Ledger
    from reportedly.settings import Desk


def show(lines: Iterable[str], nothing: str) -> None:
    """Print a list; why it is empty goes to stderr, so that no program takes it for a line."""
    empty = True
    for line in lines:
        print(line)
        empty = False
    if empty:
        print(f"reportedly: {nothing}", file=sys.stderr)


def say_aside(aside: "Aside | None") -> None:
    """Tell on stderr what was set aside of what was asked for, if any was."""
    if aside:
        print(f"reportedly: {aside}", file=sys.stderr)


def say_counts(ledger: "Ledger") -> None:
    """Print how much the ledger holds."""
    from reportedly.account.wording import counted

    held = [
        counted(ledger.count("captures"), "capture"),
        counted(ledger.count("articles"), "article"),
        counted(ledger.count("statements"), "statement"),
        counted(ledger.count("stories"), "story", "stories"),
        counted(ledger.count("followups"), "expectation"),
    ]
    print(f"the ledger holds {', '.join(held)}")


def say_failing(desk: "Desk", ledger: "Ledger") -> None:
    """Tell on stderr how many outlets cannot be watched now, if any."""
    from reportedly.account.wording import counted

    known = ledger.outlets.health(desk.now())
    failing = sum(bool(outlet.failing) for outlet in known)
    if failing:
        of_all = f"{failing:,} of {counted(len(known), 'outlet')}"
        print(f"reportedly: {of_all} could not be watched; `reportedly outlets health` says why", file=sys.stderr)


def say_unread(ledger: "Ledger", since: datetime) -> None:
    """Tell on stderr how many articles could not be read by what was begun since a moment, if any."""
    from reportedly.account.wording import counted

    failed = sum(run.failed for run in ledger.runs.last("read") if run.started >= since)
    if failed:
        told = f"{counted(failed, 'article')} could not be read"
        print(f"reportedly: {told}; `reportedly outcomes` says why", file=sys.stderr)
