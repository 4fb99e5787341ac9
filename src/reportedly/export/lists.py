"""The lists that can be taken out whole, each a walk over the ledger in slices: memory does not grow with a list."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from reportedly.account import page_events
from reportedly.account.attributions import source_words
from reportedly.errors import UsageError
from reportedly.export import event_columns, event_tables, rows
from reportedly.ledger import ArticleLine, EntityLine, Place
from reportedly.records import Edit, Filters, FollowUp, Judgement, PageEvent, Reading
from reportedly.text import joined

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

SLICE: Final = 500
"""Stories, expectations, entities or decisions asked for at a time."""


class Asked(NamedTuple):
    """What is asked of a list: words, filters, the day on which expectations stand, the edition a taker has.

    ``query`` is the same as an address asks it.
    """

    words: str = ""
    filters: Filters = Filters()
    day: date = date.max
    after: int = 0
    query: str = ""


class List(NamedTuple):
    """A list: its name for a person, what it holds, what a row is, its walk, and by what it can be narrowed down."""

    label: str
    about: str
    row: type[msgspec.Struct]
    walk: "Callable[[Ledger, Asked], Iterator[Any]]"
    narrowed_by: Collection[str] = ()


def asked_of(name: str, asked: Asked) -> List:
    """The list of that name; raises ``UsageError`` where there is none, or it cannot be narrowed down so."""
    if name not in LISTS:
        raise UsageError(f"there is no list {name!r}: one of {', '.join(LISTS)}")
    known = LISTS[name]
    given = {field for field in Filters.__struct_fields__ if getattr(asked.filters, field) is not None}
    given |= {"q"} if asked.words.strip() else set()
    given |= {"after"} if asked.after else set()
    if wrong := sorted(given - set(known.narrowed_by)):
        by = ", ".join(known.narrowed_by) or "nothing"
        raise UsageError(f"the list of {name} cannot be narrowed down by {', '.join(wrong)}: by {by}")
    return known


# -- what hangs on articles, newest first -----------------------------------------------------------------------------


def _articles(ledger: "Ledger", asked: Asked) -> Iterator[rows.ArticleRow]:
    for some in ledger.articles.matching(asked.words, asked.filters):
        withdrawn = ledger.judgements.set_aside(line.url for line in some)
        yield from (_article(line, withdrawn=line.url in withdrawn) for line in some)


def _article(line: ArticleLine, *, withdrawn: bool) -> rows.ArticleRow:
    came = line.published
    return rows.ArticleRow(
        line.article,
        line.url,
        line.outlet,
        line.headline,
        came.start if came else None,
        came.at if came else None,
        came.basis if came else None,
        line.language,
        line.revision,
        line.story,
        line.is_copy,
        line.partial,
        withdrawn,
    )


def _statements(ledger: "Ledger", asked: Asked) -> Iterator[rows.StatementRow]:
    for some in ledger.articles.matching(asked.words, asked.filters):
        found = ledger.readings.by_article([line.article for line in some], ("entities", "statements"))
        for line in some:
            if line.article in found:
                yield from of_reading(found[line.article])


def of_reading(reading: Reading) -> Iterator[rows.StatementRow]:
    """The statements of an article, in the order of its text."""
    article, text = reading.article, reading.article.text
    for statement in sorted(reading.statements, key=lambda one: (one.envelope, one.id)):
        yield rows.StatementRow(
            statement.id,
            article.id,
            article.url,
            article.outlet,
            article.published.start if article.published else None,
            source_words(statement, reading),
            statement.source_kind,
            statement.source_entity,
            joined(statement.cue, text),
            joined(statement.content, text),
            statement.certainty,
            statement.polarity,
            statement.mode,
            statement.via,
            *statement.envelope,
            reading.reader,
        )


def _events(ledger: "Ledger", asked: Asked) -> Iterator[rows.EventRow]:
    for some in ledger.articles.matching(asked.words, asked.filters):
        found = ledger.given.events_of(line.article for line in some)
        for line in some:
            for own, event in found.get(line.article, {}).items():
                yield event_tables.plain(own, event)


def _page_events(ledger: "Ledger", asked: Asked) -> Iterator[rows.PageEventRow]:
    for some in ledger.articles.matching(asked.words, asked.filters):
        histories = ledger.pages.histories(line.url for line in some)
        for line in some:
            for event in page_events.tell(*histories[line.url]):
                yield _page_event(line, event, event.edit)


def _page_event(line: ArticleLine, event: PageEvent, edit: Edit | None) -> rows.PageEventRow:
    words = (edit.before, edit.struck, edit.added) if edit else (None, None, None)
    own = event.kind, event.at, event.until, event.looks, event.message, event.article
    return rows.PageEventRow(line.url, line.outlet, *own, *words)


# -- what follows from many articles ----------------------------------------------------------------------------------


def _stories(ledger: "Ledger", asked: Asked) -> Iterator[rows.StoryRow]:
    behind, days = None, {"since": asked.filters.since, "until": asked.filters.until}
    languages = asked.filters.languages
    while some := ledger.stories.newest(limit=SLICE, behind=behind, languages=languages, **days):
        for one in some:
            own = one.id, one.title, one.first, one.last, one.articles, one.independent_sources, one.outlets
            yield rows.StoryRow(*own)
        behind = Place(some[-1].last, some[-1].id)


def _expectations(ledger: "Ledger", asked: Asked) -> Iterator[rows.ExpectationRow]:
    behind, days = None, {"since": asked.filters.since, "until": asked.filters.until}
    languages = asked.filters.languages
    while some := ledger.followups.newest(asked.day, limit=SLICE, behind=behind, languages=languages, **days):
        names = ledger.entities.names(who for one in some for who in one.who)
        for one in some:
            yield _expectation(one, one.as_of(asked.day), [names[who] for who in one.who if who in names])
        behind = Place(some[-1].announced, some[-1].id)


def _expectation(announced: FollowUp, now: FollowUp, who: list[str]) -> rows.ExpectationRow:
    """Of who takes part only known entities are named: other words may be a private person's name."""
    first, window, before = now.supports[0] if now.supports else None, now.window, announced.window
    return rows.ExpectationRow(
        now.id,
        now.type,
        now.state,
        now.history[-1].on if now.history else now.announced,
        now.announced,
        window.start if window else None,
        window.end if window else None,
        window.vague if window else None,
        before.start if before else None,
        before.end if before else None,
        now.certainty,
        tuple(who),
        first.sentence if first else "",
        first.article if first else "",
        first.article_url if first else "",
        len(now.supports),
    )


# -- the others -------------------------------------------------------------------------------------------------------


def _outlets(ledger: "Ledger", asked: Asked) -> Iterator[rows.OutletRow]:  # noqa: ARG001  as the others
    for one in ledger.outlets.all():
        watched = one.feeds, one.sitemaps, one.pages
        yield rows.OutletRow(one.id, one.name, one.home, one.country, one.languages, one.owner, one.folder, *watched)


def _entities(ledger: "Ledger", asked: Asked) -> Iterator[rows.EntityRow]:  # noqa: ARG001  as the others
    last = ""
    while some := ledger.entities.after(last, limit=SLICE // 10):
        yield from map(entity, some)
        last = some[-1].id


def entity(one: EntityLine) -> rows.EntityRow:
    """An entity, without a point for what is an area."""
    point = (one.lat, one.lon) if one.precision in {"point", "city"} else (None, None)
    about = one.wikidata, one.geonames, one.country, *point, one.precision
    return rows.EntityRow(one.id, one.kind, one.name, one.names, one.roles, one.articles, *about)


def _decisions(ledger: "Ledger", asked: Asked) -> Iterator[rows.DecisionRow]:  # noqa: ARG001  as the others
    last = 0
    while some := ledger.judgements.lines(limit=SLICE, after=last):
        yield from (decision(line.judgement, in_force=line.in_force) for line in some)
        last = some[-1].number


def decision(one: Judgement, *, in_force: bool) -> rows.DecisionRow:
    """A decision, and whether it is in force."""
    what = one.kind, one.about, one.value, one.undoes, one.note
    return rows.DecisionRow(one.id, one.at, one.who, *what, in_force)


_SEARCH: Final = ("q", *Filters.__struct_fields__)
_DAYS: Final = ("since", "until", "language")

LISTS: Final[dict[str, List]] = {
    "articles": List("Articles", "articles, as their pages showed them last", rows.ArticleRow, _articles, _SEARCH),
    "statements": List("Statements", "who says what in them", rows.StatementRow, _statements, _SEARCH),
    "events": List("Events", "what they tell as happening", rows.EventRow, _events, _SEARCH),
    "page-events": List("Page events", "what became of their pages", rows.PageEventRow, _page_events, _SEARCH),
    "stories": List("Stories", "articles on one happening", rows.StoryRow, _stories, _DAYS),
    "expectations": List(
        "Expectations", "what is to happen, and what became of it", rows.ExpectationRow, _expectations, _DAYS
    ),
    "entities": List("Names", "who and what is named, with all names", rows.EntityRow, _entities),
    "outlets": List("Outlets", "the outlets that are watched", rows.OutletRow, _outlets),
    "decisions": List("Decisions", "what people decided", rows.DecisionRow, _decisions),
    "plover": List(
        "Events by PLOVER",
        "those with a PLOVER root, in POLECAT’s columns",
        event_columns.PloverRow,
        event_tables.plover,
        ("after",),
    ),
    "acled": List(
        "Events for ACLED",
        "those that happened, in ACLED’s columns",
        event_columns.AcledRow,
        event_tables.acled,
        ("after",),
    ),
    "deletions": List(
        "Deletions", "rows of these two that are so no longer", rows.DeletionRow, event_tables.deletions, ("after",)
    ),
}
