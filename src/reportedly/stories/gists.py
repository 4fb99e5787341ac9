"""The gist of an article: what is needed to relate it to others without its text."""

import re

from reportedly.likeness import telling
from reportedly.records import Gist, Outlet, Reading, headline
from reportedly.stories.deeds import deeds
from reportedly.stories.names import names
from reportedly.stories.said import said
from reportedly.stories.shingles import shingles
from reportedly.text import Span, reading_copy, squeezed

LEAD = 400  # characters of the body that count as its lead: the first two paragraphs of a news story
_ENDS = 160  # characters of the body's head and foot in which an agency is credited
_AGENCIES = (
    *("Reuters", "AFP", "Agence France-Presse", "AP", "Associated Press", "APP", "Anadolu", "Xinhua", "TASS", "RIA"),
    *("IRNA", "Tasnim", "Fars", "Mehr", "ISNA", "SPA", "WAM", "QNA", "PTI", "ANI", "BSS", "UNB", "dpa", "EFE", "Kyodo"),
    *("Yonhap", "Bloomberg", "PPI", "INP", "SANA", "NNA", "MENA", "WAFA", "TNA"),
)
_AGENCY = re.compile(rf"\b(?:{'|'.join(_AGENCIES)})\b")


def gist(reading: Reading, outlet: Outlet | None = None) -> Gist:
    """The gist of a reading; ``outlet`` is its outlet where the desk knows it."""
    article = reading.article
    body = _body(article.text, (*article.furniture, *((article.title,) if article.title else ())))
    title = headline(article) or None
    published = article.published
    lead = body[:LEAD].rpartition(" ")[0] if len(body) > LEAD else body
    upto = article.text.find(lead[-20:]) + 20 if lead else 0
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
        credits=_credits(article.credit.of(article.text) if article.credit else "", body),
        country=outlet.country if outlet else None,
        headline_words=telling(title or ""),
        names=names(reading, f"{title or ''}\n{lead}", upto),
        deeds=deeds(reading, upto),
        said=said(reading),
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


def _credits(credit: str, body: str) -> tuple[str, ...]:
    """Agencies and outlets named as origin: the desk credit, and agencies at the head or the foot of the body."""
    ends = f"{body[:_ENDS]}\n{body[-_ENDS:]}"
    names = (squeezed(credit), *_AGENCY.findall(ends))
    return tuple(dict.fromkeys(filter(None, names)))
