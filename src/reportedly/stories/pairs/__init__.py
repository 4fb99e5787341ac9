"""Pairs of articles: which are worth comparing, what speaks for one happening, and how much."""
