"""Articles in languages other than English: one way of reading for all, and a folder of tables for each.

Every finder takes the ``Sheet`` and asks it: ``words_in(sentence)``, ``sentence_at(place)``, ``whole(start, end)``. All
places are those of the article's text. Nothing here is loaded before such an article comes.
"""

from reportedly.read.multilingual.reader import READER, read

__all__ = ["READER", "read"]
