"""Stories of this desk beside what partners told: whose reports stand in them, how many voices they are together.

The desk's own stories stay as they are. This is worked out from what is filed whenever it is asked for, so it holds at
once when a report comes or is withdrawn, and when people decide something about an article of this desk.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from reportedly.errors import BadInput
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import extension, imprints, relationship, report
from reportedly.ledger import Ledger
from reportedly.records import Imprint, Known, Received, SharedStory, Story, Tied, page_id

NEAR: Final = timedelta(days=7)
"""How far from a partner's report an article of this desk may lie that tells the same: as for copies in one desk."""


class Told(NamedTuple):
    """What is known of articles, and of what ties them."""

    known: tuple[Known, ...] = ()
    ties: tuple[Tied, ...] = ()


def shared(ledger: Ledger, own: str, stages: Stages) -> tuple[SharedStory, ...]:
    """The stories in which a partner's report stands; ``own`` is this desk's fingerprint."""
    others = theirs(ledger)
    if not others.known:
        return ()
    ours = of_own(ledger, own, others.known, stages)
    every = stages.voices((*ours.known, *others.known), (*ours.ties, *others.ties))
    return tuple(story for story in every if story.desks - {own})


def theirs(ledger: Ledger) -> Told:
    """What partners told, as far as they did not withdraw it."""
    standing = [one for one in ledger.received.current() if one.state != "withdrawn"]
    known, pages = list[Known](), dict[str, str]()
    for one in standing:
        found = _imprint(one) if one.kind == report.KIND else None
        if found is not None:
            known.append(Known(one.about, one.originator, found))
            pages[one.id] = one.about
    return Told(tuple(known), tuple(tie for one in standing for tie in _tied(one, pages)))


def of_own(ledger: Ledger, own: str, near: Iterable[Known], stages: Stages) -> Told:
    """What this desk knows itself of the stories that have these articles, or others of the week around one."""
    near = list(near)
    stories = list(_stories(ledger, [one.page for one in near], [one.imprint.day for one in near if one.imprint.day]))
    articles = {place.article: place.url for story in stories for place in story.articles}
    outlets = {outlet.id: outlet for outlet in ledger.outlets.all()}
    gists = {gist.article: gist for gist in ledger.readings.gists_of(articles)}
    texts = ledger.articles.by_id(gists)
    known = [
        Known(page_id(gist.url), own, stages.imprint(gist, _sha256(texts[own_id].text), outlets.get(gist.outlet)))
        for own_id, gist in gists.items()
        if own_id in texts
    ]
    return Told(tuple(known), tuple(tie for story in stories for tie in _ties(story, own)))


def _stories(ledger: Ledger, pages: Iterable[str], days: Iterable[date]) -> Iterator[Story]:
    articles = [place.article for place in ledger.placings.of_pages(pages).values()]
    for first, last in _spells(sorted(set(days))):
        placed = ledger.placings.of_days(first - NEAR, last + NEAR)
        articles += [place.article for some in placed.values() for place in some]
    lines = ledger.articles.lines_by_id(articles)
    yield from ledger.stories.by_id(dict.fromkeys(line.story for line in lines.values() if line.story))


def _spells(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """The first and last days of runs that lie so near each other that they are asked for at once."""
    start = 0
    for at in range(1, len(days) + 1):
        if at == len(days) or days[at] - days[at - 1] > 2 * NEAR:
            yield days[start], days[at - 1]
            start = at


def _ties(story: Story, own: str) -> Iterator[Tied]:
    pages = [(page_id(place.url), place.originator) for place in story.articles]
    for (before, _), (page, _) in pairwise(pages):
        yield Tied(own, copy=False, page=page, other=before)
    for page, originator in pages:
        if page_id(originator) != page:
            yield Tied(own, copy=True, page=page, other=page_id(originator))


def _imprint(one: Received) -> Imprint | None:
    try:
        return imprints.read(extension.of(extension.load(one.body)).get("imprint"))
    except BadInput:
        return None


def _tied(one: Received, pages: dict[str, str]) -> Iterator[Tied]:
    if one.kind in {relationship.COPY, relationship.HAPPENING}:
        page, other = (pages.get(end) for end in one.about.split("|"))
        if page and other:
            yield Tied(one.originator, one.kind == relationship.COPY, page, other)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
