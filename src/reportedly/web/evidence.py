"""Whose words expectations rest on."""

from collections.abc import Iterable

from reportedly.records import Evidence, FollowUp
from reportedly.text import Span
from reportedly.web.desk import WebDesk


def outlets_of(desk: WebDesk, rows: Iterable[FollowUp]) -> dict[str, str]:
    """The outlet's name for each article that the rows rest on; a copy beside other support is called one."""
    shown = list(rows)
    names = desk.outlet_names()
    resting = {one.article for row in shown for one in _evidence(row)}
    doubtful = {one.article for row in shown if len(row.supports) > 1 for one in row.supports}
    found = {article: desk.ledger.article(article) for article in resting}
    labels = {key: names.get(article.outlet, article.outlet) for key, article in found.items() if article}
    return {key: f"{name} (copy)" if key in doubtful and _is_copy(desk, key) else name for key, name in labels.items()}


def spans_in(desk: WebDesk, article: str) -> set[Span]:
    """The words of an article that expectations rest on."""
    rows = desk.ledger.followups(article=article)
    return {one.span for row in rows for one in _evidence(row) if one.article == article}


def _evidence(row: FollowUp) -> tuple[Evidence, ...]:
    return (*row.supports, *(one for change in row.history for one in change.evidence))


def _is_copy(desk: WebDesk, article: str) -> bool:
    story = desk.ledger.story(desk.ledger.story_of(article) or "")
    return story is not None and any(one.article == article and one.copy_of for one in story.articles)
