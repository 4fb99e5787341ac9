"""Gathering: poll what announces articles, archive the pages, and remember how each outlet and host fares."""

from reportedly.gather.describing import describe
from reportedly.gather.trying import Tried, check
from reportedly.gather.watching import adopt, enter, watch

__all__ = ["Tried", "adopt", "check", "describe", "enter", "watch"]
