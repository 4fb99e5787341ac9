"""The gist of an article: what is needed to relate it to others without its text."""

from reportedly.likeness import telling
from reportedly.records import Gist, Outlet, Reading, headline
from reportedly.stories.credits import credited
from reportedly.stories.deeds import deeds
from reportedly.stories.figures import figures
from reportedly.stories.names import names
from reportedly.stories.said import said
from reportedly.stories.shingles import shingles
from reportedly.text import Span, reading_copy

LEAD = 400  # characters of the body that count as its lead: the first two paragraphs of a news story


def gist(reading: Reading, outlet: Outlet | None = None) -> Gist:
    """The gist of a reading; ``outlet`` is its outlet where the desk knows it."""
    article = reading.article
    body = _body(article.text, (*article.furniture, *((article.title,) if article.title else ())))
    title = headline(article) or None
    published = article.published
    lead = body[:LEAD].rpartition(" ")[0] if len(body) > LEAD else body
    upto = max(article.text.find(lead[-20:]) + 20 if lead else 0, article.title.end if article.title else 0)
    return Gist(
        article=article.id,
        url=article.url,
        outlet=article.outlet,
        owner=outlet.owner if outlet else None,
        published=published.start if published and published.start == published.end else None,
        headline=title,
        shingles=shingles(body),
        words=telling(f"{title or ''}\n{lead}"),
        places=_named(reading, {"place"}, upto),
        people=_named(reading, {"person", "organisation", "group"}, upto),
        credits=credited(article.credit.of(article.text) if article.credit else "", body, title or ""),
        country=outlet.country if outlet else None,
        headline_words=telling(title or ""),
        names=names(reading, f"{title or ''}\n{lead}", upto),
        deeds=deeds(reading, upto),
        figures=figures(reading, upto),
        said=said(reading),
        outlet_name=outlet.name if outlet else None,
        at=published.at if published else None,
    )


def _body(text: str, left_out: tuple[Span, ...]) -> str:
    """The text without title and furniture, invisible characters dropped."""
    kept, copied = list[str](), 0
    for span in sorted(left_out):
        kept.append(text[copied : max(copied, span.start)])
        copied = max(copied, span.end)
    kept.append(text[copied:])
    return reading_copy("\n".join(part.strip() for part in kept if part.strip())).text


def _named(reading: Reading, kinds: set[str], upto: int) -> tuple[str, ...]:
    """Entities of these kinds named in headline or lead, in order of their ids; those of the whole text if none are."""
    chosen = [entity for entity in reading.entities if entity.kind in kinds and entity.public]
    early = [entity for entity in chosen if any(mention.start < upto for mention in entity.mentions)]
    return tuple(sorted(entity.id for entity in early or chosen))
