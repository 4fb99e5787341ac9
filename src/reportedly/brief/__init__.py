"""From ledger rows to a written dispatch in which every sentence is cited."""

from reportedly.brief import html, markdown
from reportedly.brief.compose import compose
from reportedly.brief.days import days

__all__ = ["compose", "days", "html", "markdown"]
