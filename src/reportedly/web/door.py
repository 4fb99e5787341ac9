"""The door of the desk: who a request comes from, and what a browser is given to be known by next time.

A desk without accounts that is served to this machine only knows whoever sits at it, who may all. Everywhere else, and
as soon as there are accounts, everybody signs in.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from fastapi import Request
from starlette.responses import Response

from reportedly.people import Caller, Pace, Porter, Roster, SignedIn
from reportedly.people.oidc import Provider
from reportedly.records import LOCAL, Account, Person
from reportedly.web.admission import need_of
from reportedly.web.visitor import STRANGER, Visitor

A_MINUTE: Final = 600
REMEMBERED: Final = timedelta(days=180)
"""For how long a browser is known to have been signed in; it opens nothing, and only keeps a guesser's waits away."""


@dataclass(frozen=True)
class Door:
    """What stands between a request and the desk.

    ``who`` is the name of whoever sits at this machine; ``here_only`` whether nobody else reaches the desk; ``secure``
    whether browsers come by https alone. ``pace`` is how often one may ask, ``provider`` who else vouches for people.
    """

    porter: Porter
    who: str = ""
    here_only: bool = True
    secure: bool = False
    pace: Pace = field(default_factory=lambda: Pace(A_MINUTE))
    provider: Provider | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def is_open(self) -> bool:
        """Whether whoever sits at this machine may all, since nobody else comes and nobody has an account."""
        return self.here_only and not self.porter.ledger.people.any()

    def visitor(self, request: Request) -> Visitor:
        """Who is asking; looked up once a request."""
        known: Visitor | None = getattr(request.state, "visitor", None)
        if known is None:
            known = request.state.visitor = self._visitor(request)
        return known

    def caller(self, request: Request) -> Caller:
        """From where somebody comes."""
        address = request.client.host if request.client else ""
        device = request.cookies.get(self._cookie(request, "device"), "")
        return Caller(address, request.headers.get("user-agent", ""), device)

    # -- what a browser is given --------------------------------------------------------------------------------------

    def let_in(self, request: Request, response: Response, came: SignedIn) -> None:
        """Have the browser bring its session from now on."""
        self._give(request, response, "session", came.secret, self.porter.longest)
        self._give(request, response, "device", came.device, REMEMBERED)

    def let_out(self, request: Request, response: Response) -> None:
        """End the session that the browser brings, and have it forget that."""
        self.porter.sign_out(request.cookies.get(self._cookie(request, "session"), ""), self.caller(request))
        response.delete_cookie(self._cookie(request, "session"), secure=self.secure, httponly=True, samesite="lax")

    def know_stranger(self, request: Request, response: Response) -> None:
        """Have the browser of somebody who is not in bring back what the token in the form was made of."""
        if not request.cookies.get(self._cookie(request, "door")):
            self._give(request, response, "door", self._door(request), timedelta(hours=12))

    def keep(self, request: Request, response: Response, kept: str) -> None:
        """Have the browser bring something back from the provider."""
        self._give(request, response, "going", kept, timedelta(minutes=10))

    def kept(self, request: Request) -> str:
        """What it brings."""
        return request.cookies.get(self._cookie(request, "going"), "")

    def _give(self, request: Request, response: Response, what: str, value: str, lasting: timedelta) -> None:
        response.set_cookie(
            self._cookie(request, what),
            value,
            max_age=int(lasting.total_seconds()),
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def _cookie(self, request: Request, what: str) -> str:
        """Its name: one that only this very host can set by https; else one of this port, for cookies know no ports."""
        return f"__Host-reportedly-{what}" if self.secure else f"reportedly-{what}-{request.url.port or 80}"

    # -- who it is ----------------------------------------------------------------------------------------------------

    def _visitor(self, request: Request) -> Visitor:
        if self.is_open:
            return Visitor(Person(LOCAL, self.who, "admin"), self.token)
        kind, _, bearer = request.headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer":
            return self._program(bearer.strip()) or self._stranger(request)
        key = request.query_params.get("key", "") if _is_feed(request) else ""
        return self._browser(request) or self._reader(key) or self._stranger(request)

    def _reader(self, key: str) -> Visitor | None:
        """A feed reader, by the key in the address; one that was made for more would be seen by too many there."""
        program = self._program(key)
        return program._replace(scopes=("feed",)) if program and "feed" in program.scopes else None

    def _program(self, secret: str) -> Visitor | None:
        found = self.porter.token(secret)
        return Visitor(found[0].person, "", scopes=found[1].scopes, program=found[1].name) if found else None

    def _browser(self, request: Request) -> Visitor | None:
        secret = request.cookies.get(self._cookie(request, "session"), "")
        found = self.porter.session(secret) if secret else None
        return Visitor(found[0].person, _sealed(secret, "forms"), session=found[1].id) if found else None

    def _stranger(self, request: Request) -> Visitor:
        return Visitor(STRANGER, _sealed(self._door(request), self.token))

    def _door(self, request: Request) -> str:
        """What the browser of a stranger is known by: what it brings, or something fresh."""
        given = request.cookies.get(self._cookie(request, "door"), "") or getattr(request.state, "door", "")
        request.state.door = given or secrets.token_urlsafe(24)
        door: str = request.state.door
        return door

    def roster(self, request: Request) -> Roster:
        """The roster, as whoever asks changes it."""
        by, address = self.visitor(request).person.id, self.caller(request).address
        return Roster(self.porter.ledger, self.porter.now, self.porter.passwords, by, address)

    def account(self, visitor: Visitor) -> Account | None:
        """The account of a visitor; None for whoever sits at this machine."""
        return self.porter.ledger.people.get(visitor.person.id) if visitor.has_account else None


def _is_feed(request: Request) -> bool:
    endpoint = request.scope.get("endpoint")
    return endpoint is not None and need_of(endpoint, request.method).feed


def _sealed(secret: str, what: str) -> str:
    return hmac.digest(secret.encode("utf-8", "replace"), what.encode(), "sha256").hex()
