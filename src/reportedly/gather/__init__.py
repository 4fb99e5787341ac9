"""Gathering: poll what announces articles, archive the pages, and remember how each outlet and host fares."""

from reportedly.gather.watching import adopt, watch

__all__ = ["adopt", "watch"]
