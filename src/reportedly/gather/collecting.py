"""Collecting: the announced pages that are new, updated or due for another look."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from reportedly.fetch import Fetcher, Request, canonical, host_of, paywalled
from reportedly.fetch.gone import led_home
from reportedly.gather.arrivals import Arrivals
from reportedly.gather.sharing import shares
from reportedly.records import Capture, Exchange, Outcome
from reportedly.session import Session, Tally


def collect(session: Session, fetcher: Fetcher, *, waits: bool) -> bool:
    """Ask for the pages that are due, as many of each host as the settings allow, and archive what comes.

    With ``waits`` no more than leave ``fetch.most_waiting`` to be extracted and read; gives whether others stay due.
    """
    total, settings = 0, session.desk.settings.fetch
    with session.stage("fetch") as tally:
        for due in shares(session, lambda: _due(session, fetcher, waits=waits), host_of):
            total += len(due)
            _ask(session, fetcher, due, tally, total)
            session.archive.settle()
    return waits and session.ledger.leases.backlog(settings.most_waiting) >= settings.most_waiting


def _ask(session: Session, fetcher: Fetcher, due: Sequence[str], tally: Tally, total: int) -> None:
    marks, arrivals = session.ledger.pages.marks(due), Arrivals(session)
    for _, answer in fetcher.get_all([Request(url, *marks.get(url, (None, None))) for url in due]):
        found = keep(arrivals, answer) if isinstance(answer, Exchange) else answer
        if not isinstance(answer, Exchange):
            session.ledger.outcomes.put(answer)
        tally.count(failed=isinstance(found, Outcome) and found.state != "unchanged")
        session.duty.did(1)
        remember(session, fetcher)
        session.report("fetching pages", tally.done, total)


def remember(session: Session, fetcher: Fetcher) -> None:
    """Keep what hosts asked for and how they fare, at once: a run that is killed is as polite when it goes on."""
    states, rules = fetcher.host_states(), fetcher.host_rules()
    if states:
        session.ledger.hosts.put(states)
    if rules:
        session.ledger.hosts.put_rules(rules)


def _due(session: Session, fetcher: Fetcher, *, waits: bool) -> list[str]:
    """Pages that are due, without those of hosts that rest, and not more of a host than one run may ask of it."""
    settings = session.desk.settings.fetch
    room = settings.most_waiting - session.ledger.leases.backlog(settings.most_waiting) if waits else None
    if room is not None and room <= 0:
        return []
    asked: Counter[str] = Counter()
    due = []
    for url, _ in session.ledger.pages.to_fetch(session.desk.now(), settings.look_again_after):
        host = host_of(url)
        if asked[host] < settings.pages_per_host and not fetcher.resting(url):
            asked[host] += 1
            due.append(url)
    return due[:room]


def keep(arrivals: Arrivals, answer: Exchange) -> Capture | Outcome:
    """Archive what came, to be filed once it is in its place: the capture, or an outcome ``gone``.

    A front page in place of an article is evidence that the article is gone, and no article.
    """
    gone = led_home(answer)
    page = answer if gone else _under_one_address(arrivals.session, answer)
    capture = arrivals.keep(page, None if gone else outcome_of(page), lost=gone, marks=(page.etag, page.last_modified))
    return gone or capture


def _under_one_address(session: Session, answer: Exchange) -> Exchange:
    """The exchange under the page's own address; the one it was asked for at is not asked again."""
    own = canonical(answer)
    own = session.ledger.pages.canonical([own]).get(own, own)  # two pages may name each other: the first word stands
    if own == answer.url:
        return answer
    item = session.ledger.feeds.item(answer.url)
    if item and not session.ledger.feeds.item(own):
        session.ledger.feeds.put_items([msgspec.structs.replace(item, url=own)])
    session.ledger.pages.put_alias(answer.url, own)
    return msgspec.structs.replace(answer, url=own, landed=answer.landed or answer.url)


def outcome_of(page: Exchange) -> Outcome:
    """The outcome of a page that came: ``paywalled`` or ``fetched``."""
    why = paywalled(page)
    return Outcome(page.url, page.fetched_at, "paywalled", why) if why else fetched(page)


def fetched(exchange: Exchange, note: str | None = None) -> Outcome:
    """The outcome of an exchange that brought what was asked for; ``note`` says what of it could not be used."""
    came = f"{exchange.status}, {len(exchange.body):,} bytes"
    return Outcome(exchange.url, exchange.fetched_at, "fetched", f"{came}; {note}" if note else came)
