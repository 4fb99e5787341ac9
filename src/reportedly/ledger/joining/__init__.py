"""Persons named in several scripts: which entities are one, kept as readings are filed and people decide.

Each full name is looked up by keys among those of other scripts (``likeness.full_names``); which of those alike are
one follows from all that are alike, and people's decisions stand above it. No order of arrival makes a difference.
"""

from reportedly.ledger.joining.groups import settle, settle_decided
from reportedly.ledger.joining.names import drop_unheld, full_names_of, in_full, note, persons_of
from reportedly.ledger.joining.wholes import members, members_of_each, whole_of_each

__all__ = [
    "drop_unheld",
    "full_names_of",
    "in_full",
    "members",
    "members_of_each",
    "note",
    "persons_of",
    "settle",
    "settle_decided",
    "whole_of_each",
]
