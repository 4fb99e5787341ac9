"""What is given out of events and expectations, and what of it is so no longer."""

from reportedly.ledger.given.given import Given

__all__ = ["Given"]
