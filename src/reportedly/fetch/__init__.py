"""Feeds and pages over the network: polite, guarded, and with every failure told in plain words."""

from reportedly.fetch.announce import announced
from reportedly.fetch.announcement import Announcement
from reportedly.fetch.canonical import canonical
from reportedly.fetch.discover import Found, discover
from reportedly.fetch.fetcher import Fetcher
from reportedly.fetch.hosts import host_of
from reportedly.fetch.paywall import paywalled
from reportedly.fetch.request import Request
from reportedly.fetch.robots import RULES_KEPT
from reportedly.fetch.standing import backoff

__all__ = [
    "RULES_KEPT",
    "Announcement",
    "Fetcher",
    "Found",
    "Request",
    "announced",
    "backoff",
    "canonical",
    "discover",
    "host_of",
    "paywalled",
]
