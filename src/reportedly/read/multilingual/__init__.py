"""Articles in languages other than English: one way of reading for all, and a folder of tables for each.

Nothing here is loaded before such an article comes.
"""

from reportedly.read.multilingual.reader import READER, read

__all__ = ["READER", "read"]
