"""``reportedly exchange poll`` and ``push``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exchange.at_hand import AtHand, at_hand, stages
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.exchange.client.polling import Asked
    from reportedly.exchange.client.pushing import Gave
    from reportedly.fetch.http.asking import Asker
    from reportedly.records import Partner
    from reportedly.session import Session

SHOWN = 5  # of what was refused, one by one
_Party = Annotated[str | None, typer.Argument(metavar="PARTY", help="Only this one.")]


def poll(party: _Party = None, desk: DeskOption = HERE) -> None:
    """Ask the servers of other desks for what they give this one; what was stopped goes on where it was."""
    from reportedly import clock
    from reportedly.errors import Unreachable
    from reportedly.exchange.client.polling import poll

    with at_hand(desk) as hand:
        failed = 0
        for partner in _partners(hand, party):
            for one in poll(hand.ledger, hand.own.desk, partner, _asker(hand), clock.system):
                failed += bool(one.failed)
                for line in _came(one):
                    print(line)
        if failed:
            raise Unreachable(f"{failed:,} of them could not be asked for all; `reportedly exchange status` keeps it")


def push(party: _Party = None, desk: DeskOption = HERE) -> None:
    """Give the servers of other desks what they may have; for a desk that nobody can ask."""
    from reportedly.errors import Unreachable
    from reportedly.exchange.client.pushing import push

    with at_hand(desk) as hand:
        failed = 0
        for partner in _partners(hand, party):
            for one in push(hand.ledger, hand.own, stages(), partner, _asker(hand), hand.now):
                failed += bool(one.failed)
                for line in _gave(one):
                    print(line)
        if failed:
            raise Unreachable(f"{failed:,} of them could not be given all; `reportedly exchange status` keeps it")


def ask_partners(session: "Session") -> None:
    """Ask the partners that are due, unless the settings say no; tell where something came or failed."""
    from datetime import timedelta

    from reportedly import clock
    from reportedly.exchange.client.rounds import ask_due, due
    from reportedly.exchange.own import own_desk
    from reportedly.fetch.http.asking import Asker

    desk, ledger, settings = session.desk, session.ledger, session.desk.settings.exchange
    every = timedelta(seconds=settings.poll_every)
    if not settings.poll or not due(ledger, every, clock.system()):
        return
    ask = Asker(desk.settings.fetch, clock.system)
    for one in ask_due(ledger, own_desk(desk).desk, ask, clock.system, every):
        if one.failed or any(came.new for came in one.came):
            for line in _came(one):
                print(line)


def _partners(hand: AtHand, party: str | None) -> "list[Partner]":
    """Whose servers can be asked; raises ``UsageError`` where the one that was named has none."""
    from reportedly.errors import UsageError

    found = [hand.ledger.partners.named(party)] if party else hand.ledger.partners.all()
    known = [one for one in found if one.address]
    if not known:
        raise UsageError("no server is known there: `reportedly exchange party connect` says where one is")
    return known


def _asker(hand: AtHand) -> "Asker":
    from reportedly import clock
    from reportedly.fetch.http.asking import Asker

    return Asker(hand.desk.settings.fetch, clock.system)


def _came(one: "Asked") -> Iterator[str]:
    reports = sum(came.reports for came in one.came)
    others = sum(came.others for came in one.came)
    refused = [refusal for came in one.came for refusal in came.refused]
    yield f"{one.collection.title}: {reports:,} new reports, {others:,} other objects, {len(refused):,} refused"
    for came in one.came:
        yield from (f"withdrawn: {each.url}: {each.reason}" for each in came.withdrawn)
        yield from (f"corrected: {each.url}: {each.reason}" for each in came.corrected)
    yield from (f"refused: {each.id}: {each.why}" for each in refused[:SHOWN])
    if one.failed:
        yield f"failed: {one.failed}"


def _gave(one: "Gave") -> Iterator[str]:
    yield f"{one.collection.title}: {one.taken:,} objects given, {len(one.refused):,} refused"
    yield from (f"refused: {each}" for each in one.refused[:SHOWN])
    if one.failed:
        yield f"failed: {one.failed}"
