"""The desk's memory: the only package that knows a database."""

from reportedly.ledger.ledger import Ledger, open_ledger
from reportedly.ledger.view import ArticleLine, Counts, EntityLine, FeedState, FollowUpLine, Hit, StoryLine

__all__ = [
    "ArticleLine",
    "Counts",
    "EntityLine",
    "FeedState",
    "FollowUpLine",
    "Hit",
    "Ledger",
    "StoryLine",
    "open_ledger",
]
