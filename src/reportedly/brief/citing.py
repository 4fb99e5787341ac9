"""Words cited by an address on the desk: what an editor who adds a citation by hand copies from the article's page."""

import re
from typing import TYPE_CHECKING, Final

from reportedly.account.partner_reports import by_id
from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Citation, heading
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_PASSAGE: Final = re.compile(r"(?:^|/articles/)(a[0-9a-f]{16})(?:#s-(\d{1,9})-(\d{1,9}))?$")
_REPORT: Final = re.compile(r"(?:^|/exchange/reports/)(report--[0-9a-f-]{36})(?:#w-(\d{1,9})-(\d{1,9}))?$")


def at_address(ledger: "Ledger", address: str) -> Citation:
    """The words at ``/articles/{id}#s-{start}-{end}``, or of an article without a passage its headline.

    Words of a partner's report stand at ``/exchange/reports/{id}#w-{start}-{end}``. Raises ``BadInput`` for what is no
    such address, ``NotInLedger`` where no such words are filed.
    """
    if report := _REPORT.search(address):
        return _reported(ledger, report)
    match = _PASSAGE.search(address)
    if match is None:
        raise BadInput(f"{address!r} is no address of words on this desk: copy one that ends in #s-12-48")
    article = ledger.articles.get(match[1])
    if article is None:
        raise NotInLedger(f"there is no article {match[1]}")
    span = Span(int(match[2]), int(match[3])) if match[2] else heading(article)
    if not 0 <= span.start < span.end <= len(article.text):
        raise NotInLedger(f"article {match[1]} has no characters {span.start} to {span.end}")
    names = ledger.outlets.names()
    return Citation.of(article, span, names.get(article.outlet, article.outlet))


def _reported(ledger: "Ledger", match: re.Match[str]) -> Citation:
    """Words of a partner's report; raises ``BadInput`` where it was withdrawn."""
    report = by_id(ledger, [match[1]]).get(match[1])
    if report is None:
        raise NotInLedger(f"no partner gave this desk the report {match[1]}")
    if report.state == "withdrawn":
        raise BadInput(f"{report.by} withdrew this report: it must not be used")
    span = Span(int(match[2]), int(match[3])) if match[2] else None
    said = next((words for words in report.said if span in {None, words.span}), None)
    if said is None:
        raise NotInLedger("the report has no such words any more: it was corrected; open it again")
    return report.cite(said)
