"""Feeds and pages over HTTP, politely, behind the address guard."""
