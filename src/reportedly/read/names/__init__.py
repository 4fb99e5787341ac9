"""Who and what an article names: persons, organisations, places, groups, agreements, each with all its mentions.

Lists and rules come before the model: what is known beforehand, then names told by their shape, then persons, then
places of the gazetteer, and last what only the model saw. Nothing named twice is two entities.
"""

from reportedly.read.names.finder import find
from reportedly.read.names.names import Names

__all__ = ["Names", "find"]
