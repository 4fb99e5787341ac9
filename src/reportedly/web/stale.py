"""A form that was overtaken: what changed in between, and the person's own words again, ready to be sent anyway."""

from http import HTTPStatus
from typing import Final

from fastapi import Request
from starlette.responses import Response

from reportedly.account.decision_words import in_words, path_of
from reportedly.account.judgements import concerning
from reportedly.web import webdesk
from reportedly.web.asked import number
from reportedly.web.judging import Stale

WRITTEN: Final = {"words": "Words", "note": "Why", "address": "Address"}
"""Fields in which somebody writes, with their labels; all others are sent again as they were."""


async def answer(request: Request, error: Exception) -> Response:
    """The page that is shown instead of filing the decision: 409, and nothing of the form is lost."""
    if not isinstance(error, Stale):
        raise error
    desk, form = webdesk.of(request), error.form
    known, newest = form.get("known", ""), desk.ledger.judgements.newest()
    names = [error.about, *concerning(desk.ledger, error.about)]
    return desk.page(
        "stale.html",
        request,
        status=HTTPStatus.CONFLICT,
        between=desk.ledger.judgements.after(number(known) or 0, names),
        said=in_words,
        written={name: label for name, label in WRITTEN.items() if name in form},
        form=form,
        kept={name: value for name, value in form.items() if name not in {*WRITTEN, "token", "who", "known"}},
        newest=newest,
        path=path_of(desk.ledger, error.about),
    )
