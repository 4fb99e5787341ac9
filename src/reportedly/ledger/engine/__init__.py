"""The two databases that can keep a ledger, and what each needs: connections, transactions, what its errors mean."""

from reportedly.ledger.engine import postgresql, sqlite

__all__ = ["postgresql", "sqlite"]
