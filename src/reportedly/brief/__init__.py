"""From ledger rows to a written dispatch in which every sentence is cited."""

from reportedly.brief.compose import compose

__all__ = ["compose"]
