"""``reportedly exchange give`` and ``take``."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import PactArgument, PartyOption, at_hand, receiver, stages
from reportedly.cli.options import HERE, DeskOption

SHOWN = 10  # of what was refused, one by one


def give(
    pact: PactArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes.", dir_okay=False)],
    to: PartyOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and write nothing.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Write all that a party may have now into a file, to be handed over; it is put down as given."""
    from reportedly.exchange import files, previewing
    from reportedly.exchange.leaving import Asking, allowed
    from reportedly.exchange.offering import Giving
    from reportedly.settings import writable

    with at_hand(desk) as hand:
        standing, whom = hand.ledger.pacts.named(pact), receiver(hand, pact, to)
        if dry_run:
            found = allowed(hand.ledger, Asking(standing, hand.own.desk, whom, hand.now), stages())
            for line in previewing.told(found):
                print(line)
            return
        packed = files.pack(Giving(hand.ledger, hand.own, standing, whom, stages()), hand.now)
        with writable(file):
            file.write_bytes(packed.data)
        kept = "" if packed.now.holds else "; the pact does not hold now, so only withdrawals and corrections are in it"
        print(f"{file}: {packed.objects:,} objects{kept}")


def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What came.", exists=True, dir_okay=False)],
    desk: DeskOption = HERE,
) -> None:
    """File what another desk gave in a file; what is not as agreed is refused, piece by piece."""
    from reportedly.errors import TooLarge
    from reportedly.exchange import checking, files

    with at_hand(desk) as hand:
        if file.stat().st_size > checking.LARGEST:
            raise TooLarge(f"{file} has more than {checking.LARGEST:,} bytes: ask for less at once")
        found, came = files.take(hand.ledger, hand.own, file.read_bytes(), hand.now)
        partner = hand.ledger.partners.get(found.sender)
        print(
            f"from {partner.name if partner else found.sender[:16]}: {came.reports:,} new reports, "
            f"{came.others:,} other objects, {came.known:,} known already, {len(came.refused):,} refused"
        )
        for one in came.withdrawn:
            print(f"withdrawn: {one.url}: {one.reason}")
        for one in came.corrected:
            print(f"corrected: {one.url}: {one.reason}")
        for refusal in came.refused[:SHOWN]:
            print(f"refused: {refusal.id}: {refusal.why}")
