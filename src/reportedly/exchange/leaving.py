"""What may leave: one function decides it for a party under a pact at a moment, and all that is served follows from it.

Nothing else in the package looks at articles. So references, counts, titles and ties name only what is allowed too.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from reportedly.exchange import composing
from reportedly.exchange.screening import screens
from reportedly.exchange.shutting import Shut, label_of
from reportedly.exchange.stages import Stages
from reportedly.exchange.telling import Telling, Tie
from reportedly.ledger import ArticleLine, Ledger
from reportedly.records import (
    MARKS,
    Filters,
    Judged,
    Judgement,
    Label,
    PactStanding,
    PactTerms,
    Shared,
    StoryArticle,
    page_id,
    story_id,
    stricter,
)

SLICE: Final = 200
"""Articles whose texts and readings are in memory at once."""


class Held(NamedTuple):
    """What is held back, and why, in words for this desk's own people; never for the party."""

    url: str
    what: str
    why: str


class Allowed(NamedTuple):
    """What a party may be told, and what of the scope is held back."""

    tellings: tuple[Telling, ...] = ()
    ties: tuple[Tie, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def statements(self) -> int:
        """How many statements would be told."""
        return sum(len(one.statements) for one in self.tellings)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who would be told, under which pact, by whom, when; ``name`` gives outlets their names."""

    standing: PactStanding
    own: str
    receiver: str
    at: datetime

    @property
    def terms(self) -> PactTerms:
        """The terms that hold."""
        return self.standing.pact.terms

    def shared(self) -> Shared | None:
        """What this desk gives to the receiver now; None where it gives nothing, for whatever reason."""
        pact = self.standing.pact
        own, other = pact.party(self.own), pact.party(self.receiver)
        if own is None or other is None or own == other or not self.standing.holds(self.at):
            return None
        return own.gives


def allowed(ledger: Ledger, asking: Asking, stages: Stages, pages: Collection[str] | None = None) -> Allowed:
    """All that a party may be told now; with ``pages`` the same of these pages alone."""
    shared = asking.shared()
    if shared is None:
        return Allowed()
    labels = _Labels(ledger)
    tellings, held, stories = list[Telling](), list[Held](), dict[str, str]()
    for lines in _slices(_in_scope(ledger, shared, pages)):
        found = _Slice(ledger, asking, labels, lines)
        for telling in found.tellings(stages):
            tellings.append(telling)
        held += found.held
        stories |= {page_id(line.url): line.story for line in lines if line.story}
    told = {telling.page: telling for telling in tellings}
    ties = tuple(_ties(ledger, told, stories)) if "stories" in asking.terms.kinds else ()
    return Allowed(composing.with_states(ledger, tellings, asking.terms), ties, tuple(held))


def repeatable(ledger: Ledger, asking: Asking, stages: Stages, urls: Iterable[str]) -> dict[str, Shut]:
    """By page, of pages that were told of, which words may not be said again; of those left out none may be.

    Whether the pact holds, whether the page is within its scope and what people set aside does not matter here: it is
    asked when a report is withdrawn or corrected that somebody has.
    """
    lines = ledger.articles.latest_lines(urls)
    return dict(_Slice(ledger, asking, _Labels(ledger), list(lines.values())).shuts(stages))


def _in_scope(ledger: Ledger, shared: Shared, pages: Collection[str] | None) -> Iterator[ArticleLine]:
    """The articles that the saved search finds, each page once; of some pages only those."""
    if pages is None:
        for lines in ledger.articles.matching(shared.words, shared.filters):
            yield from lines
        return
    for filters in _days(ledger, shared.filters, pages):
        for lines in ledger.articles.matching(shared.words, filters):
            yield from (line for line in lines if page_id(line.url) in pages)


def _days(ledger: Ledger, filters: Filters, pages: Collection[str]) -> Iterator[Filters]:
    """The filters narrowed to each day on which one of these pages came out; as they are where one has no day."""
    places = ledger.placings.of_pages(pages)
    articles = ledger.articles.by_id(place.article for place in places.values())
    if places.keys() != set(pages):
        yield filters
        return
    days = {one.published.start if one.published else None for one in articles.values()}
    if None in days:
        yield filters
        return
    for day in sorted(day for day in days if day):
        if _within(day, filters):
            yield replace(filters, since=day, until=day)


def _within(day: date, filters: Filters) -> bool:
    return (filters.since is None or filters.since <= day) and (filters.until is None or day <= filters.until)


def _slices(lines: Iterable[ArticleLine]) -> Iterator[list[ArticleLine]]:
    some = list[ArticleLine]()
    for line in lines:
        some.append(line)
        if len(some) == SLICE:
            yield some
            some = []
    if some:
        yield some


class _Labels:
    """The labels that people put on stories and pages."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._stories = defaultdict[str, list[Label]](list)
        for one in ledger.judgements.standing(of="story", kinds=("mark",)):
            self._stories[one.about].append(label_of(one.value))

    def of_story(self, members: Iterable[StoryArticle]) -> list[Label]:
        """The labels of the story that these articles tell, whichever of them was its first when it was labelled."""
        return [label for one in members for label in self._stories.get(story_id(one.url), ())]

    @property
    def any(self) -> bool:
        """Whether any story has one."""
        return bool(self._stories)


class _Slice:
    """Some articles of the scope, with all that the decision rests on asked for at once."""

    def __init__(self, ledger: Ledger, asking: Asking, labels: _Labels, lines: list[ArticleLine]) -> None:
        self._ledger, self._asking = ledger, asking
        urls = [line.url for line in lines]
        self._aside = ledger.judgements.set_aside(urls)
        self._judged = ledger.judgements.on_pages(urls)
        self._seen = ledger.articles.seen_at([line.article for line in lines]) if asking.terms.delay_hours else {}
        self._stories = self._labels_of_stories(labels, lines)
        self.held: list[Held] = []
        self._every = lines

    def tellings(self, stages: Stages) -> Iterator[Telling]:
        """What is told of each article that may be told of."""
        lines = [line for line in self._every if self._may(line)]
        ids = [line.article for line in lines]
        articles = self._ledger.articles.by_id(ids)
        filed = composing.Filed.of(self._ledger, articles, stages)
        screened = screens(self._ledger, articles, stages)
        for line in lines:
            article, screen = articles[line.article], screened[line.article]
            if screen.in_address(line.url):
                self._hold(line, "the article", "its address spells out a private person")
                continue
            judged = self._judged.get(line.url, [])
            label = self._label(line, judged)
            telling, held = composing.composed(article, filed, screen, self._asking.terms, label, judged)
            self.held += [Held(line.url, what, why) for what, why in held]
            yield telling

    def shuts(self, stages: Stages) -> Iterator[tuple[str, Shut]]:
        """What is shut of each page, but for those that are marked too strictly or spell a private person out."""
        articles = self._ledger.articles.by_id(line.article for line in self._every)
        screened, terms = screens(self._ledger, articles, stages), self._asking.terms
        for line in self._every:
            judged, screen = self._judged.get(line.url, []), screened[line.article]
            if not self._is_too_strict(self._label(line, judged)) and not screen.in_address(line.url):
                yield line.url, Shut.of(articles[line.article], screen, judged, terms)

    def _may(self, line: ArticleLine) -> bool:
        why = self._why_not(line)
        if why:
            self._hold(line, "the article", why)
        return why is None

    def _why_not(self, line: ArticleLine) -> str | None:
        terms = self._asking.terms
        if line.url in self._aside:
            return "people set it aside"
        label = self._label(line, self._judged.get(line.url, []))
        if self._is_too_strict(label):
            return f"it is marked TLP:{label}, and the pact lets out TLP:{terms.most} at most"
        seen = self._seen.get(line.article)
        if terms.delay_hours and (seen is None or self._asking.at - seen < timedelta(hours=terms.delay_hours)):
            return f"it was first seen less than {terms.delay_hours} hours ago"
        return None

    def _is_too_strict(self, label: Label) -> bool:
        return MARKS.index(label) > MARKS.index(self._asking.terms.most)

    def _label(self, line: ArticleLine, judged: Iterable[tuple[Judged, list[Judgement]]]) -> Label:
        own = [
            label_of(one.value)
            for thing, decisions in judged
            if thing.kind == "article"
            for one in decisions
            if one.kind == "mark"
        ]
        found = [*own, *self._stories.get(line.url, ())]
        return stricter(*found) if found else self._asking.terms.unmarked

    def _labels_of_stories(self, labels: _Labels, lines: Iterable[ArticleLine]) -> Mapping[str, list[Label]]:
        if not labels.any:
            return {}
        stories = self._ledger.stories.by_id(line.story for line in lines if line.story)
        return {one.url: labels.of_story(story.articles) for story in stories for one in story.articles}

    def _hold(self, line: ArticleLine, what: str, why: str) -> None:
        self.held.append(Held(line.url, what, why))


def _ties(ledger: Ledger, told: Mapping[str, Telling], stories: Mapping[str, str]) -> Iterator[Tie]:
    """What ties the pages that are told of: each to the one before it in its story, and to whose text it repeats.

    Chains run over those alone, so none hangs on a page that is not told of.
    """
    for story in ledger.stories.by_id(sorted(set(stories.values()))):
        members = [(page_id(one.url), one.originator) for one in story.articles]
        chain = [(page, root) for page, root in members if page in told]
        for (before, _), (page, _) in pairwise(chain):
            yield _tie("happening", page, before, told)
        first = dict[str, str]()
        for page, root in chain:
            onto = first.setdefault(root, page)
            if onto != page:
                yield _tie("copy", page, onto, told)


def _tie(kind: str, page: str, other: str, told: Mapping[str, Telling]) -> Tie:
    return Tie(kind, page, other, stricter(told[page].label, told[other].label))
