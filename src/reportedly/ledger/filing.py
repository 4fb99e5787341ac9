"""Filing what was seen: outlets, feeds, captures and how attempts ended. Nothing seen is ever taken back."""

from collections.abc import Iterable

from sqlalchemy import Connection

from reportedly.ledger import schema
from reportedly.ledger.once import insert_new, insert_or_update
from reportedly.ledger.view import FeedState
from reportedly.records import Capture, FeedItem, Outcome, Outlet, Record, content_id


def outlets(connection: Connection, given: Iterable[Outlet]) -> None:
    """Add outlets, or bring what is known of them up to date."""
    rows = [_row(outlet) for outlet in given]
    insert_or_update(connection, schema.outlets, rows, "id", set(Outlet.__struct_fields__) - {"id"})


def feed_state(connection: Connection, state: FeedState) -> None:
    """Remember what a feed's server said last."""
    insert_or_update(connection, schema.feed_states, [_row(state)], "url", set(FeedState.__struct_fields__) - {"url"})


def feed_items(connection: Connection, items: Iterable[FeedItem]) -> None:
    """Add announced pages; one known already gets its new title and dates and stays with the outlet that had it first.

    A date that the feed no longer gives is kept.
    """
    fresh = {item.url: item for item in items}
    insert_or_update(
        connection, schema.feed_items, [_row(item) for item in fresh.values()], "url", {"title", "published", "updated"}
    )


def capture(connection: Connection, seen: Capture) -> None:
    """Add a capture."""
    insert_new(connection, schema.captures, [_row(seen)], "id")


def outcome(connection: Connection, ended: Outcome, capture_id: str | None = None) -> str:
    """Add how an attempt ended, and give the row's id. ``capture_id`` where it was an attempt to use that capture."""
    own = content_id("o", ended.url, ended.at.isoformat(), ended.state, ended.message, capture_id or "")
    insert_new(connection, schema.outcomes, [{**_row(ended), "id": own, "capture": capture_id}], "id")
    return own


def extracted(connection: Connection, capture_id: str, ended: Outcome | None, article: str | None) -> None:
    """Mark a capture as looked at; ``article`` is the revision it showed, ``ended`` says why it gave none."""
    why = outcome(connection, ended, capture_id) if ended else None
    insert_new(connection, schema.extractions, [{"capture": capture_id, "outcome": why, "article": article}], "capture")


def _row(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}
