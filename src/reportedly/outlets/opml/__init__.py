"""OPML, the format in which feed readers hand lists of feeds to each other, as they really write it.

What OPML has no word for (id, country, owner, sitemaps, selectors) travels in attributes of our own namespace, so a
list written here and read back is the same list; other programs skip them.
"""

from reportedly.outlets.opml.reading import Listing, PassedOver, listing, read
from reportedly.outlets.opml.writing import write

__all__ = ["Listing", "PassedOver", "listing", "read", "write"]
