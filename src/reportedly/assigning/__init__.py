"""Work handed to a crew: what is due by the ledger goes out, and what came of it is filed.

Invariant: only this process writes to the ledger. Of a page first what it shows is filed, then what was found in that,
all in the order in which pages and articles came. So what is filed is due no more, and what a kill left is due again.
"""

from reportedly.assigning.assignment import carry_out
from reportedly.assigning.due import Known, page
from reportedly.assigning.filing import file_shown

__all__ = ["Known", "carry_out", "file_shown", "page"]
