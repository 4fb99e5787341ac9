"""Whether anybody listens at an address.

That is asked of the kernel of the machine there, which answers at once, however busy its programs are.
"""

import socket
import time
from typing import Final

KNOCKS: Final = (1.0, 2.0, 4.0)
"""Seconds to be reached within, one time after the other: a machine that is gone says nothing at all."""
REFUSALS: Final = 2
"""So often a machine says that nobody listens there before it is believed: what starts anew does so in between."""
PAUSE: Final = 0.5  # seconds


def trouble(address: str, seconds: float) -> OSError | None:
    """Why nobody could be reached at ``host:port`` within so many seconds; None where somebody was."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=seconds).close()
    except OSError as error:
        return error
    return None


def unreached(address: str) -> OSError | None:
    """Why nobody could be reached there, tried several times; None where somebody was."""
    refusals, found = 0, None
    for seconds in KNOCKS:
        found = trouble(address, seconds)
        refusals += isinstance(found, ConnectionRefusedError)
        if found is None or refusals == REFUSALS:
            break
        time.sleep(PAUSE)
    return found
