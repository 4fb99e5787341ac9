"""What became of a page after it was first seen: which words were changed, which statements, and whether it vanished.

Pure functions from record to record. ``compare`` tells two revisions apart, ``led_home`` knows a page that is gone
though its server says otherwise. What one page went through, from all looks at it, the ledger tells (``page_events``).
"""

from reportedly.history.compare import compare
from reportedly.history.gone import led_home

__all__ = ["compare", "led_home"]
