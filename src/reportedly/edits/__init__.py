"""Two revisions of a page told apart: which words were changed, and which statements.

Pure functions from record to record. What a page went through in all, ``account.page_events`` tells.
"""

from reportedly.edits.compare import compare

__all__ = ["compare"]
