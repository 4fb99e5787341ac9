"""An article in another language in, its reading out: the finders in their order."""

from reportedly.read.multilingual import events, marked, names, sheet, statements, times
from reportedly.read.private_persons import seen
from reportedly.records import READER as ENGLISH
from reportedly.records import Article, ArticleHead, Reading

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
        article=ArticleHead.of(article),
        sentences=page.sentences,
        entities=tuple(seen(entity, said, happened.events) for entity in named),
        times=timed.times,
        statements=said,
        events=happened.events,
        expectations=happened.expectations,
        developments=happened.developments,
    )
