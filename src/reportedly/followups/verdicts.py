"""What people decided about follow-ups: matches that are wrong, and expectations that are none.

A decision is a row of the ledger and names a follow-up by its id and an article by its address, both of which stay the
same however often everything is matched anew. So it is honoured each time, and undoing it brings the match back.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.records import Judgement


class Verdicts(NamedTuple):
    """``parted``: a follow-up and the URL of an article not about it. ``withdrawn``: follow-ups that are none."""

    parted: frozenset[tuple[str, str]] = frozenset()
    withdrawn: frozenset[str] = frozenset()

    def part(self, followup: str, article_url: str) -> bool:
        """Whether a person said that the article is not about the follow-up."""
        return (followup, article_url) in self.parted


NOTHING = Verdicts()


def verdicts(standing: Iterable[Judgement]) -> Verdicts:
    """Of the decisions in force those about follow-ups: ``split`` (with the article's URL) and ``withdraw``."""
    every = [decision for decision in standing if decision.about.startswith("f")]
    return Verdicts(
        frozenset((each.about, each.value) for each in every if each.kind == "split" and each.value),
        frozenset(each.about for each in every if each.kind == "withdraw"),
    )
