"""How articles are found: by their words, and by marks such as their outlet or what was read in them."""

from reportedly.ledger.search.finding import Found, best, newest
from reportedly.ledger.search.marks import count, count_each, newest_places, places_of_each, values
from reportedly.ledger.search.places import seq_of
from reportedly.ledger.search.shelving import Settled, mark_readings, mark_told, settle

__all__ = [
    "Found",
    "Settled",
    "best",
    "count",
    "count_each",
    "mark_readings",
    "mark_told",
    "newest",
    "newest_places",
    "places_of_each",
    "seq_of",
    "settle",
    "values",
]
