"""How exchange stands with a partner, for a person at a terminal."""

from collections.abc import Iterator
from datetime import datetime

from reportedly.account.exchange import With, state
from reportedly.account.wording import counted, moment


def lines(one: With, at: datetime) -> Iterator[str]:
    """How it stands, for a person at a terminal."""
    pact = one.standing.pact
    yield f"{pact.title} with {one.partner.name} | {state(one.standing, at)} | {pact.id}"
    yield f"    gave {counted(one.given, 'report')}, last {moment(one.last_given)}"
    yield f"    got {counted(one.got, 'report')}, last {moment(one.last_got)}"
    if one.ends_soon(at):
        yield f"    ends soon: {pact.terms.ends:%Y-%m-%d}"
    if one.to_delete(at):
        yield f"    what came is to be deleted: `reportedly exchange pact delete {pact.id}`"
    for owed in one.owed:
        late = "overdue since" if owed.due < at else "due"
        yield f"    owes an answer to {owed.id}, told {moment(owed.since)}, {late} {moment(owed.due)}"
    for failure in one.failing:
        yield f"    failing since {moment(failure.at)} ({failure.direction}): {failure.failed}"
