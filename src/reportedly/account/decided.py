"""What people decided since a moment, each with the place where it can be undone."""

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from reportedly.account.decision_list import shown
from reportedly.account.decision_words import in_words
from reportedly.account.handover import Line
from reportedly.account.wording import moment

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def decided_since(ledger: "Ledger", at: datetime, most: int) -> Iterator[Line]:
    """Up to ``most`` decisions, the last first; undos too."""
    lines = takewhile(lambda line: line.judgement.at > at, ledger.judgements.lines(limit=most))
    for one in shown(ledger, [*lines]):
        made = one.judgement
        stands = "it can be undone there" if one.in_force else "undone since"
        title = f"{one.title}: {in_words(made)}" if one.title else f"{one.kind.capitalize()} {in_words(made)}"
        why = f"{made.who}, {moment(made.at)}; {stands}"
        yield Line("decisions", "decision", made.id, title, why, one.path, note=made.note or "")
