"""Ledgers in which every piece has a word that stands nowhere else, so that whatever leaves can be told from it."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Change,
    Entity,
    Event,
    Evidence,
    Expectation,
    FollowUp,
    Gist,
    Outlet,
    Placing,
    Published,
    Reading,
    Statement,
    Story,
    StoryArticle,
    Window,
    article_id,
    content_id,
    page_id,
    story_id,
)
from reportedly.stories.shingles import shingles
from reportedly.text import Span
from tests.newsroom import at

LABELS: Final = (None, None, None, "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
TOPIC: Final = "quarry"
FIRST: Final = date(2026, 1, 1)


@dataclass
class Piece:
    """An article with its words that stand nowhere else, and what is decided about it."""

    n: int
    outlet: str
    day: date
    language: str
    topical: bool
    private: frozenset[str]
    statements: int
    story: int
    label: str | None = None
    aside: bool = False
    labels: dict[int, str] = field(default_factory=dict)

    def word(self, what: str) -> str:
        """The word that stands in this piece of it alone."""
        return f"zq{what}{self.n}x"

    @property
    def person(self) -> str:
        """Who is private in it: the same words in headline, address and text, so none of these may go."""
        return f"Zqa{self.n}x Zqb{self.n}x"

    @property
    def url(self) -> str:
        """Its address."""
        own = self.person.replace(" ", "-").lower() if "url" in self.private else "page"
        return f"https://{self.outlet}.example/{self.word('url')}/{own}"

    @property
    def headline(self) -> str:
        """Its headline."""
        named = f" {self.person}" if "headline" in self.private else ""
        return f"{self.word('head')} seen{named}"

    def said(self, k: int) -> str:
        """The words of a statement."""
        named = f" {self.person}" if f"said{k}" in self.private else ""
        return f"{self.word(f'said{k}')} stands{named}"

    @property
    def expected(self) -> str:
        """The sentence that announces something."""
        named = f" with {self.person}" if "expected" in self.private else ""
        return f"Ministers are to meet about {self.word('meet')}{named}."

    @property
    def shows(self) -> str:
        """The day on which it shows that what the piece before announced has happened."""
        return f"{FIRST + timedelta(days=19 + self.n)}"

    @property
    def text(self) -> str:
        """Its text."""
        said = " ".join(f"{self.word(f'who{k}')} said {self.said(k)}." for k in range(self.statements))
        about = f" {TOPIC}" if self.topical else ""
        named = f" {self.person} watched." if self.private & {"body", "url"} else ""
        return f"{self.headline}\n\n{self.word('body')} was seen{about}. {said} {self.expected}{named}"

    @property
    def id(self) -> str:
        """The id of its revision."""
        return article_id(self.url, self.text, "hand/1")

    @property
    def about(self) -> dict[int, str]:
        """By its number the id of a statement, as a judgement names it."""
        return {k: f"{self.id}:{self.statement(k).id}" for k in range(self.statements)}

    def statement(self, k: int) -> Statement:
        """A statement as it is read."""
        words, who = at(self.text, self.said(k)), at(self.text, self.word(f"who{k}"))
        own = content_id("s", self.id, k)
        return Statement(own, (words,), (at(self.text, "said", k),), (who,), source_kind="named")


def pieces(chance: random.Random, many: int = 7) -> list[Piece]:
    """Articles of four outlets, some about the topic, some with private persons in some place."""
    places = ("headline", "url", "said0", "said1", "expected", "body")
    return [
        Piece(
            n,
            chance.choice(("alder", "birch", "cedar", "dogwood")),
            FIRST + timedelta(days=chance.randrange(6)),
            chance.choice(("en", "en", "en", "xx")),
            chance.random() < 0.6,
            frozenset(chance.sample(places, chance.choice((0, 0, 0, 1, 2)))),
            2,
            chance.randrange(3),
        )
        for n in range(many)
    ]


def file(ledger: Ledger, printed: Iterable[Piece]) -> None:
    """Let a ledger hold these, read as a careful editor would, in stories, with what they announce."""
    printed = list(printed)
    ledger.outlets.put([Outlet(one, f"Outlet {one}", f"https://{one}.example/") for one in {p.outlet for p in printed}])
    for one in printed:
        published = Published(one.day, one.day, "feed")
        title = Span(0, len(one.headline))
        shared: dict[str, Any] = {"headline": one.headline, "title": title, "published": published}
        article = Article(one.id, one.url, one.outlet, one.text, one.language, "hand/1", **shared)
        ledger.articles.file(article)
        head = ArticleHead.of(article)
        ledger.readings.file(_reading(one, head), _gist(one), ())
    _tell(ledger, printed)
    ledger.followups.put([_followup(one, printed) for one in printed if one.language == "en"])


def _reading(one: Piece, head: ArticleHead) -> Reading:
    if one.language != "en":
        return Reading(reader="none/1", article=head)
    meet = Event(content_id("v", one.id), at(one.text, "meet about"), "CONSULT", "meet", status="planned")
    person = Entity(content_id("e", one.person), "person", one.person, mentions=persons(one.text, one), public=False)
    return Reading(
        reader="hand/1",
        article=head,
        sentences=(at(one.text, one.expected),),
        entities=(person,) if one.private else (),
        statements=tuple(one.statement(k) for k in range(one.statements)),
        events=(meet,),
        expectations=(Expectation(content_id("x", one.id), meet.id, Window(FIRST, FIRST)),),
    )


def persons(text: str, one: Piece) -> tuple[Span, ...]:
    """Where the private person of a piece is named."""
    found, start = list[Span](), text.find(one.person)
    while start >= 0:
        found.append(Span(start, start + len(one.person)))
        start = text.find(one.person, start + 1)
    return tuple(found)


def _gist(one: Piece) -> Gist:
    return Gist(one.id, one.url, one.outlet, None, one.day, one.headline, shingles(one.text), (), (), ())


def _tell(ledger: Ledger, printed: list[Piece]) -> None:
    told = []
    for story in sorted({one.story for one in printed}):
        own = sorted((one for one in printed if one.story == story), key=lambda one: (one.day, one.n))
        first = own[0].url
        copied = [one.n % 3 == 0 and one is not own[0] for one in own]
        places = tuple(
            StoryArticle(one.id, one.url, first if copy else None, first if copy else one.url)
            for one, copy in zip(own, copied, strict=True)
        )
        told.append(Story(story_id(first), own[0].headline, places, len(places)))
        page = page_id(first)
        ledger.placings.put(date.min, [Placing(page_id(one.url), one.url, one.id, one.day, page) for one in own], None)
    ledger.stories.tell([page_id(one.url) for one in printed], told)


def _followup(one: Piece, printed: list[Piece]) -> FollowUp:
    """What a piece announces, and that the next shows it happened."""
    support = Evidence(one.id, one.url, at(one.text, "meet about"), one.expected)
    other = next((own for own in printed if own.n == one.n + 1 and own.language == "en"), None)
    shown = Evidence(other.id, other.url, Span(0, 4), other.word("shown")) if other else None
    history = (Change(FIRST + timedelta(days=20 + one.n), "happened", (shown,)),) if shown else ()
    return FollowUp(content_id("f", one.id), "CONSULT", (support,), one.day, None, "certain", (), history)


def screening(printed: Iterable[Piece]) -> Any:
    """Where private persons stand, for whoever looks through texts in English."""
    known: Mapping[str, Piece] = {one.id: one for one in printed}

    def found(articles: Iterable[Article]) -> dict[str, tuple[Span, ...]]:
        english = (one for one in articles if one.language == "en")
        return {one.id: persons(one.text, known[one.id]) if known[one.id].private else () for one in english}

    return found
