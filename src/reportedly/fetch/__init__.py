"""Feeds and pages over the network: polite, guarded, and with every failure told in plain words."""

from reportedly.fetch.announcing.announced import announced
from reportedly.fetch.announcing.announcement import Announcement
from reportedly.fetch.announcing.links import plain_link
from reportedly.fetch.canonical import canonical
from reportedly.fetch.discovery.discover import Discovery, discover
from reportedly.fetch.http.fetcher import Fetcher
from reportedly.fetch.http.hosts import host_of
from reportedly.fetch.http.request import Request
from reportedly.fetch.http.robots import RULES_KEPT
from reportedly.fetch.http.standing import backoff
from reportedly.fetch.paywall import paywalled

__all__ = [
    "RULES_KEPT",
    "Announcement",
    "Discovery",
    "Fetcher",
    "Request",
    "announced",
    "backoff",
    "canonical",
    "discover",
    "host_of",
    "paywalled",
    "plain_link",
]
