"""Data about outlets: one small TOML file each, a list to start from, and OPML for bringing lists in and out."""

from reportedly.outlets import opml
from reportedly.outlets.files import load, save
from reportedly.outlets.naming import slug
from reportedly.outlets.starter import starter

__all__ = ["load", "opml", "save", "slug", "starter"]
