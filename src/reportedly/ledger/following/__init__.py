"""Following up, as the ledger keeps it: page by page, each look-up by an index."""

from reportedly.ledger.following.following import FollowedPages
from reportedly.ledger.following.shelf import FollowUpShelf

__all__ = ["FollowUpShelf", "FollowedPages"]
