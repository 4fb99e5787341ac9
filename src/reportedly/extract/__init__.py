"""Capture in, article out: text, title, dates, byline, dateline, page furniture."""
