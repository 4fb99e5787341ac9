"""The nouns of the desk, as frozen typed records. They cross every border between stages; dicts do not.

Ids are derived from content (``content_id``), so doing a step twice gives the same rows. Spans are in characters of
``Article.text``. Days are inclusive on both ends. ``Reading`` and all it holds is the public reading format: fields
may be added, but are renamed or dropped only with a new ``SCHEMA``.
"""

from reportedly.records.alert import PACES, WAYS, Alert, AlertWay, Message, MessageState, Pace
from reportedly.records.article import Article, Dateline, Published, Updated, article_id
from reportedly.records.brief import Brief, BriefStory, Citation, Sentence
from reportedly.records.capture import Capture, Stored
from reportedly.records.comparison import Comparison, Question
from reportedly.records.development import Development
from reportedly.records.edit import Aspect, Claim, Edit, Rewording, StatementChange
from reportedly.records.entity import Entity, Relation
from reportedly.records.event import Event, Participant
from reportedly.records.exchange import Exchange, Headers, header
from reportedly.records.expectation import Expectation, Window
from reportedly.records.fault import Fault, FaultKind
from reportedly.records.feed import FeedItem
from reportedly.records.filters import Filters
from reportedly.records.following import FOUND, Announcement, Followed, Part, Step, Turn
from reportedly.records.followup import Change, Evidence, Familiar, FollowUp, Sighting
from reportedly.records.gist import Deed, Figure, FirstRevision, Gist, Said
from reportedly.records.given import EventRow, GivenEvent, GivenExpectation, Party, Site
from reportedly.records.headlines import OPENING, heading, headline
from reportedly.records.heirs import heir
from reportedly.records.host import HostRules, HostState
from reportedly.records.judgement import (
    CORRECTABLE,
    MARKS,
    ROOTS,
    Decision,
    Judged,
    Judgement,
    Thing,
    ThingKind,
    in_force,
    thing,
)
from reportedly.records.kinds import (
    READER,
    SCHEMA,
    Basis,
    Certainty,
    DevelopmentState,
    EntityKind,
    FetchState,
    Grain,
    Mode,
    Polarity,
    Precision,
    Record,
    RelationKind,
    SourceKind,
    State,
    Status,
    TimeKind,
    content_id,
    page_id,
)
from reportedly.records.look import Look, PageEvent, PageEventKind
from reportedly.records.outcome import Outcome
from reportedly.records.outlet import Outlet, Selector
from reportedly.records.person import ROLES, SCOPES, Account, AuditLine, Done, Person, Role, Scope, SignIn, Token
from reportedly.records.reading import ArticleHead, Reading, ReadingFailed
from reportedly.records.run import Run, Stage
from reportedly.records.saved_search import SavedSearch
from reportedly.records.seen import MARKED, Grown, Mark, MarkedKind, Seen, is_read
from reportedly.records.shelf import NEVER, SETTLED, SOON, Shelf, Spell, spells
from reportedly.records.statement import Statement
from reportedly.records.story import (
    Disagreement,
    Drift,
    DriftStep,
    Fold,
    Placing,
    Share,
    Side,
    Story,
    StoryArticle,
    StoryClaim,
    Told,
    end_of,
    story_id,
)
from reportedly.records.time import Time

__all__ = [
    "CORRECTABLE",
    "FOUND",
    "MARKED",
    "MARKS",
    "NEVER",
    "OPENING",
    "PACES",
    "READER",
    "ROLES",
    "ROOTS",
    "SCHEMA",
    "SCOPES",
    "SETTLED",
    "SOON",
    "WAYS",
    "Account",
    "Alert",
    "AlertWay",
    "Announcement",
    "Article",
    "ArticleHead",
    "Aspect",
    "AuditLine",
    "Basis",
    "Brief",
    "BriefStory",
    "Capture",
    "Certainty",
    "Change",
    "Citation",
    "Claim",
    "Comparison",
    "Dateline",
    "Decision",
    "Deed",
    "Development",
    "DevelopmentState",
    "Disagreement",
    "Done",
    "Drift",
    "DriftStep",
    "Edit",
    "Entity",
    "EntityKind",
    "Event",
    "EventRow",
    "Evidence",
    "Exchange",
    "Expectation",
    "Familiar",
    "Fault",
    "FaultKind",
    "FeedItem",
    "FetchState",
    "Figure",
    "Filters",
    "FirstRevision",
    "Fold",
    "FollowUp",
    "Followed",
    "Gist",
    "GivenEvent",
    "GivenExpectation",
    "Grain",
    "Grown",
    "Headers",
    "HostRules",
    "HostState",
    "Judged",
    "Judgement",
    "Look",
    "Mark",
    "MarkedKind",
    "Message",
    "MessageState",
    "Mode",
    "Outcome",
    "Outlet",
    "Pace",
    "PageEvent",
    "PageEventKind",
    "Part",
    "Participant",
    "Party",
    "Person",
    "Placing",
    "Polarity",
    "Precision",
    "Published",
    "Question",
    "Reading",
    "ReadingFailed",
    "Record",
    "Relation",
    "RelationKind",
    "Rewording",
    "Role",
    "Run",
    "Said",
    "SavedSearch",
    "Scope",
    "Seen",
    "Selector",
    "Sentence",
    "Share",
    "Shelf",
    "Side",
    "Sighting",
    "SignIn",
    "Site",
    "SourceKind",
    "Spell",
    "Stage",
    "State",
    "Statement",
    "StatementChange",
    "Status",
    "Step",
    "Stored",
    "Story",
    "StoryArticle",
    "StoryClaim",
    "Thing",
    "ThingKind",
    "Time",
    "TimeKind",
    "Token",
    "Told",
    "Turn",
    "Updated",
    "Window",
    "article_id",
    "content_id",
    "end_of",
    "header",
    "heading",
    "headline",
    "heir",
    "in_force",
    "is_read",
    "page_id",
    "spells",
    "story_id",
    "thing",
]
