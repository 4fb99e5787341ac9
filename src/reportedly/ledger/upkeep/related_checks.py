"""Whether what follows from many articles still rests on them: stories, the words of follow-ups, decisions."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

import sqlalchemy as sa

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.schema import (
    announcements,
    articles,
    change_evidence,
    followups,
    gists,
    in_force,
    judged,
    placings,
    story_articles,
    supports,
    unrelated,
)
from reportedly.ledger.upkeep.database_checks import Told
from reportedly.records import Fault, Judgement, page_id, story_id
from reportedly.text import squeezed

AT_ONCE: Final = 500
"""Rows in memory at a time."""


def stories(database: Database) -> Iterator[Fault]:
    """Articles of last read revisions in no story or in several, and articles in stories that are no such revision.

    Pages that are still to be related are left out.
    """
    last, place = _last_read().subquery(), story_articles
    many = sa.select(place.c.article, sa.func.count().label("many")).group_by(place.c.article).subquery()
    placed = sa.select(last.c.id, last.c.url, sa.func.coalesce(many.c.many, 0).label("many"))
    placed = placed.outerjoin(many, many.c.article == last.c.id).where(sa.func.coalesce(many.c.many, 0) != 1)
    stray = sa.select(place.c.article, place.c.url, place.c.story)
    stray = stray.join(gists, gists.c.article == place.c.article).where(place.c.article.not_in(sa.select(last.c.id)))
    with database.looking() as connection:
        due = set(connection.scalars(sa.select(unrelated.c.page))) | _set_aside(connection)
        for own, url, number in connection.execute(placed):
            if page_id(url) not in due:
                words = f"it stands in {number} stories" if number else "it was read and related, but is in no story"
                yield Fault("story", own, words)
        for own, url, story in connection.execute(stray):
            if page_id(url) not in due:
                yield Fault("story", own, f"story {story} rests on it, though its page shows another revision now")


def _set_aside(connection: sa.Connection) -> set[str]:
    """The pages of articles that people set aside, and of those that repeat them: they stand in no story."""
    of = in_force.c.of == "article", in_force.c.kind == "withdraw"
    gone = set(
        connection.scalars(sa.select(judged.c.page).join(in_force, in_force.c.about == judged.c.about).where(*of))
    )
    more = gone
    while more:
        repeating: set[str] = set()
        for batch in batches.of_ids(more):
            repeating |= set(connection.scalars(sa.select(placings.c.page).where(placings.c.original.in_(batch))))
        more = repeating - gone
        gone |= more
    return gone


def _last_read() -> sa.Select[tuple[str, str]]:
    """Id and URL of the last revision of each page of those that were read."""
    newer, read = articles.alias("newer_read"), gists.alias("newer_gist")
    overtaken = sa.exists().where(newer.c.page == articles.c.page, newer.c.turn > articles.c.turn)
    overtaken = overtaken.where(read.c.article == newer.c.id)
    query = sa.select(articles.c.id, articles.c.url).join(gists, gists.c.article == articles.c.id)
    return query.where(~overtaken)


def evidence(database: Database, told: Told) -> Iterator[Fault]:
    """Words that follow-ups rest on and that are not, or not so, in the text of their article."""
    total, done = 0, 0
    with database.looking() as connection:
        for table in (supports, change_evidence):
            total += connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
    for table in (supports, change_evidence):
        place = [table.c.article, *table.primary_key]
        columns = [*place, table.c.start, table.c.end, table.c.sentence]
        rows = batches.of_rows(database, sa.select(*columns), place, AT_ONCE)
        for article, of_article in groupby(rows, itemgetter("article")):
            with database.looking() as connection:
                text = connection.scalar(sa.select(articles.c.text).where(articles.c.id == article)) or ""
            told_by = squeezed(text)
            for row in of_article:
                done += 1
                if wrong := _misquoted(text, told_by, row["start"], row["end"], row["sentence"]):
                    yield Fault("evidence", row["followup"], f"of article {article} it quotes {wrong}")
            told(done, total)


def _misquoted(text: str, told_by: str, start: int, end: int, sentence: str) -> str | None:
    if not 0 <= start < end <= len(text):
        return f"characters {start} to {end}, but the text has {len(text):,}"
    if sentence not in told_by:
        return f"“{sentence}”, which is not in its text"
    if squeezed(text[start:end]) not in sentence:
        return f"“{sentence}”, but the words at {start} to {end} are others"
    return None


def judgements(database: Database, standing: list[Judgement]) -> Iterator[Fault]:
    """Decisions in force about what is not there: an expectation, a story or an article. An undo is about none."""
    about = [one for one in standing if one.kind in {"merge", "split"}]
    wanted = {
        name for one in about if one.is_of_story for name in (one.about, one.value if one.kind == "merge" else None)
    }
    with database.looking() as connection:
        known = set(connection.scalars(sa.union(sa.select(followups.c.id), sa.select(announcements.c.id))))
        known |= set(connection.scalars(sa.select(judged.c.about)))
        if wanted:  # a story's id is made of an address, so all of them are gone through
            known |= {own for url in connection.scalars(sa.select(articles.c.url)) if (own := story_id(url)) in wanted}
        urls = [one.value for one in about if one.kind == "split" and one.value]
        for batch in batches.of_ids(map(page_id, urls)):
            known |= set(connection.scalars(sa.select(articles.c.url).where(articles.c.page.in_(batch))))
    for one in about:
        missing = [name for name in (one.about, one.value) if name and name not in known]
        for name in missing:
            yield Fault("judgement", one.id, f"{one.who} decided about {name}, which this ledger does not have")
