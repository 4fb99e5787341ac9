"""How a page files a person's decision: one after the other, by who is named.

The web desk does not know how follow-ups are matched and stories grouped. It is handed ``decide``, which files the
decision as a row and has that done anew, as ``reportedly judge`` does.
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Annotated, Protocol

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from reportedly.errors import Overtaken
from reportedly.records import Decision, Judgement
from reportedly.web import webdesk
from reportedly.web.asked import number
from reportedly.web.forms import Form


class Decide(Protocol):
    """Files a decision and has what it is about related anew."""

    def __call__(
        self, who: str, kind: Decision, about: str, known: int | None = None, **details: str | None
    ) -> Judgement:
        """The decision as it was filed."""
        ...


@dataclass(frozen=True)
class Judging:
    """Takes the decisions that pages send."""

    decide: Decide
    turn: Lock = field(default_factory=Lock)  # two decisions at once would each be matched without the other

    def file(self, form: Form, kind: Decision, about: str, **details: str) -> Judgement:
        """The decision as it was filed, in turn; raises what ``decide`` does where it cannot be made.

        ``Stale`` where the form's page was made before somebody else decided about the same thing.
        """
        who, known = form.get("who", "").strip(), form.get("known", "")
        details.setdefault("note", form.get("note", "").strip())
        given = {name: value or None for name, value in details.items()}
        with self.turn:
            try:
                return self.decide(who, kind, about, number(known), **given)
            except Overtaken as error:
                raise Stale(form, about) from error


class Stale(HTTPException):
    """A form whose page did not know what somebody decided since: 409, with all that was written in it."""

    def __init__(self, form: Form, about: str) -> None:
        super().__init__(HTTPStatus.CONFLICT)
        self.form, self.about = form, about


def taker(request: Request) -> Judging:
    """Who takes decisions; 405 where this desk was served without."""
    judging = webdesk.of(request).judging
    if judging is None:
        raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED)
    return judging


Judge = Annotated[Judging, Depends(taker)]
