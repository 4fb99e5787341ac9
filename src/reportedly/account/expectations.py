"""Which expectations rest on a story, and the order in which a desk looks at them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account.telling import Telling
from reportedly.records import FollowUp, State

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

ORDER: Final[tuple[State, ...]] = ("due", "moved", "open", "cancelled", "denied", "happened", "silent")


def standing_on(ledger: "Ledger", stories: Sequence[Sequence[Telling]], today: date) -> list[list[FollowUp]]:
    """For each story's articles, copies left out, the expectations that rest on them, the most pressing first."""
    voices = [{telling.article.id for telling in tellings if not telling.is_copy} for tellings in stories]
    resting = [
        (followup.as_of(today), {words.article for words in followup.evidence})
        for followup in ledger.followups.resting_on(set().union(*voices))
    ]
    each = ([standing for standing, articles in resting if articles & own] for own in voices)
    return [sorted(few, key=pressing) for few in each]


def pressing(followup: FollowUp) -> tuple[int, date, str]:
    """Its place in the order in which a desk looks: due, then ahead by their end, then settled, then silent."""
    end = followup.window.end if followup.window and followup.window.end else date.max
    return (ORDER.index(followup.state), end, followup.id)
