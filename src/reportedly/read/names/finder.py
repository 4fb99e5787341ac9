"""All names of an article: the order of the finders is the order of trust."""

from collections.abc import Container
from typing import get_args

from reportedly.read.grammar.page import Page
from reportedly.read.names import (
    acronyms,
    contested,
    known,
    merge,
    model,
    organisations,
    persons,
    places,
    roles,
)
from reportedly.read.names.names import Names
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.records import EntityKind
from reportedly.text import squeezed


def find(page: Page, country: str | None = None) -> Names:
    """Who and what the article names. ``country`` is the outlet's (ISO 3166-1 alpha-2), for telling towns apart."""
    sheet = Sheet(page, country)
    _credit(sheet)
    contested.find(sheet)
    organisations.find(sheet)
    _listed(sheet, {"organisation", "agreement"})
    acronyms.find(sheet)
    persons.find(sheet)
    _listed(sheet, get_args(EntityKind))
    places.find(sheet)
    places.sites(sheet)
    merge.persons(sheet)
    merge.repeats(sheet)
    model.find(sheet)
    acronyms.find(sheet)
    merge.bodies(sheet)
    return Names(sheet, roles.find(sheet))


def _credit(sheet: Sheet) -> None:
    """Enter the desk or agency that the text credits, also where its name is glued to the first word."""
    span = sheet.page.article.credit
    tokens = sheet.tokens(span) if span else range(0)
    if (
        span is None
        or not tokens
        or any(i in sheet.hits and sheet.hits[i].known.kind == "organisation" for i in tokens)
    ):
        return
    credited = squeezed(span.of(sheet.page.article.text)).removeprefix("By ")
    listed = known.exactly(credited)
    name, country = (listed.name, listed.country) if listed else (credited, None)
    mention = Mention(tokens.start, tokens.stop, "organisation", name, country=country, words=span)
    if sheet.words(tokens.start, tokens.stop) != credited or not sheet.claim(mention):
        sheet.mentions.append(mention)


def _listed(sheet: Sheet, kinds: Container[EntityKind]) -> None:
    """Claim the free known names of these kinds."""
    for i, hit in sheet.hits.items():
        if i == hit.start and hit.known.kind in kinds and not places.is_of_a_town(sheet, hit):
            sheet.claim(hit.mention())
