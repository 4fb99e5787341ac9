"""``reportedly exchange party``."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

if TYPE_CHECKING:
    from reportedly.records import Liaison

_Party = Annotated[str, typer.Argument(metavar="PARTY", help="Its name, or the beginning of its fingerprint.")]


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the other desk is called.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="Its key, as its `exchange desk` shows it.")],
    liaison: Annotated[
        list[str] | None, typer.Option("--liaison", metavar="NAME=CONTACT", help="Who speaks for it; once for each.")
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Add another desk; compare the fingerprint with what its people read out to you."""
    from msgspec.structs import replace

    from reportedly.errors import UsageError
    from reportedly.exchange.own import fingerprint_of
    from reportedly.records import Partner

    with at_hand(desk) as hand:
        fingerprint = fingerprint_of(key)
        if fingerprint == hand.own.desk:
            raise UsageError("this is the key of this very desk: ask the other for theirs")
        if not name.strip() or not name.isprintable():
            raise UsageError(f"{name!r} is no name of a desk")
        people = tuple(_liaison(one) for one in liaison or ())
        known = hand.ledger.partners.get(fingerprint)
        fresh = known or Partner(fingerprint, name, key, hand.now)
        hand.ledger.partners.put(replace(fresh, name=name, liaisons=people or fresh.liaisons, removed=None))
        print(f"{name} was added; ask them by another way whether their fingerprint is\n{fingerprint}")


def _liaison(given: str) -> "Liaison":
    from reportedly.errors import UsageError
    from reportedly.records import Liaison

    name, found, contact = (part.strip() for part in given.partition("="))
    if not (name and found and contact and given.isprintable()):
        raise UsageError(f"{given!r} does not say who and how they are reached: write it as NAME=CONTACT")
    return Liaison(name, contact)


def list_(desk: DeskOption = HERE) -> None:
    """List the other desks."""
    with at_hand(desk) as hand:
        lines = (f"{one.name} | {one.desk} | since {one.added:%Y-%m-%d}" for one in hand.ledger.partners.all())
        show(lines, "no other desk is known: `reportedly exchange party add` adds one")


def token(
    party: _Party,
    certificate: Annotated[
        str, typer.Option(metavar="SHA256", help="The certificate that it must show as well, by its digest.")
    ] = "",
    desk: DeskOption = HERE,
) -> None:
    """Make a token with which another desk comes in here; it is shown once, and the one before opens nothing more."""
    import re
    import secrets

    from msgspec.structs import replace

    from reportedly.errors import UsageError
    from reportedly.exchange.server import entrance

    shown = certificate.replace(":", "").lower()
    if shown and not re.fullmatch("[0-9a-f]{64}", shown):
        raise UsageError(f"{certificate!r} is no SHA-256 of a certificate: it has 64 digits")
    with at_hand(desk) as hand:
        known, secret = hand.ledger.partners.named(party), entrance.PREFIX + secrets.token_urlsafe(32)
        hand.ledger.partners.put(replace(known, token=entrance.digest(secret), certificate=shown))
        print(secret)


def connect(
    party: _Party,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="https://their-desk.example/taxii2/")],
    desk: DeskOption = HERE,
) -> None:
    """Say where another desk's server is; the token that they gave you is asked for, or read from stdin.

    For a server that knows no tokens type NAME:PASSWORD.
    """
    from urllib.parse import urlsplit

    from msgspec.structs import replace

    from reportedly.errors import UsageError

    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise UsageError(f"{address!r} is no address of a server: give it as https://their-desk.example/taxii2/")
    with at_hand(desk) as hand:
        known = hand.ledger.partners.named(party)
        hand.ledger.partners.put(replace(known, address=address, secret=_secret(known.name)))
        print(f"{known.name} is asked at {address} by `reportedly exchange poll`")


def _secret(name: str) -> str:
    """What was typed at a terminal, or a line of stdin; raises ``UsageError`` where there is none."""
    import sys
    from getpass import getpass

    from reportedly.errors import UsageError

    terminal = sys.stdin.isatty()
    given = (getpass(f"token that {name} gave you: ") if terminal else sys.stdin.readline()).strip()
    if not given or not given.isascii() or not given.isprintable():
        raise UsageError("a token is one line, as `reportedly exchange party token` shows it at the other desk")
    return given


def remove(party: _Party, desk: DeskOption = HERE) -> None:
    """Let another desk come in no more; what was given and got stays written down. End its pacts as well."""
    from msgspec.structs import replace

    with at_hand(desk) as hand:
        known = hand.ledger.partners.named(party)
        hand.ledger.partners.put(replace(known, removed=hand.now, token="", secret=""))
        print(f"{known.name} was removed; `reportedly exchange pact end` ends a pact with it")
