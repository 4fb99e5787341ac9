"""Whom saved searches tell, and what is to be sent: an outbox.

Invariant: what an alert is to tell is put down as a message in the transaction that moves on up to where it looked, so
nothing is lost and nothing is taken twice. An alert tells of a page once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.errors import NotInLedger
from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import row_of
from reportedly.ledger.schema import alert_items, alert_messages, alerts, articles, saved_searches, search_matches
from reportedly.ledger.search import seq_of
from reportedly.ledger.search.places import place_of
from reportedly.records import Alert, Message, MessageState, content_id

AT_ONCE: Final = 500
"""Pages of which one message tells at most; what is more comes with the next."""
_rule, _sent, _item, _match = alerts.c, alert_messages.c, alert_items.c, search_matches.c


@dataclass(frozen=True, slots=True)
class Alerts:
    """The alerts, and their messages."""

    _database: Database

    # -- the rules -----------------------------------------------------------------------------------------------------

    def put(self, alert: Alert) -> Alert:
        """The alert as it was filed: it tells of what its search matches from now on."""
        with self._database.writing() as connection:
            last = sa.select(sa.func.max(_match.seq)).where(_match.search == alert.search)
            row = row_of(alert) | {"told": connection.scalar(last) or 0}
            connection.execute(sa.insert(alerts).values(row))
            return _alert(connection, alert.id)

    def get(self, alert: str) -> Alert:
        """An alert by its id; raises ``NotInLedger``."""
        with self._database.looking() as connection:
            return _alert(connection, alert)

    def all(self, owner: str | None = None) -> list[Alert]:
        """The alerts of a person, of everybody where none is named, in the order they were made.

        Of searches that were taken away, or that its owner does not see any more, there are none.
        """
        search = saved_searches.c
        seen = search.removed.is_(None), sa.or_(search.shared, search.owner == _rule.owner)
        query = sa.select(alerts).join(saved_searches).where(_rule.removed.is_(None), *seen)
        query = query if owner is None else query.where(_rule.owner == owner)
        with self._database.looking() as connection:
            return [_rule_of(row) for row in connection.execute(query.order_by(_rule.made, _rule.id)).mappings()]

    def mute(self, alert: str, until: date | None) -> None:
        """Let nothing be sent before that day; None lifts it."""
        self._change(alert, muted=until)

    def remove(self, alert: str, at: datetime | None) -> None:
        """Take an alert away; None brings it back, and what came meanwhile is told then."""
        self._change(alert, removed=at)

    def _change(self, alert: str, **values: Any) -> None:
        with self._database.writing() as connection:
            _alert(connection, alert)
            connection.execute(sa.update(alerts).where(_rule.id == alert).values(values))

    # -- the outbox ----------------------------------------------------------------------------------------------------

    def gather(self, alert: str, at: datetime, due: datetime) -> Message | None:
        """What an alert is to tell of since it looked last, put down to be sent when ``due``; None for nothing."""
        with self._database.writing() as connection:
            rule = _alert(connection, alert)
            come = sa.select(_match.seq, _match.place).where(
                _match.search == rule.search, ~_match.back, _match.seq > rule.told
            )
            rows = connection.execute(come.order_by(_match.seq).limit(AT_ONCE)).all()
            last = max((row.seq for row in rows), default=rule.told)
            connection.execute(sa.update(alerts).where(_rule.id == alert).values(told=last, looked=at))
            pages = _pages(connection, [row.place for row in rows])
            fresh = {page: place for page, place in pages.items() if page not in _told(connection, alert, pages)}
            if not fresh:
                return None
            made = Message(content_id("m", alert, rule.told, last), alert, at, due)
            return _filed(connection, made, fresh)

    def test(self, alert: str, at: datetime) -> Message:
        """Put down a message of no page, to be sent now: whether what is sent arrives."""
        with self._database.writing() as connection:
            rule = _alert(connection, alert)
            return _filed(connection, Message(content_id("m", "test", rule.id, at), rule.id, at, at), {})

    def due(self, now: datetime) -> list[Message]:
        """The messages that are to be sent now, in their order."""
        query = sa.select(alert_messages).where(_sent.state == "waiting", _sent.due <= now).order_by(_sent.seq)
        with self._database.looking() as connection:
            return [_message(connection, row) for row in connection.execute(query).mappings().all()]

    def settle(self, message: Message, state: MessageState, **values: Any) -> None:
        """Put down what became of a message (``due``, ``tries``, ``ended``, ``why``).

        What it does not tell of after all can be told of later.
        """
        with self._database.writing() as connection:
            done = {"state": state, **values}
            connection.execute(sa.update(alert_messages).where(_sent.id == message.id).values(done))
            if state in {"sent", "dropped"}:
                told = {page for page, _ in _latest(connection, _of(connection, message.id), message.articles)}
                left = _of(connection, message.id).keys() - told
                for some in batches.of_ids(left):
                    connection.execute(sa.delete(alert_items).where(_item.message == message.id, _item.page.in_(some)))

    def again(self, message: str, now: datetime) -> None:
        """Let a message that was given up be tried once more."""
        with self._database.writing() as connection:
            failed = _sent.id == message, _sent.state == "failed"
            connection.execute(
                sa.update(alert_messages).where(*failed).values(state="waiting", due=now, tries=0, ended=None)
            )

    def message(self, message: str) -> Message:
        """A message by its id; raises ``NotInLedger``."""
        with self._database.looking() as connection:
            row = connection.execute(sa.select(alert_messages).where(_sent.id == message)).mappings().first()
            if row is None:
                raise NotInLedger(f"{message!r} is no message of an alert")
            return _message(connection, row)

    def messages(self, ids: Iterable[str], limit: int = 50) -> list[Message]:
        """The last messages of these alerts, newest first."""
        query = sa.select(alert_messages).where(_sent.alert.in_([*ids])).order_by(_sent.seq.desc()).limit(limit)
        with self._database.looking() as connection:
            return [_message(connection, row) for row in connection.execute(query).mappings().all()]


def _alert(connection: Connection, alert: str) -> Alert:
    row = connection.execute(sa.select(alerts).where(_rule.id == alert)).mappings().first()
    if row is None:
        raise NotInLedger(f"{alert!r} is no alert: `reportedly alerts list` shows those there are")
    return _rule_of(row)


def _rule_of(row: RowMapping) -> Alert:
    return Alert(**{name: row[name] for name in Alert.__struct_fields__})


def _filed(connection: Connection, made: Message, pages: Mapping[str, int]) -> Message:
    row = {name: value for name, value in row_of(made).items() if name not in {"articles", "test"}}
    connection.execute(sa.insert(alert_messages).values(row))
    if pages:
        items = [
            {"alert": made.alert, "page": page, "message": made.id, "place": place} for page, place in pages.items()
        ]
        connection.execute(sa.insert(alert_items), items)
    found = connection.execute(sa.select(alert_messages).where(_sent.id == made.id)).mappings().one()
    return _message(connection, found)


def _message(connection: Connection, row: RowMapping) -> Message:
    """A message with the articles that its search still matches, newest first."""
    search = connection.scalar(sa.select(_rule.search).where(_rule.id == row["alert"])) or ""
    items = _of(connection, row["id"])
    shown = dict(_latest(connection, items))
    places = {place: article for article, place in shown.values()}
    held: set[int] = set()
    for some in batches.of_ids(places):
        held |= {*connection.scalars(sa.select(_match.place).where(_match.search == search, _match.place.in_(some)))}
    own = {name: row[name] for name in Message.__struct_fields__ if name not in {"articles", "test"}}
    told = tuple(places[place] for place in sorted(held, reverse=True))
    return Message(**own, articles=told, test=not items and row["state"] != "dropped")


def _of(connection: Connection, message: str) -> dict[str, int]:
    query = sa.select(_item.page, _item.place).where(_item.message == message)
    return {row.page: row.place for row in connection.execute(query)}


def _pages(connection: Connection, places: list[int]) -> dict[str, int]:
    """The pages of the articles in these places."""
    by_seq, pages = {seq_of(place): place for place in places}, dict[str, int]()
    for some in batches.of_ids(by_seq):
        rows = connection.execute(sa.select(articles.c.seq, articles.c.page).where(articles.c.seq.in_(some)))
        pages |= {row.page: by_seq[row.seq] for row in rows}
    return pages


def _told(connection: Connection, alert: str, pages: Iterable[str]) -> set[str]:
    told: set[str] = set()
    for some in batches.of_ids(pages):
        told |= {*connection.scalars(sa.select(_item.page).where(_item.alert == alert, _item.page.in_(some)))}
    return told


def _latest(
    connection: Connection, pages: Iterable[str], only: Iterable[str] | None = None
) -> list[tuple[str, tuple[str, int]]]:
    """Each page with the article that it showed last and its place; ``only`` where it is one of these articles."""
    own, latest = articles.c, dict[str, tuple[str, int]]()
    wanted = None if only is None else set(only)
    for some in batches.of_ids(pages):
        query = sa.select(own.page, own.id, own.published, own.seq).where(own.page.in_(some)).order_by(own.turn)
        for row in connection.execute(query):
            latest[row.page] = row.id, place_of(row.published, row.seq)
    return [(page, one) for page, one in latest.items() if wanted is None or one[0] in wanted]
