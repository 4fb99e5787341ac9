"""The tables as they are now; ``migrations/`` tells how they came to be, ``docs/data-model.md`` explains each."""

from reportedly.ledger.schema.article import articles
from reportedly.ledger.schema.brief import draft_versions, drafts, issues, withdrawals
from reportedly.ledger.schema.capture import captures, extractions
from reportedly.ledger.schema.comparison import comparisons
from reportedly.ledger.schema.edit import edits, statement_changes
from reportedly.ledger.schema.exchange import (
    answers,
    offers,
    own_liaisons,
    pact_signatures,
    pacts,
    partners,
    reached,
    receipts,
    received,
    report_versions,
    screenings,
    sequencer,
    served,
    transfers,
)
from reportedly.ledger.schema.feed import feed_items, feed_states
from reportedly.ledger.schema.following import (
    announcement_keys,
    announcements,
    followed,
    followed_keys,
    steps,
    turns,
)
from reportedly.ledger.schema.followup import change_evidence, changes, followups, spells, supports
from reportedly.ledger.schema.given import given_events, given_expectations, ungiven
from reportedly.ledger.schema.host import host_rules, host_states
from reportedly.ledger.schema.joining import alike, full_names, joined, name_keys
from reportedly.ledger.schema.judgement import in_force, judged, judgements
from reportedly.ledger.schema.lease import host_paces, leases, workers
from reportedly.ledger.schema.moved import moving
from reportedly.ledger.schema.news import looks, marks, news, story_news
from reportedly.ledger.schema.outcome import outcomes
from reportedly.ledger.schema.outlet import outlets
from reportedly.ledger.schema.page import aliases, page_marks, spellings
from reportedly.ledger.schema.person import audit, people, sessions, tokens
from reportedly.ledger.schema.reading import (
    developments,
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
from reportedly.ledger.schema.run import runs
from reportedly.ledger.schema.saved import (
    alert_items,
    alert_messages,
    alerts,
    saved_searches,
    search_beginnings,
    search_exceptions,
    search_looks,
    search_matches,
)
from reportedly.ledger.schema.search import article_marks, article_vocabulary
from reportedly.ledger.schema.shapes import metadata
from reportedly.ledger.schema.story import (
    beginnings,
    continuations,
    placings,
    stale_days,
    stories,
    story_articles,
    thread_days,
)
from reportedly.ledger.schema.waiting import made_by, uncompared, unextracted, unread, unrelated

__all__ = [
    "alert_items",
    "alert_messages",
    "alerts",
    "aliases",
    "alike",
    "announcement_keys",
    "announcements",
    "answers",
    "article_marks",
    "article_vocabulary",
    "articles",
    "audit",
    "beginnings",
    "captures",
    "change_evidence",
    "changes",
    "comparisons",
    "continuations",
    "developments",
    "draft_versions",
    "drafts",
    "edits",
    "entities",
    "events",
    "expectations",
    "extractions",
    "feed_items",
    "feed_states",
    "followed",
    "followed_keys",
    "followups",
    "full_names",
    "gists",
    "given_events",
    "given_expectations",
    "host_paces",
    "host_rules",
    "host_states",
    "in_force",
    "issues",
    "joined",
    "judged",
    "judgements",
    "leases",
    "looks",
    "made_by",
    "marks",
    "metadata",
    "moving",
    "name_keys",
    "news",
    "offers",
    "outcomes",
    "outlets",
    "own_liaisons",
    "pact_signatures",
    "pacts",
    "page_marks",
    "participants",
    "partners",
    "people",
    "placings",
    "reached",
    "readings",
    "receipts",
    "received",
    "relations",
    "report_versions",
    "runs",
    "saved_searches",
    "screenings",
    "search_beginnings",
    "search_exceptions",
    "search_looks",
    "search_matches",
    "sentences",
    "sequencer",
    "served",
    "sessions",
    "sightings",
    "spellings",
    "spells",
    "stale_days",
    "statement_changes",
    "statements",
    "steps",
    "stories",
    "story_articles",
    "story_news",
    "supports",
    "thread_days",
    "times",
    "tokens",
    "transfers",
    "turns",
    "uncompared",
    "unextracted",
    "ungiven",
    "unread",
    "unrelated",
    "withdrawals",
    "workers",
]
