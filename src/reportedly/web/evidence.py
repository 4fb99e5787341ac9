"""Whose words expectations rest on."""

from collections.abc import Iterable

from reportedly.records import FollowUp
from reportedly.text import Span
from reportedly.web.webdesk import WebDesk


def outlets_of(desk: WebDesk, rows: Iterable[FollowUp]) -> dict[str, str]:
    """The outlet's name for each article that the rows rest on; a copy beside other support is called one."""
    shown = list(rows)
    names = desk.outlet_names()
    resting = {one.article for row in shown for one in row.evidence}
    doubtful = {one.article for row in shown if len(row.supports) > 1 for one in row.supports}
    found = desk.ledger.articles.lines_by_id(resting)
    labels = {key: names.get(line.outlet, line.outlet) for key, line in found.items()}
    return {key: f"{name} (copy)" if key in doubtful and found[key].is_copy else name for key, name in labels.items()}


def spans_in(desk: WebDesk, article: str) -> set[Span]:
    """The words of an article that expectations rest on."""
    rows = desk.ledger.followups.resting_on((article,))
    return {one.span for row in rows for one in row.evidence if one.article == article}
