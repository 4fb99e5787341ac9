"""Feeds and pages over the network: polite, guarded, and with every failure told in plain words."""

from reportedly.fetch.feeds import feed_items
from reportedly.fetch.fetcher import Fetcher
from reportedly.fetch.request import Request

__all__ = ["Fetcher", "Request", "feed_items"]
