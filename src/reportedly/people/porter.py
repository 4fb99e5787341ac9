"""The porter: who comes in, who they are while they are in, and that they went.

Invariant: what a browser or program brings is kept nowhere, only its hash; whatever it was, a person who was removed or
whose session was ended is out with the next request.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, NamedTuple

from reportedly.clock import Clock
from reportedly.people import secrets
from reportedly.people.caller import Caller, device_for
from reportedly.people.passwords import Passwords
from reportedly.people.throttle import Lane, Throttle
from reportedly.records import Account, AuditLine, Done, SignIn, Token

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

WRONG: Final = "Nobody signs in here by that name and password."
SEEN_EVERY: Final = timedelta(minutes=5)
"""How sharply it is known when a browser was last seen: a write for every page would wait for every other."""
CROWDED: Final = "Very many are signing in at this moment. Wait a second, then try again."
AT_ONCE: Final = 8
"""Passwords that are compared or wait for it; more would take the threads that pages are made in."""
TYPED: Final = 64  # characters of a name that are kept of a refused try
BROWSER: Final = 200


class SignedIn(NamedTuple):
    """Somebody is in: ``secret`` and ``device`` are for their browser alone."""

    account: Account
    secret: str
    device: str


class Refused(NamedTuple):
    """Nobody is: why, in words for the page, and for how many seconds another try would be refused too."""

    why: str
    wait: int = 0


@dataclass(frozen=True)
class Porter:
    """Lets people in. A session ends when it was ``idle`` so long, and at the ``longest`` after so long."""

    ledger: "Ledger"
    now: Clock
    passwords: Passwords = field(default_factory=Passwords)
    idle: timedelta = timedelta(hours=12)
    longest: timedelta = timedelta(days=7)
    throttle: Throttle = field(default_factory=Throttle)
    waiting: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def sign_in(self, name: str, password: str, caller: Caller) -> SignedIn | Refused:
        """Let somebody in by their password; whoever fails too often waits ever longer before the next try."""
        account = self.confirm(name, password, caller)
        return account if isinstance(account, Refused) else self.let_in(account, caller, "password")

    def confirm(self, name: str, password: str, caller: Caller) -> Account | Refused:
        """The account that a password is of; tries are counted as for coming in."""
        name = name.strip().casefold()[:TYPED]
        account = self.ledger.people.get(name)
        lanes = tuple(_lanes(name, account, caller))
        if wait := ceil(self.throttle.attempt(lanes, self.now()).total_seconds()):
            return Refused(_too_often(wait), wait)
        if not self.waiting.acquire(blocking=False):
            return Refused(CROWDED, 1)
        try:
            right = self.passwords.match(account.password if account else None, password)
        finally:
            self.waiting.release()
        if not right or account is None:
            return self._refused(name, "password", WRONG, caller)
        self.throttle.succeeded(lanes)
        if account.password and self.passwords.is_stale(account.password):
            self.ledger.people.set_password(account.id, self.passwords.hashed(password))
            account = self.ledger.people.get(account.id) or account
        return account

    def let_in(self, account: Account, caller: Caller, by: str) -> SignedIn:
        """Let somebody in who has shown who they are: a new session, whatever their browser brought."""
        secret, at = secrets.fresh(), self.now()
        session = SignIn(
            id=secrets.digest(secret),
            person=account.id,
            began=at,
            seen=at,
            ends=at + self.longest,
            address=caller.address,
            browser=printable(caller.browser[:BROWSER]),
        )
        self.ledger.sessions.begin(session, at - self.idle)
        self._put(account.id, "signed in", by, caller)
        return SignedIn(account, secret, device_for(account))

    def refuse(self, name: str, why: str, caller: Caller) -> Refused:
        """Put down that somebody was not let in whom a provider sent."""
        return self._refused(name[:TYPED], why, why, caller)

    def session(self, secret: str) -> tuple[Account, SignIn] | None:
        """Who is in by the secret that their browser brings."""
        at = self.now()
        found = self.ledger.sessions.open(secrets.digest(secret), at, at - self.idle)
        if found and at - found[1].seen >= SEEN_EVERY:
            self.ledger.sessions.seen(found[1].id, at)
        return found

    def token(self, secret: str) -> tuple[Account, Token] | None:
        """For whom a program comes that brings a token."""
        if not secret.startswith(secrets.TOKEN):
            return None
        found = self.ledger.tokens.open(secrets.digest(secret))
        if found and (found[1].used is None or found[1].used.date() != self.now().date()):
            self.ledger.tokens.used(found[1].id, self.now())
        return found

    def sign_out(self, secret: str, caller: Caller) -> None:
        """End the session of a browser; nothing where it has none."""
        found = self.session(secret)
        if found:
            self.ledger.sessions.end(found[0].id, found[1].id)
            self._put(found[0].id, "signed out", "", caller)

    def sent(self, who: str, what: str, caller: Caller) -> None:
        """Put down what an editor or admin sent to the desk."""
        self._put(who, "sent", what, caller)

    def _refused(self, name: str, about: str, why: str, caller: Caller) -> Refused:
        self._put(name, "refused", about, caller)
        return Refused(why)

    def _put(self, who: str, what: Done, about: str, caller: Caller) -> None:
        self.ledger.audit.put(AuditLine(self.now(), printable(who), what, printable(about), caller.address))


def printable(words: str) -> str:
    """The words without what would move a terminal's cursor: they are a stranger's."""
    return "".join(filter(str.isprintable, words))


def _lanes(name: str, account: Account | None, caller: Caller) -> Iterator[Lane]:
    """What the failures of a try are counted with; the figures let a person mistype, and no program guess."""
    if account and caller.knows(account):
        yield Lane(("device", name, caller.device), 10, 60)
        return
    yield Lane(("from", caller.net), 20, 60)
    yield Lane(("of", name, caller.net), 5, 60)
    yield Lane(("of", name), 30, 15)


def _too_often(seconds: int) -> str:
    return f"That was tried too often just now. Wait {seconds} second{'s' * (seconds > 1)}, then try again."
