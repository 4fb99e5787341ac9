"""What one side's outlets carry and the other's do not, and which outlets have fallen silent."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import coverage as sides
from reportedly.account import days as account_days
from reportedly.account.silence import silent
from reportedly.account.spoken import spoken
from reportedly.errors import BadInput
from reportedly.web.asked import TheseDays
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
STORIES: Final = 40  # shown of each kind; how many more there are is said
SILENT: Final = 3  # days; over a weekend a paper is not missed yet


@router.api_route("/coverage", methods=["GET", "HEAD"])
def coverage(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request, desk: ThisDesk, asked: TheseDays, languages: TheseLanguages, a: str = "", b: str = ""
) -> Response:
    """Two sides compared, where two are given; below them who is silent for as many days as ``quiet`` says."""
    days = account_days.lately(*asked, desk.today)
    quiet = _quiet(request.query_params.get("quiet"))
    compared = None
    if a.strip() and b.strip():
        ours, theirs = sides.side(desk.ledger, a), sides.side(desk.ledger, b)
        compared = sides.compare(desk.ledger, ours, theirs, days, limit=STORIES, languages=languages)
    return desk.page(
        "coverage.html",
        request,
        a=a.strip(),
        b=b.strip(),
        days=days,
        languages=languages,
        spoken=spoken(desk.ledger),
        compared=compared,
        quiet=quiet,
        silent=silent(desk.ledger, quiet, desk.now()),
        outlets=desk.ledger.outlets.all(),
        names=desk.ledger.outlets.names(),
    )


def _quiet(given: str | None) -> int:
    """For how many days an outlet must be silent; raises ``BadInput``."""
    if not given:
        return SILENT
    if not (given.isascii() and given.isdigit() and int(given[:9]) >= 1):
        raise BadInput(f"{given!r} is no number of days: give 1 or more")
    return int(given[:9])
