"""What a connection is told of its transactions, whichever database they are in."""

from typing import Final

WRITES: Final = "reportedly_writes"
"""Set where they write: each takes the lock of whoever writes when it begins, as its database has it."""
