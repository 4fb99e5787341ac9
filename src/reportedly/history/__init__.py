"""What became of a page after it was first seen: which words were changed, which statements, and whether it vanished.

Pure functions from record to record. ``compare`` tells two revisions apart, ``tell`` makes one page's history of all
looks at it, ``led_home`` knows a page that is gone though its server says otherwise.
"""

from reportedly.history.compare import compare
from reportedly.history.gone import led_home
from reportedly.history.tell import tell, transitions

__all__ = ["compare", "led_home", "tell", "transitions"]
