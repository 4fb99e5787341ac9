"""What is told in some languages: stories by their articles, expectations by what announces them, names by where."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from reportedly.ledger.schema import articles, entities, story_articles, supports

Condition = tuple[sa.ColumnElement[bool], ...]
"""What a query asks for; nothing where no language is."""


def of_story(story: sa.ColumnElement[str], languages: Collection[str]) -> Condition:
    """That an article of the story is in one of these languages."""
    return _held(story_articles, story_articles.c.story == story, languages)


def of_followup(followup: sa.ColumnElement[str], languages: Collection[str]) -> Condition:
    """That an article which announces it is in one of these languages."""
    return _held(supports, supports.c.followup == followup, languages)


def of_naming(languages: Collection[str]) -> Condition:
    """That the article which names an entity is in one of these languages."""
    own = sa.select(articles.c.id).where(articles.c.id == entities.c.article, articles.c.language.in_(languages))
    return (own.exists(),) if languages else ()


def _held(table: sa.Table, own: sa.ColumnElement[bool], languages: Collection[str]) -> Condition:
    joined: Any = table.join(articles, articles.c.id == table.c.article)
    held = sa.select(sa.literal(1)).select_from(joined).where(own, articles.c.language.in_(languages))
    return (held.exists(),) if languages else ()
