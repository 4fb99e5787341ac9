"""What became of a page after it was first seen: which words were changed, which statements, and whether it vanished.

Pure functions from record to record: ``compare`` tells two revisions apart. What one page went through, from all looks
at it, ``account.page_events`` tells.
"""

from reportedly.history.compare import compare

__all__ = ["compare"]
