"""What people decided about follow-ups: matches that are wrong, and expectations that are none.

A decision is a row of the ledger and names a follow-up by its id, which is an announcement's, and an article by its
address. It stands on that announcement: when an earlier one comes to light and the follow-up goes by another id, what
was decided holds for the follow-up that the announcement supports now. Undoing it brings the match back.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.records import Judgement


class Verdicts(NamedTuple):
    """``parted``: a follow-up and the URL of an article not about it. ``withdrawn``: follow-ups that are none."""

    parted: frozenset[tuple[str, str]] = frozenset()
    withdrawn: frozenset[str] = frozenset()

    def parted_from(self, article_url: str) -> list[str]:
        """The follow-ups that a person said an article is not about."""
        return sorted(followup for followup, url in self.parted if url == article_url)

    def parted_of(self, followup: str) -> list[str]:
        """The URLs of the articles that a person said are not about a follow-up."""
        return sorted(url for about, url in self.parted if about == followup)


NOTHING = Verdicts()


def verdicts(standing: Iterable[Judgement]) -> Verdicts:
    """Of the decisions in force those about follow-ups: ``split`` (with the article's URL) and ``withdraw``."""
    every = [decision for decision in standing if decision.about.startswith("f")]
    return Verdicts(
        frozenset((each.about, each.value) for each in every if each.kind == "split" and each.value),
        frozenset(each.about for each in every if each.kind == "withdraw"),
    )
