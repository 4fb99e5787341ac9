"""Changes to who may come in and with what, each put down in the audit log with who made it, and from where."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportedly.clock import Clock
from reportedly.errors import BadInput, NotInLedger
from reportedly.people import secrets
from reportedly.people.passwords import Passwords, unfit
from reportedly.records import LOCAL, ROLES, SCOPES, Account, AuditLine, Done, Role, Scope, Token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.ledger import Ledger

_ID: Final = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
NOBODYS: Final = frozenset({LOCAL, "terminal"})  # names of whoever sits at the machine
LONGEST: Final = 100  # characters of a name
MOST_TOKENS: Final = 50  # of one person


@dataclass(frozen=True)
class Roster:
    """The people of the desk, as ``by`` changes them from ``address``."""

    ledger: "Ledger"
    now: Clock
    passwords: Passwords
    by: str
    address: str

    def add(self, person: str, name: str, role: Role, password: str | None, identity: str | None = None) -> Account:
        """Let somebody in, by a password or by what a provider calls them; raises ``BadInput``."""
        person = self.check_free(person)
        kept = self._hashed(password, person, name) if password is not None else None
        account = Account(person, fit_name(name or person), checked(role), self.now(), kept, identity)
        self.ledger.people.put(account)
        self._put("added", f"{person}: {role}")
        return account

    def check_free(self, person: str) -> str:
        """What somebody can sign in with, as it is kept; raises ``BadInput`` where nobody can, or somebody does."""
        person = person.strip().casefold()
        if not _ID.fullmatch(person) or person in NOBODYS:
            raise BadInput(f"{person!r} cannot be signed in with: take up to 64 letters a-z, digits and . _ @ -")
        if self.ledger.people.get(person):
            raise BadInput(f"somebody signs in as {person!r} already: choose another, or change theirs")
        return person

    def set_role(self, person: str, role: Role) -> None:
        """Give somebody another role, from their next request on."""
        self.ledger.people.set_role(person, checked(role))
        self._put("role", f"{person}: {role}")

    def set_name(self, person: str, name: str) -> None:
        """Give somebody another name; what they did before keeps the one they had."""
        self.ledger.people.set_name(person, fit_name(name))
        self._put("name", f"{person}: {fit_name(name)}")

    def set_password(self, person: str, password: str) -> None:
        """Give somebody another password: they are signed out everywhere."""
        account = self.known(person)
        self.ledger.people.set_password(person, self._hashed(password, person, account.name))
        self.ledger.sessions.end(person)
        self._put("password", person)

    def remove(self, person: str) -> None:
        """Let somebody in no more, and sign them out; what they did keeps their name."""
        self.ledger.people.remove(person, self.now())
        self._put("removed", person)

    def end_sessions(self, person: str, session: str | None = None, *, but: str = "") -> int:
        """End one session of somebody, or all; how many ended."""
        ended = self.ledger.sessions.end(self.known(person).id, session, but=but)
        if ended:
            self._put("sessions ended", f"{person}: {ended}")
        return ended

    def make_token(self, person: str, name: str, scopes: "Iterable[Scope]") -> str:
        """A token for a program of theirs, which is told this once and never again; raises ``BadInput``."""
        asked = frozenset(scopes)
        wanted = tuple(scope for scope in SCOPES if scope in asked)
        if not wanted or not name.strip():
            raise BadInput("a token is for something: give it a name, and choose what it opens")
        if len(self.ledger.tokens.of(self.known(person).id)) >= MOST_TOKENS:
            raise BadInput(f"{MOST_TOKENS} tokens are enough for one person: revoke some first")
        secret = secrets.TOKEN + secrets.fresh()
        label = fit_name(name)
        self.ledger.tokens.put(Token(secrets.digest(secret), person, label, wanted, self.now()))
        self._put("token made", f"{person}: {label} ({', '.join(wanted)})")
        return secret

    def revoke_token(self, person: str, token: str) -> None:
        """Take a token away; raises ``NotInLedger``."""
        names = {one.id: one.name for one in self.ledger.tokens.of(person)}
        if not self.ledger.tokens.revoke(person, token):
            raise NotInLedger("there is no such token: it was revoked already")
        self._put("token revoked", f"{person}: {names.get(token, '')}")

    def known(self, person: str) -> Account:
        """The account of somebody; raises ``NotInLedger``."""
        account = self.ledger.people.get(person)
        if account is None:
            raise NotInLedger(f"nobody signs in here as {person!r}: `reportedly users list` shows who does")
        return account

    def _hashed(self, password: str, *own: str) -> str:
        if why := unfit(password, *own):
            raise BadInput(why)
        return self.passwords.hashed(password)

    def _put(self, what: Done, about: str) -> None:
        self.ledger.audit.put(AuditLine(self.now(), self.by, what, about, self.address))


def checked(role: str) -> Role:
    """The role that a word names; raises ``BadInput``."""
    for known in ROLES:
        if role == known:
            return known
    raise BadInput(f"{role!r} is no role: take {', '.join(ROLES)}")


def fit_name(name: str) -> str:
    """A name as it can stand beside a decision; raises ``BadInput`` for one too long."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if not plain or len(plain) > LONGEST:
        raise BadInput(f"a name has 1 to {LONGEST} characters")
    return plain
