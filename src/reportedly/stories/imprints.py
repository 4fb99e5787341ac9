"""The imprint of an article: what is told to other desks so that they count it once, without its text."""

from collections import Counter
from collections.abc import Iterator
from heapq import nsmallest
from urllib.parse import urlsplit

from reportedly.records import SKETCHED, Gist, Imprint, Outlet
from reportedly.stories.leaning import MOSTLY, passages
from reportedly.stories.order import came_out
from reportedly.stories.shingles import unpacked


def imprint(gist: Gist, text_sha256: str, outlet: Outlet | None = None) -> Imprint:
    """The imprint of an article; ``outlet`` is its outlet where the desk knows it."""
    grams = unpacked(gist.shingles).tolist()
    return Imprint(
        url=gist.url,
        outlet=gist.outlet,
        name=outlet.name if outlet else gist.outlet_name,
        home=_host(outlet.home if outlet else gist.url),
        owner=outlet.owner if outlet else gist.owner,
        country=outlet.country if outlet else gist.country,
        day=came_out(gist),
        at=gist.at,
        text=text_sha256,
        credits=gist.credits,
        leans=tuple(_leant_on(gist)),
        sketch=tuple(nsmallest(SKETCHED, set(grams))),
        grams=len(set(grams)),
    )


def _leant_on(gist: Gist) -> Iterator[str]:
    """The names through which at least half of the passages have come, the first of them included."""
    told = [dict.fromkeys(name for one in said for name in one.through if name) for said in passages(gist.said)]
    counts = Counter(name for names in told for name in names)
    yield from (name for name in (told[0] if told else ()) if counts[name] >= MOSTLY * len(told))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.").casefold()
