"""What became of partners' reports that a brief cites: withdrawn, corrected, told anew, or not to be used."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from reportedly.account import wording
from reportedly.account.partner_reports import PartnerReport, by_id
from reportedly.records import Citation, Exhibit, Flag, Reported
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

GRAVE: Final = frozenset({"withdrawn", "corrected"})
"""What is said on top of a brief as well, in each form it is given out in."""


def of_partners(
    ledger: "Ledger", cited: Iterable[Citation | Exhibit], now: datetime | None = None
) -> dict[tuple[str, Span], tuple[Flag, ...]]:
    """For words of partners' reports what to know of them; those of which nothing is to be known are left out.

    ``now`` is when their pacts are asked whether they may be used; without it they are not.
    """
    theirs = [(one, one.reported) for one in cited if one.reported]
    reports = by_id(ledger, {one.article for one, _ in theirs})
    found = {
        (one.article, one.span): tuple(_flags(one.words, told, reports[one.article], now))
        for one, told in theirs
        if one.article in reports
    }
    return {place: flags for place, flags in found.items() if flags}


def _flags(words: str, told: Reported, report: PartnerReport, now: datetime | None) -> Iterator[Flag]:
    link, who = f"/exchange/reports/{report.id}", report.called or "Another desk"
    since, why = f"as of {wording.moment(report.version)}", f": {_ended(report.reason)}"
    stand = "still stand" if words in report.text else "no longer stand"
    if report.state == "withdrawn":
        yield Flag("withdrawn", f"{who} withdrew the report cited, {since}{why}", link)
    elif report.version > told.version and report.state == "corrected":
        corrected = f"{who} corrected the report cited, {since}{why} The words cited {stand} in it."
        yield Flag("corrected", corrected, link)
    elif report.version > told.version and words not in report.text:
        yield Flag("changed", f"{who} told the report cited anew, {since}; the words cited {stand} in it.", link)
    if now and report.state != "withdrawn" and (reserved := report.use(now)):
        yield Flag("pact", reserved, link)


def _ended(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."
