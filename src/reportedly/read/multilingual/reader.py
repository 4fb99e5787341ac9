"""An article in another language in, its reading out: the finders in their order."""

import dataclasses
from collections.abc import Sequence

import msgspec

from reportedly.read.multilingual import events, marked, names, sheet, statements, times
from reportedly.read.private_persons import seen
from reportedly.records import READER as ENGLISH
from reportedly.records import Article, ArticleHead, Dateline, Entity, Reading

READER = "multilingual/" + ENGLISH.partition("/")[2]


def read(article: Article, country: str | None = None) -> Reading | None:
    """The reading of an article in one of ``languages.READ``; ``country`` is that of its outlet (ISO 3166-1 alpha-2).

    None where its text is not written in the letters of that language: whoever told its language was wrong.
    """
    page = sheet.lay_out(article)
    if not page.is_in_its_script():
        return None
    marks = marked.mark(page)
    named = names.find(page, marks, country).entities
    said = statements.find(page, named, marks.statements)
    timed = times.find(page)
    happened = events.find(page, events.Found(named, timed, said), marks)
    return Reading(
        reader=READER,
        article=msgspec.structs.replace(ArticleHead.of(article), dateline=article.dateline or _dateline(page, named)),
        sentences=page.sentences,
        entities=tuple(seen(entity, said, happened.events) for entity in named),
        times=timed.times,
        statements=said,
        events=happened.events,
        expectations=happened.expectations,
        developments=happened.developments,
    )


def _dateline(page: sheet.Sheet, named: Sequence[Entity]) -> Dateline | None:
    """Where the article was written, and on which day where its dateline says so."""
    if page.dateline is None or page.town is None:
        return None
    town = page.town
    place = next((one.id for one in named if any(town.touches(span) for span in one.mentions)), None)
    days = times.find(dataclasses.replace(page, sentences=(page.dateline,))).times
    day = next((time.start.date() for time in days if time.start and time.grain == "day"), None)
    return Dateline(page.dateline, place, day)
