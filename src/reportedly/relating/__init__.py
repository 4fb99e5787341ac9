"""What is new brought together with what there is: stages over many articles, joined with the ledger."""

from reportedly.relating.stories import everything_anew, reconsider, stories_anew

__all__ = ["everything_anew", "reconsider", "stories_anew"]
