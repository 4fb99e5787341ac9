"""Polling: which feeds are due, and what they announce."""

from collections.abc import Iterable

from reportedly.fetch import Fetcher, Request, feed_items
from reportedly.gather.collecting import fetched
from reportedly.ledger import FeedState
from reportedly.records import Exchange, Outcome, Outlet
from reportedly.run import Run


def poll(run: Run, fetcher: Fetcher, known: Iterable[Outlet]) -> None:
    """Ask the feeds that are due and file what they announce."""
    feeds = {url: outlet.id for outlet in known for url in outlet.feeds if _is_due(run, url)}
    requests = [_asking(run, url) for url in feeds]
    for done, (request, answer) in enumerate(fetcher.get_all(requests), 1):
        got = _announced(run, answer, feeds[request.url]) if isinstance(answer, Exchange) else answer
        marks = answer if isinstance(answer, Exchange) else request
        run.ledger.put_feed_state(FeedState(request.url, marks.etag, marks.last_modified, run.desk.now()))
        run.ledger.put_outcome(got)
        run.report("polling feeds", done, len(requests))


def _announced(run: Run, answer: Exchange, outlet: str) -> Outcome:
    capture = run.archive.write(answer)
    run.ledger.put_capture(capture)
    run.ledger.mark_extracted(capture.id, None)
    items = feed_items(answer, outlet)
    if isinstance(items, Outcome):
        return items
    run.ledger.put_feed_items(items)
    return fetched(answer)


def _is_due(run: Run, feed: str) -> bool:
    state = run.ledger.feed_state(feed)
    return not state or (run.desk.now() - state.polled_at).total_seconds() >= run.desk.settings.fetch.poll_every


def _asking(run: Run, feed: str) -> Request:
    state = run.ledger.feed_state(feed)
    return Request(feed, state.etag, state.last_modified) if state else Request(feed)
