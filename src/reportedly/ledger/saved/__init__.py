"""Searches that people save: what matches them is put down when an article is filed, never looked for again.

Invariant: within the window that a search was filled back over, its matches are what searching for it gives.
"""

from reportedly.ledger.saved.alerts import Alerts
from reportedly.ledger.saved.looks import Unread
from reportedly.ledger.saved.matches import Match
from reportedly.ledger.saved.searches import SavedSearches

__all__ = ["Alerts", "Match", "SavedSearches", "Unread"]
