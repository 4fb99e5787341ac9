"""How a page sends a person's decision: only from the desk's own pages, one after the other, by who is named.

The web desk does not know how follow-ups are matched and stories grouped. It is handed ``decide``, which files the
decision as a row and has that done anew, as ``reportedly judge`` does.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Annotated, Final, Protocol
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from reportedly.records import Decision, Judgement

LONGEST: Final = 10_000  # bytes of a form: a name, a note and an address
FORM: Final = "application/x-www-form-urlencoded"
NOT_OURS: Final = "This was not sent by a page of this desk as it runs now: open the page again and decide there."


class Decide(Protocol):
    """Files a decision and has what it is about related anew."""

    def __call__(self, who: str, kind: Decision, about: str, **details: str | None) -> Judgement:
        """The decision as it was filed."""
        ...


@dataclass(frozen=True)
class Judging:
    """``who`` stands in the form until another name is written there; ``token`` is new each time the desk is served."""

    decide: Decide
    who: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    turn: Lock = field(default_factory=Lock)  # two decisions at once would each be matched without the other

    def file(self, form: "Form", kind: Decision, about: str, **details: str) -> Judgement:
        """The decision as it was filed, in turn; raises what ``decide`` does where it cannot be made."""
        who = form.get("who", "").strip()
        with self.turn:
            return self.decide(who, kind, about, **details, note=form.get("note", "").strip() or None)


def taker(request: Request) -> Judging:
    """Who takes decisions; 405 where this desk was served without."""
    judging: Judging | None = request.app.state.desk.judging
    if judging is None:
        raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED)
    return judging


Form = dict[str, str]
Judge = Annotated[Judging, Depends(taker)]


async def form(request: Request, judging: Judge) -> Form:
    """The fields of a form of this desk's own; 403 for any other, 413 for one too long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    fields = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    if not _is_own(request) or not hmac.compare_digest(fields.get("token", "").encode(), judging.token.encode()):
        raise HTTPException(HTTPStatus.FORBIDDEN, NOT_OURS)
    return fields


def _is_own(request: Request) -> bool:
    """Whether the browser says nothing against the form being the desk's own.

    Its pages send no referrer, so a browser may give their origin as "null"; the token decides in any case.
    """
    headers = request.headers
    own = {"", "null", f"http://{headers.get('host', '')}"}
    sent_as = headers.get("content-type", "").partition(";")[0].strip().lower()
    return sent_as == FORM and headers.get("origin", "") in own and headers.get("sec-fetch-site", "none") in _SAME


_SAME: Final = frozenset({"none", "same-origin"})
Sent = Annotated[Form, Depends(form)]
