"""What other desks reported on a story, as sentences beside our own: each says whose it is, and how it is marked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final, NamedTuple

from reportedly.account import wording
from reportedly.account.partner_reports import PartnerReport, Words, read
from reportedly.account.partners_told import received_of
from reportedly.records import Sentence, Story, page_id

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

TOLD: Final = 3  # reports of one story; a draft is of this desk's own stories


class Others(NamedTuple):
    """What others reported: how many articles that this desk does not have, and what some of them say."""

    articles: int = 0
    sentences: tuple[Sentence, ...] = ()


def reported_by_others(ledger: "Ledger", stories: Sequence[Story], today: date) -> dict[str, Others]:
    """By story what others reported on it that may be used on that day, and that more than a few may see."""
    found, at = articles_of_others(ledger, stories), datetime.combine(today, time.max, UTC)
    return {
        story: _others([one for one in reports if one.label != "RED" and not one.use(at)])
        for story, reports in found.items()
    }


def articles_of_others(ledger: "Ledger", stories: Sequence[Story]) -> dict[str, list[PartnerReport]]:
    """By story a report of each article that others reported on it, did not withdraw, and this desk does not have."""
    found = received_of(ledger, stories)
    reports = read(ledger, (one for some in found.values() for one in some if one.state != "withdrawn"))
    own = {story.id: {page_id(place.url) for place in story.articles} for story in stories}
    return {
        story: list(
            {one.about: reports[one.id] for one in some if one.id in reports and one.about not in own[story]}.values()
        )
        for story, some in found.items()
    }


def _others(reports: Sequence[PartnerReport]) -> Others:
    told = [sentence(one, next(iter(one.statements), None) or next(one.said)) for one in reports if any(one.said)]
    return Others(len(reports), tuple(told[:TOLD]))


def sentence(report: PartnerReport, words: Words) -> Sentence:
    """``North, another desk, reported that the Courier quoted the mayor: “...” (put as certain, TLP:AMBER)``."""
    desk = f"{report.called}, another desk," if report.called else "Another desk"
    who = f"quoted {words.source}" if words.source else "wrote"
    how = [wording.PUT_AS[words.certainty], f"TLP:{report.label}"]
    how = ["a denial", *how] if words.denied else how
    spoken = wording.spoken_in(report.language)
    said = f"{desk} reported that {report.outlet} {who}{spoken}: {wording.quoted(words.words)} ({', '.join(how)})."
    return Sentence(said, (report.cite(words),))
