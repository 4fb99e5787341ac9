"""The written pact: drafted, read as a document, signed by every party."""

from reportedly.exchange.pacts.document import read, written
from reportedly.exchange.pacts.drafting import drafted, pact_id
from reportedly.exchange.pacts.signing import check, sign

__all__ = ["check", "drafted", "pact_id", "read", "sign", "written"]
