"""What partners told, beside what this desk read itself: in their words, with who saw it and who passed it on.

A report is read by its name and description, as anybody reads it who imports it; nothing of it becomes a reading here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from reportedly.records import Received, ReportState, Story, page_id

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_REPORT: Final = "report"
_TIES: Final = ("relationship/happening", "relationship/copy")


class Told(NamedTuple):
    """A partner's report: ``lines`` are its words, ``originator`` who saw the article, ``through`` who passed it on."""

    id: str
    name: str
    lines: tuple[str, ...]
    url: str
    originator: str
    through: str | None
    at: datetime
    state: ReportState
    reason: str


def newest(ledger: "Ledger", limit: int = 50) -> list[Told]:
    """The reports that came last, those first."""
    received = sorted(ledger.received.current(_REPORT), key=lambda one: (one.at, one.modified, one.id), reverse=True)
    return _told(ledger, received[:limit])


def names(ledger: "Ledger", urls: Sequence[str]) -> dict[str, str]:
    """By address how an article is called: its headline in this desk's own list, else in a partner's report."""
    reports = ledger.received.current(_REPORT, map(page_id, urls))
    theirs = {one.name: one.url for one in _told(ledger, reports) if one.state != "withdrawn"}
    own = {line.url: line.headline for line in ledger.articles.latest_lines(urls).values() if line.headline}
    return {url: name for name, url in theirs.items()} | own


def of_story(ledger: "Ledger", story: Story) -> list[Told]:
    """What partners told of a story's articles, and of others that they say tell the same; what was withdrawn last."""
    return _told(ledger, received_of(ledger, [story])[story.id])


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


def _told(ledger: "Ledger", received: Iterable[Received]) -> list[Told]:
    names = {one.desk: one.name for one in ledger.partners.all()}
    return [_of(one, names) for one in received]


def _of(one: Received, names: Mapping[str, str]) -> Told:
    body: dict[str, Any] = msgspec.json.decode(one.body)
    through = None if one.sender == one.originator else names.get(one.sender, one.sender[:16])
    return Told(
        id=one.id,
        name=str(body.get("name", "")),
        lines=tuple(str(body.get("description", "")).splitlines()),
        url=one.url,
        originator=names.get(one.originator, one.originator[:16]),
        through=through,
        at=one.at,
        state=one.state,
        reason=one.reason,
    )
