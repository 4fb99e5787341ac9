"""What an alert tells: the search, and each article with who told it, how sure it is, and how many stand behind it."""

import html
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, Literal

from reportedly.records import Alert, Message, Record, SavedSearch

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger

_SAID: Final = ("certain", "probable", "possible")


class Item(Record, frozen=True):
    """One article.

    ``certainty`` says how many of its statements are put how; ``independent`` are the independent sources of its story,
    None where it is in none yet.
    """

    article: str
    headline: str
    outlet: str
    url: str
    published: str | None
    certainty: dict[str, int]
    independent: int | None


class Bulletin(Record, frozen=True):
    """What is sent; receivers drop by ``id`` what comes twice."""

    id: str
    desk: str
    search: str
    words: str
    items: tuple[Item, ...]

    @property
    def subject(self) -> str:
        """One line."""
        many = len(self.items)
        what = "a test" if not many else self.items[0].headline if many == 1 else f"{many} articles"
        return " ".join(f"{self.search}: {what}".split())

    @property
    def plain(self) -> str:
        """As plain text."""
        lines = [f"{self.search} ({self.words})" if self.words else self.search, ""]
        for item in self.items:
            lines += [item.headline, f"  {_about(item)}", f"  {item.url}", ""]
        lines += [] if self.items else ["This is a test: alerts of this search arrive here.", ""]
        return "\n".join([*lines, f"-- {self.desk}", "It says what is claimed, and by whom; not what is true.", ""])

    @property
    def page(self) -> str:
        """As a small page of HTML."""
        asked = f" <small>({html.escape(self.words)})</small>" if self.words else ""
        items = "".join(
            f'<li dir="auto"><a href="{html.escape(item.url)}">{html.escape(item.headline)}</a><br>'
            f"<small>{html.escape(_about(item))}</small></li>"
            for item in self.items
        )
        body = f"<ul>{items}</ul>" if items else "<p>This is a test: alerts of this search arrive here.</p>"
        foot = (
            f"<p><small>{html.escape(self.desk)}. It says what is claimed, and by whom; not what is true.</small></p>"
        )
        title = html.escape(self.search)
        return f'<!doctype html><html><body><h2 dir="auto">{title}{asked}</h2>{body}{foot}</body></html>'


def bulletin(ledger: "Ledger", desk: str, alert: Alert, message: Message) -> Bulletin:
    """What a message tells now: nothing of what was withdrawn, or is not matched any more."""
    search = ledger.searches.get(alert.search)
    lines = ledger.articles.lines_by_id(message.articles)
    withdrawn = ledger.judgements.set_aside(line.url for line in lines.values())
    told = [lines[own] for own in message.articles if own in lines and lines[own].url not in withdrawn]
    return Bulletin(message.id, desk, search.name, _words(search), tuple(_items(ledger, told)))


def _words(search: SavedSearch) -> str:
    return search.words if search.words != search.name else ""


def _items(ledger: "Ledger", lines: "list[ArticleLine]") -> list[Item]:
    read: tuple[Literal["statements"]] = ("statements",)
    readings = ledger.readings.by_article([line.article for line in lines], read)
    names = ledger.outlets.names()
    stories = ledger.stories.lines_by_id({line.story for line in lines if line.story})
    items = []
    for line in lines:
        reading = readings.get(line.article)
        said = Counter(one.certainty for one in reading.statements) if reading else Counter[Any]()
        story = stories.get(line.story or "")
        items.append(
            Item(
                line.article,
                line.headline or "Article without a headline",
                names.get(line.outlet, line.outlet),
                line.url,
                line.published.start.isoformat() if line.published else None,
                {certainty: said[certainty] for certainty in _SAID if said[certainty]},
                story.independent_sources if story else None,
            )
        )
    return items


def _about(item: Item) -> str:
    sure = ", ".join(f"{many} put as {certainty}" for certainty, many in item.certainty.items())
    behind = {None: "in no story yet", 1: "one independent source"}.get(
        item.independent, f"{item.independent} independent sources"
    )
    return " · ".join(part for part in (item.outlet, item.published or "date unknown", sure, behind) if part)
