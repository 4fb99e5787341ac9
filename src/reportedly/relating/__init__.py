"""What is new brought together with what there is: stages over many articles, joined with the ledger."""

from reportedly.relating.anew import everything_anew
from reportedly.relating.decided import by_decision
from reportedly.relating.followups import follow_up, followups_anew
from reportedly.relating.stories import stories_anew, tell_anew

__all__ = ["by_decision", "everything_anew", "follow_up", "followups_anew", "stories_anew", "tell_anew"]
