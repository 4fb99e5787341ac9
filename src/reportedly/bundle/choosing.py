"""What goes into a bundle: the articles of a story, the revisions of an article, or all that a brief cites."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from reportedly.account.aside import aside
from reportedly.brief import compose, markdown
from reportedly.bundle.contents import BundleKind
from reportedly.errors import UsageError
from reportedly.records import Article, Capture, Reading, Record, headline

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


class Exhibit(Record, frozen=True):
    """An article with the page it was taken from and what was found in it, as far as there is either."""

    article: Article
    capture: Capture | None
    reading: Reading | None


class Chosen(Record, frozen=True):
    """What a bundle is of; ``text`` is the brief where it is one."""

    kind: BundleKind
    id: str
    title: str
    items: tuple[Exhibit, ...]
    text: str | None = None


def story(ledger: "Ledger", story_id: str) -> Chosen | None:
    """All articles of a story, copies included; None where there is no such story.

    This and the others raise ``UsageError`` where what was read in an article was set aside.
    """
    known = ledger.stories.get(story_id)
    if known is None:
        return None
    return Chosen("story", known.id, known.title, _items(ledger, (place.article for place in known.articles)))


def article(ledger: "Ledger", name: str) -> Chosen | None:
    """All revisions of an article, by the id of one or any spelling of its address; None where there is none."""
    known = ledger.articles.get(name) or ledger.articles.latest(ledger.pages.known_as(name))
    if known is None:
        return None
    revisions = (revision.id for revision in ledger.articles.revisions(known.url))
    return Chosen("article", known.id, headline(known) or known.url, _items(ledger, revisions))


def brief(ledger: "Ledger", start: date, end: date, *, today: date) -> Chosen:
    """A brief over those days with every article it cites; raises ``UsageError`` where it cites none."""
    made = compose(ledger, start, end, today=today)
    cited = [
        citation.article
        for part in made.stories
        for sentence in (*part.reported, *part.expected, *part.background)
        for citation in sentence.citations
    ]
    if not cited:
        raise UsageError(f"nothing was reported from {start} to {end}: there is nothing to bundle")
    return Chosen("brief", made.id, made.title, _items(ledger, dict.fromkeys(cited)), markdown.render(made))


def _items(ledger: "Ledger", ids: Iterable[str]) -> tuple[Exhibit, ...]:
    names = list(ids)
    if gone := aside(ledger, names):
        raise UsageError(f"what was read in {gone.many:,} of its articles was set aside: `{gone.command}`, then bundle")
    articles, readings = ledger.articles.by_id(names), ledger.readings.by_article(names)
    return tuple(
        Exhibit(known, ledger.captures.get(known.capture) if known.capture else None, readings.get(name))
        for name in names
        if (known := articles.get(name))
    )
