"""Which expectations rest on a story, in which order a desk looks at them, and whose words they rest on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account.telling import Telling
from reportedly.records import FollowUp, State
from reportedly.text import Span

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


def outlets_of(ledger: "Ledger", followups: Iterable[FollowUp], names: Mapping[str, str]) -> dict[str, str]:
    """The outlet's name for each article that they rest on, by article; a copy beside other support is called one.

    ``names`` are outlets' by their ids.
    """
    known = list(followups)
    resting = {words.article for followup in known for words in followup.evidence}
    doubtful = {words.article for followup in known if len(followup.supports) > 1 for words in followup.supports}
    lines = ledger.articles.lines_by_id(resting)
    labels = {article: names.get(line.outlet, line.outlet) for article, line in lines.items()}
    copies = {article for article in doubtful & lines.keys() if lines[article].is_copy}
    return {article: f"{name} (copy)" if article in copies else name for article, name in labels.items()}


def spans_in(ledger: "Ledger", article: str) -> set[Span]:
    """The words of an article that expectations rest on."""
    resting = (words for followup in ledger.followups.resting_on((article,)) for words in followup.evidence)
    return {words.span for words in resting if words.article == article}
