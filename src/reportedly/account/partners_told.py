"""Which reports of partners stand beside a story of this desk, and which came last; nothing of them is counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reportedly.account.partner_reports import PartnerReport, read
from reportedly.records import Received, Story, page_id

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_REPORT: Final = "report"
_TIES: Final = ("relationship/happening", "relationship/copy")


def newest(ledger: "Ledger", limit: int = 50) -> list[PartnerReport]:
    """The reports that came last, those first."""
    received = sorted(ledger.received.current(_REPORT), key=lambda one: (one.at, one.modified, one.id), reverse=True)
    return _read(ledger, received[:limit])


def names(ledger: "Ledger", urls: Sequence[str]) -> dict[str, str]:
    """By address how an article is called: its headline in this desk's own list, else in a partner's report."""
    reports = ledger.received.current(_REPORT, map(page_id, urls))
    theirs = {one.name: one.url for one in _read(ledger, reports) if one.state != "withdrawn"}
    own = {line.url: line.headline for line in ledger.articles.latest_lines(urls).values() if line.headline}
    return {url: name for name, url in theirs.items()} | own


def of_story(ledger: "Ledger", story: Story) -> list[PartnerReport]:
    """What partners told of a story's articles, and of others that they say tell the same; what was withdrawn last."""
    return _read(ledger, received_of(ledger, [story])[story.id])


def received_of(ledger: "Ledger", stories: Sequence[Story]) -> dict[str, list[Received]]:
    """By story the same as it came."""
    pages = {story.id: {page_id(place.url) for place in story.articles} for story in stories}
    own = ledger.received.current(_REPORT, set[str]().union(*pages.values()))
    if not own:
        return {story.id: [] for story in stories}
    ties = [tie for kind in _TIES for tie in ledger.received.current(kind)]
    standing = [set(tie.about.split("|")) for tie in ties if tie.state != "withdrawn"]
    near = {story: _tied({one.id for one in own if one.about in of_it}, standing) for story, of_it in pages.items()}
    known = {one.id: one for one in ledger.received.current(_REPORT, ids=set[str]().union(*near.values()))}
    return {
        story: sorted(
            (known[one] for one in ids if one in known), key=lambda one: (one.state == "withdrawn", one.url, one.id)
        )
        for story, ids in near.items()
    }


def _tied(near: set[str], ties: Sequence[set[str]]) -> set[str]:
    """These reports with all that are tied to them, by whichever way."""
    while near and (fresh := {end for ends in ties if ends & near for end in ends} - near):
        near = near | fresh
    return near


def _read(ledger: "Ledger", received: Sequence[Received]) -> list[PartnerReport]:
    known = read(ledger, received)
    return [known[one.id] for one in received]
