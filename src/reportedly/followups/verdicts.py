"""What people decided about follow-ups: matches that are wrong, and expectations that are none.

A decision is a row of the ledger and names a follow-up by its id, which is an announcement's, and an article by its
address. It stands on that announcement: when an earlier one comes to light and the follow-up goes by another id, what
was decided holds for the follow-up that the announcement supports now. When its page is edited, it holds for what the
page announces in its place. Undoing it brings the match back.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reportedly.records import Announcement, Judgement, Sighting, heir


class Verdicts(NamedTuple):
    """``parted``: a follow-up and the URL of an article not about it. ``withdrawn``: follow-ups that are none.

    ``stood`` has the announcements that were judged as they stood then, by their ids.
    """

    parted: frozenset[tuple[str, str]] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    stood: Mapping[str, Sighting] = MappingProxyType({})

    def parted_from(self, article_url: str) -> list[str]:
        """The follow-ups that a person said an article is not about."""
        return sorted(followup for followup, url in self.parted if url == article_url)

    def parted_of(self, followups: Iterable[str]) -> list[str]:
        """The URLs of the articles that a person said are not about these follow-ups."""
        asked = {*followups}
        return sorted({url for about, url in self.parted if about in asked})

    def judged_on(self, article_url: str) -> list[str]:
        """The ids of announcements of a page that were judged."""
        return sorted(own for own, seen in self.stood.items() if seen.article_url == article_url)

    def names(self, announcement: Announcement, page: Sequence[Announcement]) -> set[str]:
        """The ids under which an announcement, one of those of its page, may have been judged."""
        judged = self.judged_on(announcement.url)
        own = {named for named in judged if heir(named, self.stood[named], page) == announcement.id}
        return own | {announcement.id}


NOTHING = Verdicts()


def verdicts(standing: Iterable[Judgement], stood: Mapping[str, Sighting] = MappingProxyType({})) -> Verdicts:
    """Of the decisions in force those about follow-ups: ``split`` (with the article's URL) and ``withdraw``."""
    every = [decision for decision in standing if decision.about.startswith("f")]
    return Verdicts(
        frozenset((each.about, each.value) for each in every if each.kind == "split" and each.value),
        frozenset(each.about for each in every if each.kind == "withdraw"),
        stood,
    )
