"""What the commands of exchange need at hand: the desk, its ledger, its key, the machine's clock, the stages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportedly.cli.opening import ledger_of
from reportedly.errors import BadDate, UsageError

if TYPE_CHECKING:
    from reportedly.exchange.own import Own
    from reportedly.exchange.stages import Stages
    from reportedly.ledger import Ledger
    from reportedly.settings import Desk

PactArgument = Annotated[str, typer.Argument(metavar="PACT", help="Its title, or the beginning of its id.")]
PartyOption = Annotated[
    str | None, typer.Option("--to", metavar="PARTY", help="For whom, where the pact has several others.")
]


class AtHand(NamedTuple):
    """What a command works with. Moments are the machine's, also on a desk whose calendar stands still."""

    desk: "Desk"
    ledger: "Ledger"
    own: "Own"
    now: datetime


@contextmanager
def at_hand(folder: Path) -> Iterator[AtHand]:
    """The desk in ``folder``, ready for exchange."""
    from reportedly import clock
    from reportedly.exchange.own import own_desk

    with ledger_of(folder) as (desk, ledger):
        yield AtHand(desk, ledger, own_desk(desk), clock.system())


def stages() -> "Stages":
    """What exchange asks of stages; the parser loads when the first article is looked through."""
    from reportedly.exchange.stages import Stages
    from reportedly.relating.for_others import SCREENED_BY, private_persons
    from reportedly.stories.imprints import imprint
    from reportedly.stories.shared import shared_stories

    return Stages(SCREENED_BY, private_persons, imprint, shared_stories)


def receiver(hand: AtHand, pact: str, named: str | None) -> str:
    """The fingerprint of the party that something is for: the one named, or the only other; raises ``UsageError``."""
    others = hand.ledger.pacts.named(pact).pact.others(hand.own.desk)
    if named is None and len(others) == 1:
        return others[0].desk
    found = [one.desk for one in others if named and (one.name == named or one.desk.startswith(named.lower()))]
    if len(found) != 1:
        raise UsageError(f"say for whom with --to: {', '.join(one.name for one in others)}")
    return found[0]


def moment(given: str | None) -> datetime | None:
    """The first moment of a day as it was typed, ``2026-11-28``; None where nothing was."""
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given).replace(tzinfo=UTC)
    except ValueError as error:
        raise BadDate(f"{given!r} is no day: write it as 2026-11-28") from error
