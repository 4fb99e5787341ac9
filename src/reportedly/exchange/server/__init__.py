"""A desk as a TAXII 2.1 server: what each party may have under each pact, and what each gives.

Invariants: a party sees its own pacts and nothing of others; whatever goes is in ``offering.Current`` at that moment
and is put down before it goes; places to read on from tell nothing of what others are given.
"""

from reportedly.exchange.server.answers import LARGEST, failed
from reportedly.exchange.server.desk import DeskServer

__all__ = ["LARGEST", "DeskServer", "failed"]
