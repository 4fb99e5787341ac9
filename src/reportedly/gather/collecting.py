"""Collecting: the announced pages that are new, updated or due for another look."""

from collections import Counter

import msgspec

from reportedly.fetch import Fetcher, Request, canonical, host_of, paywalled
from reportedly.fetch.gone import led_home
from reportedly.records import Exchange, Outcome
from reportedly.run import Run


def collect(run: Run, fetcher: Fetcher) -> None:
    """Ask for the pages that are due, as many of each host as the settings allow, and archive what comes."""
    due = _due(run, fetcher)
    marks = run.ledger.pages.marks(due)
    requests = [Request(url, *marks.get(url, (None, None))) for url in due]
    for done, (_, answer) in enumerate(fetcher.get_all(requests), 1):
        if isinstance(answer, Exchange):
            _keep(run, answer)
        else:
            run.ledger.outcomes.put(answer)
        remember(run, fetcher)
        run.report("fetching pages", done, len(due))


def remember(run: Run, fetcher: Fetcher) -> None:
    """Keep what hosts asked for and how they fare, at once: a run that is killed is as polite when it goes on."""
    states, rules = fetcher.host_states(), fetcher.host_rules()
    if states:
        run.ledger.hosts.put(states)
    if rules:
        run.ledger.hosts.put_rules(rules)


def _due(run: Run, fetcher: Fetcher) -> list[str]:
    """Pages that are due, without those of hosts that rest, and not more of a host than one run may ask of it."""
    most = run.desk.settings.fetch.pages_per_host
    asked: Counter[str] = Counter()
    found = []
    for url, _ in run.ledger.pages.to_fetch(run.desk.now(), run.desk.settings.fetch.look_again_after):
        host = host_of(url)
        if asked[host] < most and not fetcher.resting(url):
            asked[host] += 1
            found.append(url)
    return found


def _keep(run: Run, answer: Exchange) -> None:
    """Archive what came; a front page in place of an article is evidence that the article is gone, and no article."""
    gone = led_home(answer)
    page = answer if gone else _under_one_address(run, answer)
    capture = run.archive.write(page)
    run.ledger.captures.put(capture, None if gone else told(page), lost=gone)
    run.ledger.pages.put_marks(page.url, page.etag, page.last_modified)


def _under_one_address(run: Run, answer: Exchange) -> Exchange:
    """The exchange under the page's own address; the one it was asked for at is not asked again."""
    own = canonical(answer)
    own = run.ledger.pages.canonical([own]).get(own, own)  # two pages may name each other: the first word stands
    if own == answer.url:
        return answer
    item = run.ledger.feeds.item(answer.url)
    if item and not run.ledger.feeds.item(own):
        run.ledger.feeds.put_items([msgspec.structs.replace(item, url=own)])
    run.ledger.pages.put_alias(answer.url, own)
    return msgspec.structs.replace(answer, url=own, landed=answer.landed or answer.url)


def told(page: Exchange) -> Outcome:
    """How the fetch of a page that came ended."""
    why = paywalled(page)
    return Outcome(page.url, page.fetched_at, "paywalled", why) if why else fetched(page)


def fetched(exchange: Exchange) -> Outcome:
    """The outcome of an exchange that brought what was asked for."""
    return Outcome(exchange.url, exchange.fetched_at, "fetched", f"{exchange.status}, {len(exchange.body):,} bytes")
