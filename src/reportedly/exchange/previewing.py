"""What a pact would share before anybody signs it, and what of the scope it holds back, in words."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from reportedly.account.wording import counted
from reportedly.exchange.leaving import Allowed, Asking, allowed
from reportedly.exchange.own import Own
from reportedly.exchange.stages import Stages
from reportedly.ledger import Ledger
from reportedly.records import PactSignature, PactStanding

SHOWN: Final = 10  # of what is held back, one by one


def previewed(ledger: Ledger, own: Own, standing: PactStanding, receiver: str, stages: Stages) -> Allowed:
    """What a receiver would be told if every party had signed and the pact had begun; nothing of it leaves."""
    terms = standing.pact.terms
    as_if = [PactSignature(party.desk, "", terms.starts, "") for party in standing.pact.parties]
    signed = replace(standing, signatures=tuple(as_if), ended=None)
    last = max(terms.starts, terms.ends - (terms.ends - terms.starts) / 1_000_000)  # so that no delay holds it back
    return allowed(ledger, Asking(signed, own.desk, receiver, last), stages)


def told(found: Allowed) -> Iterator[str]:
    """Lines such as ``this would share 214 statements of 31 stories in 40 articles``, and what is held back and why."""
    stories = len(_stories(found))
    articles = counted(len(found.tellings), "article")
    expected = sum(len(one.expectations) for one in found.tellings)
    parts = f"{counted(found.statements, 'statement')} and {counted(expected, 'expectation')}"
    yield f"this would share {parts} of {counted(stories, 'story', 'stories')} in {articles}"
    if not found.held:
        yield "nothing of the scope is held back"
        return
    yield f"held back because of its marking, of people's decisions or of private persons: {len(found.held):,}"
    for (what, why), many in Counter((_kind(one.what), one.why) for one in found.held).most_common():
        yield f"    {counted(many, what)}: {why}"
    for one in found.held[:SHOWN]:
        yield f"    {one.what} of {one.url}: {one.why}"
    if len(found.held) > SHOWN:
        yield f"    and {len(found.held) - SHOWN:,} more"


def _kind(what: str) -> str:
    return what.partition(" ")[0] if what.startswith(("statement", "expectation")) else what.rsplit(maxsplit=1)[-1]


def _stories(found: Allowed) -> set[str]:
    """A page of each story that is told of."""
    into = {tie.page: tie.other for tie in found.ties}
    return {_first(one.page, into) for one in found.tellings}


def _first(page: str, into: dict[str, str]) -> str:
    seen = set[str]()
    while page in into and page not in seen:
        seen.add(page)
        page = into[page]
    return page
