"""The liaison's page: what was given and got under each pact, what is owed, what fails, and the pacts as documents."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly import clock
from reportedly.account import exchange as standing
from reportedly.account import pact as wording
from reportedly.account import partners_told
from reportedly.records import Transfer
from reportedly.web.admission import editors
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
LINES: Final = 30  # of the log
_KINDS: Final = {"# ": "h1", "## ": "h2", "### ": "h3", "- ": "li", "> ": "quote"}


class Went(NamedTuple):
    """A line of the log, and how often in a row the same failed."""

    line: Transfer
    times: int


class Block(NamedTuple):
    """Lines of a document that go together: a heading, a list, a paragraph, words of the parties' own."""

    kind: str
    lines: tuple[str, ...]


@router.api_route("/exchange", methods=["GET", "HEAD"])
@editors
def exchange(request: Request, desk: ThisDesk) -> Response:
    """How it stands with every partner."""
    now, own = clock.system(), _own(desk)
    names = {one.desk: one.name for one in desk.ledger.partners.all()}
    return desk.page(
        "exchange.html",
        request,
        liaisons=desk.ledger.partners.own_liaisons(),
        standings=list(standing.standings(desk.ledger, own, now)) if own else [],
        state=standing.state,
        now=now,
        came=partners_told.newest(desk.ledger),
        log=list(_folded(desk.ledger.partners.transfers(limit=LINES, idle=False))),
        names=names,
    )


@router.api_route("/exchange/pacts/{pact}", methods=["GET", "HEAD"])
@editors
def document(request: Request, desk: ThisDesk, pact: str) -> Response:
    """A pact as a document, to be read and printed."""
    known = desk.ledger.pacts.get(pact)
    if known is None:
        raise Missing("There is no such pact.")
    return desk.page(
        "pact.html",
        request,
        standing=known,
        blocks=list(_blocks(wording.lines(known.pact))),
        state=standing.state(known, clock.system()),
    )


def _folded(log: Iterable[Transfer]) -> Iterator[Went]:
    """The lines, the latest first; the same failure in a row is told once."""
    for _, some in groupby(log, key=lambda one: (one.partner, one.failed) if one.failed and not one.many else one.seq):
        lines = list(some)
        yield Went(lines[0], len(lines))


def _own(desk: WebDesk) -> str:
    """The fingerprint of this desk's key; empty where it has no pact, for then it may have no key yet."""
    return desk.partners.desk if desk.partners and desk.ledger.pacts.all() else ""


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    for kind, some in groupby((line.replace("`", "") for line in lines if line), key=_kind):
        mark = next((mark for mark, named in _KINDS.items() if named == kind), "")
        own = tuple(line.removeprefix(mark) for line in some)
        yield from [Block(kind, own)] if kind in {"li", "quote"} else (Block(kind, (line,)) for line in own)


def _kind(line: str) -> str:
    return next((kind for mark, kind in _KINDS.items() if line.startswith(mark)), "p")
