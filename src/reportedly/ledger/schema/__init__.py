"""The tables as they are now; ``migrations/`` tells how they came to be, ``docs/data-model.md`` explains each."""

from reportedly.ledger.schema.found import (
    entities,
    events,
    expectations,
    gists,
    participants,
    readings,
    relations,
    sentences,
    sightings,
    statements,
    times,
)
from reportedly.ledger.schema.related import (
    change_evidence,
    changes,
    followups,
    judgements,
    stories,
    story_articles,
    supports,
)
from reportedly.ledger.schema.seen import articles, captures, extractions, feed_items, feed_states, outcomes, outlets
from reportedly.ledger.schema.shapes import metadata

__all__ = [
    "articles",
    "captures",
    "change_evidence",
    "changes",
    "entities",
    "events",
    "expectations",
    "extractions",
    "feed_items",
    "feed_states",
    "followups",
    "gists",
    "judgements",
    "metadata",
    "outcomes",
    "outlets",
    "participants",
    "readings",
    "relations",
    "sentences",
    "sightings",
    "statements",
    "stories",
    "story_articles",
    "supports",
    "times",
]
