"""Who and what an article in another language names; what is known has the same id as from English articles."""

from reportedly.read.multilingual.names.finder import find
from reportedly.read.multilingual.names.names import Names

__all__ = ["Names", "find"]
