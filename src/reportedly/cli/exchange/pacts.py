"""``reportedly exchange pact show``, ``sign``, ``file``, ``end`` and ``delete``."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import AtHand, PactArgument, at_hand
from reportedly.cli.options import HERE, DeskOption

_Document = Annotated[
    Path, typer.Argument(metavar="FILE", help="The document of the pact.", exists=True, dir_okay=False)
]


def show(pact: PactArgument, desk: DeskOption = HERE) -> None:
    """Print a pact as a document, with whoever signed it."""
    from reportedly.exchange import pacts

    with at_hand(desk) as hand:
        print(pacts.written(hand.ledger.pacts.named(pact)), end="")


def sign(document: _Document, desk: DeskOption = HERE) -> None:
    """Sign a pact for this desk, and write the signature into its document."""
    from reportedly.exchange import pacts
    from reportedly.settings import writable

    with at_hand(desk) as hand:
        standing = pacts.read(document.read_bytes())
        signature = pacts.sign(standing.pact, hand.own, hand.now)
        _file(hand, document)
        hand.ledger.pacts.sign(standing.pact.id, signature)
        with writable(document):
            document.write_text(pacts.written(hand.ledger.pacts.named(standing.pact.id)), encoding="utf-8")
        _say(hand, standing.pact.id)


def file(document: _Document, desk: DeskOption = HERE) -> None:
    """File the signatures that others put under a pact."""
    from reportedly.exchange import pacts

    with at_hand(desk) as hand:
        _file(hand, document)
        _say(hand, pacts.read(document.read_bytes()).pact.id)


def end(
    pact: PactArgument,
    why: Annotated[str, typer.Option("--why", help="What is written down as the reason.")] = "",
    desk: DeskOption = HERE,
) -> None:
    """End a pact now, for all its parties: only withdrawals and corrections of what was given leave from then on."""
    with at_hand(desk) as hand:
        standing = hand.ledger.pacts.named(pact)
        hand.ledger.pacts.end(standing.pact.id, hand.now, hand.own.desk, why)
        others = ", ".join(one.name for one in standing.pact.others(hand.own.desk))
        print(f"“{standing.pact.title}” ended here; tell {others}: their desks give until they end it too")


def delete(pact: PactArgument, desk: DeskOption = HERE) -> None:
    """Delete what came under a pact that is over and says so; what came under another as well stays."""
    from reportedly.account.exchange import is_to_delete
    from reportedly.errors import UsageError

    with at_hand(desk) as hand:
        standing = hand.ledger.pacts.named(pact)
        if not is_to_delete(standing, hand.now):
            raise UsageError(f"“{standing.pact.title}” does not say that what came under it is deleted, or is not over")
        gone = hand.ledger.received.delete(standing.pact.id)
        print(f"{gone:,} objects deleted; briefs keep the words that they cite, correct or withdraw those by hand")


def _file(hand: AtHand, document: Path) -> None:
    """File a pact and its signatures; the parties become partners, by the keys under it."""
    from reportedly.exchange import pacts
    from reportedly.records import Partner

    standing = pacts.read(document.read_bytes())
    hand.ledger.pacts.file(standing.pact, hand.now)
    for signature in standing.signatures:
        hand.ledger.pacts.sign(standing.pact.id, signature)
        party = standing.pact.party(signature.desk)
        if party and signature.desk != hand.own.desk and hand.ledger.partners.get(signature.desk) is None:
            hand.ledger.partners.put(Partner(party.desk, party.name, signature.key, hand.now, party.liaisons))


def _say(hand: AtHand, pact: str) -> None:
    standing = hand.ledger.pacts.named(pact)
    missing = ", ".join(party.name for party in standing.missing)
    begins = f"it holds from {standing.pact.terms.starts:%Y-%m-%d} to {standing.pact.terms.ends:%Y-%m-%d}"
    print(f"“{standing.pact.title}”: {f'{missing} still to sign' if missing else begins}")
