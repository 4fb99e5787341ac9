"""All names of an article: the order of the finders is the order of trust."""

from reportedly.read.grammar.page import Page
from reportedly.read.names import (
    acronyms,
    contested,
    known,
    listed,
    merge,
    model,
    organisations,
    persons,
    places,
    roles,
)
from reportedly.read.names.known import Known
from reportedly.read.names.names import Names
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import words
from reportedly.text import squeezed


def find(page: Page, country: str | None = None) -> Names:
    """Who and what the article names. ``country`` is the outlet's (ISO 3166-1 alpha-2), for telling towns apart."""
    sheet = Sheet(page, country)
    hits = listed.hits(sheet)
    contested.find(sheet, hits)
    organisations.find(sheet, hits)
    listed.claim(sheet, hits, _is_body)
    acronyms.find(sheet)
    persons.find(sheet, hits)
    listed.claim(sheet, hits, lambda _: True)
    places.find(sheet, hits)
    places.sites(sheet, tuple(words().site_kinds))
    merge.persons(sheet)
    merge.repeats(sheet, hits)
    model.find(sheet)
    acronyms.find(sheet)
    merge.bodies(sheet)
    _credit(sheet)
    return Names(sheet, roles.find(sheet))


def _credit(sheet: Sheet) -> None:
    """Enter the desk or agency that the text credits, also where its name is glued to the first word."""
    span = sheet.page.article.credit
    tokens = sheet.tokens(span) if span else range(0)
    if span is None or not tokens or any(sheet.owner[i] and sheet.owner[i].kind == "organisation" for i in tokens):  # type: ignore[union-attr]
        return
    words_of = squeezed(span.of(sheet.page.article.text)).removeprefix("By ")
    what = known.exactly(words_of)
    name = what.name if what and what.kind == "organisation" else words_of
    country = what.country if what else None
    key = f"organisation:{name.casefold()}"
    sheet.mentions.append(
        Mention(tokens.start, tokens.start + 1, "organisation", name, key, country=country, words=span)
    )


def _is_body(known: Known) -> bool:
    return known.kind in {"organisation", "agreement"}
