"""Streams of invented articles that several desks watch in part: copies, owners, accounts that lean on an agency."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Gist,
    Outlet,
    Placing,
    Published,
    Reading,
    Said,
    Story,
    StoryArticle,
    article_id,
    page_id,
    story_id,
)
from reportedly.stories.shingles import shingles
from reportedly.text import Span

OUTLETS: Final = tuple(
    Outlet(f"o{n}", f"{name} Post", f"https://{name.lower()}.example/", (), "XV", ("en",), owner)
    for n, (name, owner) in enumerate(
        [("Alder", None), ("Birch", "Grove"), ("Cedar", "Grove"), ("Dogwood", None), ("Elm", None), ("Fir", None)]
    )
)
_WORDS: Final = tuple(
    f"{a}{b}" for a in ("rin", "tol", "mave", "sil", "dor", "kep") for b in ("an", "is", "or", "ek", "um")
)


@dataclass(frozen=True)
class Printed:
    """An article with its happening, and the address of the one whose text it repeats."""

    article: Article
    gist: Gist
    happening: int
    copy_of: str | None


def stream(seed: int, happenings: int = 5) -> list[Printed]:
    """Articles on some happenings: each told first by somebody, repeated by others, and told anew."""
    chance, printed = random.Random(seed), list[Printed]()
    for happening in range(happenings):
        day = date(2026, 1, 1 + happening)
        first = _printed(chance, happening, day, chance.choice(OUTLETS), _body(chance), None)
        printed.append(first)
        for outlet in chance.sample([one for one in OUTLETS if one.id != first.article.outlet], chance.randint(1, 4)):
            copied = chance.random() < 0.5
            body = _edited(chance, first.article.text) if copied else _body(chance)
            leans = ("Cedar Post",) if not copied and chance.random() < 0.3 else ()
            url = first.article.url if copied else None
            printed.append(_printed(chance, happening, day, outlet, body, url, leans))
    return printed


def _body(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(120))


def _edited(chance: random.Random, text: str) -> str:
    words = text.split()
    words[chance.randrange(len(words))] = "edited"
    return " ".join(words)


def _printed(  # noqa: PLR0917  an article is these
    chance: random.Random,
    happening: int,
    day: date,
    outlet: Outlet,
    body: str,
    copy_of: str | None,
    leans: tuple[str, ...] = (),
) -> Printed:
    url = f"{outlet.home}h{happening}/{chance.randrange(10**6)}"
    published = Published(day, day, "feed")
    article = Article(
        article_id(url, body, "hand/1"), url, outlet.id, body, "en", "hand/1", f"Happening {happening}", None,
        published=published,
    )  # fmt: skip
    said = tuple(Said("s1", Span(0, 5), "", "media", "certain", "affirmed", through=leans) for _ in range(bool(leans)))
    gist = Gist(
        article.id, url, outlet.id, outlet.owner, day, article.headline, shingles(body), (), (), (),
        country=outlet.country, said=said, outlet_name=outlet.name,
    )  # fmt: skip
    return Printed(article, gist, happening, copy_of)


def file(ledger: Ledger, printed: Iterable[Printed]) -> None:
    """Let a desk hold these articles, read and told as one who knows what happened would tell them."""
    printed = list(printed)
    ledger.outlets.put(OUTLETS)
    for one in printed:
        article = one.article
        ledger.articles.file(article)
        head = ArticleHead(
            article.id, article.url, article.outlet, article.headline, None, None, None, None, article.published,
            "en", article.text, (),
        )  # fmt: skip
        ledger.readings.file(Reading(reader="hand/1", article=head), one.gist, ())
    stories = {one.happening: [other for other in printed if other.happening == one.happening] for one in printed}
    told = [_story(members) for members in stories.values()]
    days = {one.article.url: one.gist.published for one in printed}
    for story in told:
        own = page_id(story.articles[0].url)
        places = [Placing(page_id(one.url), one.url, one.article, days[one.url], own) for one in story.articles]
        ledger.placings.put(date.min, places, None)
    ledger.stories.tell([page_id(url) for url in days], told)


def _story(members: list[Printed]) -> Story:
    held = {one.article.url for one in members}
    first: dict[str, str] = {}
    places = []
    for one in members:
        url = one.article.url
        root = first.setdefault(one.copy_of or url, url)
        originator = one.copy_of if one.copy_of in held else root
        places.append(StoryArticle(one.article.id, url, originator if originator != url else None, originator or url))
    return Story(story_id(places[0].url), "Happening", tuple(places), len(places))
