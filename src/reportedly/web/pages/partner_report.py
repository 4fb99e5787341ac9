"""A report of another desk, to be read and cited: its words with who says so, and what became of it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly import clock
from reportedly.account.partner_reports import by_id
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(include_in_schema=False)


@router.api_route("/exchange/reports/{report}", methods=["GET", "HEAD"])
def partner_report(request: Request, desk: ThisDesk, visitor: ThisVisitor, report: str) -> Response:
    """The report as it stands now; one that is marked TLP:RED is for editors, who deal with the partner."""
    found = by_id(desk.ledger, [report]).get(report)
    if found is None or (found.label == "RED" and not visitor.may("editor")):
        raise Missing("No partner gave this desk such a report.")
    return desk.page("partner_report.html", request, report=found, reserved=found.use(clock.system()))
