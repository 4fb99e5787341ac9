"""Decisions laid over follow-ups as they are put together: windows, states and roots as people corrected them.

A decision names an announcement and holds for the follow-up that this supports now, or that its heir supports where its
page was edited.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.judging import grounds
from reportedly.ledger.judging.readings import corrections
from reportedly.ledger.schema import announcements
from reportedly.records import Announcement, Change, FollowUp, Judged, Judgement, Sighting, Window, heir, page_id

_COLUMNS = [announcements.c[name] for name in ("id", "followup", "url", "on", "n")]
_PLAIN = sa.type_coerce(announcements.c.sighting, sa.Text()).label("sighting")


class Named(NamedTuple):
    """A decision's thing, and the follow-up that it concerns now."""

    judged: Judged
    followup: str
    made: Sequence[Judgement]


def stood(known: Judged) -> Sighting:
    """The announcement that was judged."""
    return msgspec.json.decode(known.words, type=Sighting)


def heir_of(connection: Connection, known: Judged) -> str | None:
    """The announcement that stands for the judged one now."""
    query = sa.select(*_COLUMNS, _PLAIN).where(announcements.c.page == page_id(known.url))
    rows = connection.execute(query.order_by(announcements.c.n))
    page = [Announcement(*row[:5], msgspec.json.decode(row.sighting, type=Sighting)) for row in rows]
    return heir(known.about, stood(known), page)


def named(connection: Connection, ids: Iterable[str], kinds: Iterable[str] | None = None) -> list[Named]:
    """The decisions in force about these follow-ups."""
    asked, found = [*ids], list[Named]()
    for some in batches.of_ids(asked):
        query = sa.select(announcements.c.id, announcements.c.followup, announcements.c.url)
        rows = connection.execute(query.where(announcements.c.followup.in_(some))).all()
        supports = {row.id: row.followup for row in rows}
        every = grounds.on_pages(connection, {row.url for row in rows}, kinds)
        for known, made in (each for things in every.values() for each in things if each[0].kind == "expectation"):
            now = known.about if known.about in supports else heir_of(connection, known)
            if now in supports:
                found.append(Named(known, supports[now], made))
    return found


def told(connection: Connection, filed: FollowUp) -> FollowUp:
    """A follow-up as it is told, from what was found of it."""
    made = [decision for each in named(connection, [filed.id], ["correct"]) for decision in each.made]
    root = _root(connection, filed)
    return corrected(filed if root is None else replace(filed, type=root), made)


def _root(connection: Connection, filed: FollowUp) -> str | None:
    """What people corrected the event to be that is announced; None where nobody did."""
    first = filed.supports[0]
    things = grounds.on_pages(connection, [first.article_url], ["correct"]).get(first.article_url, ())
    for known, made in things:
        here = (known.article, known.start, known.end) == (first.article, *first.span)
        if known.kind == "event" and (here or known.words.endswith(f"\n{first.sentence}")):
            return corrections(made).get("root")
    return None


def corrected(followup: FollowUp, made: Sequence[Judgement]) -> FollowUp:
    """A follow-up by the corrections in force: a state holds from the day on which it was decided."""
    last, asked = {each.correction[0]: each for each in made}, corrections(made)
    if "window" in asked:
        followup = _moved(followup, window(asked["window"]))
    if asked.get("state") == "open":
        return replace(followup, history=())
    if "state" in asked:
        change = Change(last["state"].at.date(), asked["state"])  # type: ignore[arg-type]
        return replace(followup, history=(*followup.history, change))
    return followup


def _moved(followup: FollowUp, asked: Window | None) -> FollowUp:
    history = tuple(replace(change, window=asked) if change.state == "moved" else change for change in followup.history)
    return replace(followup, window=asked, history=history)


def window(words: str) -> Window | None:
    """``2031-05-03`` or ``2031-05-03/2031-05-09``; nothing where no day is known."""
    start, _, end = words.partition("/")
    if not start:
        return None
    return Window(date.fromisoformat(start), date.fromisoformat(end or start), vague=False)
