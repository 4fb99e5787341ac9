"""Families of time expressions, each a file of rules."""
