"""Data about outlets: one small TOML file each, and OPML for bringing lists of feeds in and out."""

from reportedly.outlets import opml
from reportedly.outlets.files import load, save

__all__ = ["load", "opml", "save"]
