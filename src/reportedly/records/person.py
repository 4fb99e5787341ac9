"""Who works at the desk, how they came in, and what was written down about it."""

from datetime import datetime
from typing import Final, Literal

from reportedly.records.kinds import Record

Role = Literal["reader", "editor", "admin"]
"""A reader looks, an editor decides and writes, an admin says who may come in. Each may what those before may."""

Scope = Literal["read", "write", "export", "feed"]
"""What a token opens: looking by the API, changing by it, whole lists, feeds."""

Done = Literal[
    "signed in", "refused", "signed out", "added", "removed", "role", "name", "password",
    "sessions ended", "token made", "token revoked", "sent",
]  # fmt: skip
"""What the audit log knows of; ``sent`` is whatever an editor or admin sent to the desk."""

ROLES: Final[tuple[Role, ...]] = ("reader", "editor", "admin")
SCOPES: Final[tuple[Scope, ...]] = ("read", "write", "export", "feed")


LOCAL: Final = "local"
"""The id of whoever sits at the desk's own machine, where it has no accounts."""


class Person(Record, frozen=True):
    """Somebody who works at the desk: what they look at, save and decide is kept under ``id``."""

    id: str
    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what a ``role`` may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Account(Record, frozen=True):
    """A person as the desk lets them in: ``id`` is what they sign in with, ``name`` stands beside what they decide.

    ``password`` is its hash; ``identity`` an id made of what an OpenID provider calls them. Either may be missing.
    """

    id: str
    name: str
    role: Role
    added: datetime
    password: str | None = None
    identity: str | None = None

    @property
    def person(self) -> Person:
        """The person alone."""
        return Person(self.id, self.name, self.role)


class SignIn(Record, frozen=True):
    """A browser in which somebody signed in: ``id`` is made of the secret that only the browser has."""

    id: str
    person: str
    began: datetime
    seen: datetime
    ends: datetime
    address: str
    browser: str


class Token(Record, frozen=True):
    """What a program comes in with, for a person: ``id`` is made of the secret, which is kept nowhere."""

    id: str
    person: str
    name: str
    scopes: tuple[Scope, ...]
    made: datetime
    used: datetime | None = None


class AuditLine(Record, frozen=True):
    """Something that was done about coming in, or was decided: by whom, about whom or what, and from where."""

    at: datetime
    who: str
    what: Done
    about: str = ""
    address: str = ""
    seq: int = 0
